// SPDX-License-Identifier: BSL-1.0
//
// A finished model with one clause more is the model that had the clause from the beginning.
#include "lupaus/validate.hpp"
#include "model/support.hpp"

#include <chrono>
#include <string>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

struct lost_lamp {
  builder b{"a lamp, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier");
  part_id lamp = b.good("lamp"), delivery = b.service("delivery");
  event_id lost;
  lost_lamp() {
    b.product(lamp >> delivery).carries(delivery, lamp).can_do(shop, lamp, 0h);
    lost = b.fails(delivery, "lost").id();
    b.on(cancel_requested).owes(shop, accept);
    b.covers(carrier, shop, loss_of(lamp), shipped(delivery), possession(lamp));
    b.recovers_from(shop, carrier, lost, within(1h))
        .ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h);
    b.tells(carrier, shop, lost, 2h).tells(shop, customer, lost, 2h);
  }
};

std::string gaps_of(model const& m) {
  auto const found = validate(m);
  std::string text;
  for (auto const& f : found) text += (text.empty() ? "" : " ") + std::string{f.what->id};
  return text;
}

// Who brings every event about, and who holds the goods then.
std::string lives(model_view const& m) {
  std::string text;
  for (auto const& t : m.transitions)
    text += name_of(m, t.from) + " -> " + name_of(m, t.to) + " by " + name_of(m, t.by) +
            ", held by " + name_of(m, m.events[t.to].holder) + '\n';
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mending)

BOOST_AUTO_TEST_CASE(with_the_clause_the_finding_goes) {
  lost_lamp s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  auto const sold = model_test::built(s.b);
  BOOST_TEST(gaps_of(sold) == "uncovered-failure");
  builder mend{sold};
  mend.on(s.lost).owes(s.shop, refund);
  BOOST_TEST(gaps_of(model_test::built(mend)) == "");
  BOOST_TEST(gaps_of(sold) == "uncovered-failure");  // what was sold stays as it was
}

BOOST_AUTO_TEST_CASE(names_serve_where_the_handles_are_gone) {
  lost_lamp s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  builder mend{model_test::built(s.b)};
  mend.on(failed("delivery", "lost")).owes("shop", replace("lamp")).within(1h);
  BOOST_TEST(gaps_of(model_test::built(mend)) == "");
}

BOOST_AUTO_TEST_CASE(a_failure_added_later_is_covered_by_what_keeps_her_informed) {
  lost_lamp s;
  s.b.commits(s.shop, s.b.whole(), informed_within(2h));
  builder more{model_test::built(s.b)};
  more.fails("delivery", "damaged");
  auto const m = model_test::built(more);
  auto const damaged = event_id{m->events.size() - 1};
  BOOST_TEST(m->events[damaged].name == "damaged");
  auto told = 0;
  for (auto const& n : m->notices) told += n.of == damaged && n.to == s.customer && n.derived;
  BOOST_TEST(told == 1);
}

BOOST_AUTO_TEST_CASE(a_failure_added_later_is_covered_by_notice_of_any_change) {
  lost_lamp s;
  s.b.tells_of_any_change(s.carrier, s.shop, s.delivery, 2h);
  builder more{model_test::built(s.b)};
  auto const damaged = more.fails("delivery", "damaged").id();
  auto const m = model_test::built(more);
  auto told = 0;
  for (auto const& n : m->notices) told += n.of == damaged && n.from == s.carrier;
  BOOST_TEST(told == 1);
}

BOOST_AUTO_TEST_CASE(whoever_performs_after_the_mend_brings_the_events_about) {
  lost_lamp bare;
  builder mend{model_test::built(bare.b)};
  mend.commits_to("carrier", "shop", "delivery", within(48h));
  lost_lamp whole_from_the_beginning;
  whole_from_the_beginning.b.commits_to("carrier", whole_from_the_beginning.shop, "delivery",
                                        within(48h));
  BOOST_TEST(lives(model_test::built(mend)) ==
             lives(model_test::built(whole_from_the_beginning.b)));
}

BOOST_AUTO_TEST_CASE(another_performer_takes_over_what_the_first_brought_about) {
  lost_lamp own;
  own.b.can_do(own.shop, own.delivery, 4h);
  builder mend{model_test::built(own.b)};
  mend.commits_to("carrier", "shop", "delivery", within(48h));
  lost_lamp hired;
  hired.b.can_do(hired.shop, hired.delivery, 4h);
  hired.b.commits_to("carrier", hired.shop, "delivery", within(48h));
  BOOST_TEST(lives(model_test::built(mend)) == lives(model_test::built(hired.b)));
}

BOOST_AUTO_TEST_CASE(a_start_named_later_comes_before_what_can_happen) {
  lost_lamp s;
  s.b.fails(s.lamp, "broken");
  builder mend{model_test::built(s.b)};
  mend.on(cancel_requested).until(started("lamp")).owes("shop", accept);
  lost_lamp fresh;
  fresh.b.fails(fresh.lamp, "broken");
  fresh.b.on(cancel_requested).until(started("lamp")).owes("shop", accept);
  BOOST_TEST(lives(model_test::built(mend)) == lives(model_test::built(fresh.b)));
}

BOOST_AUTO_TEST_CASE(faults_of_a_mend_are_faults) {
  lost_lamp s;
  builder mend{model_test::built(s.b)};
  auto const line = __LINE__ + 1;
  mend.answers("shop", "delivry");
  model_test::check_fault(mend, error_code::unknown_name, line, "the answer shop for delivry",
                          "there is no part named 'delivry'", "delivery");
}

BOOST_AUTO_TEST_SUITE_END()
