// SPDX-License-Identifier: BSL-1.0
//
// rival-rules: on one event one party is owed different things in one situation, and nothing says
// which of them comes first.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// For a part alone.
action money_back(part_id p) { return {action_kind::refund, p}; }

struct failing_shop : contracted_shop {
  event_ref lost = failed(delivery, "lost"), found = lupaus::step(delivery, "found");
  failing_shop() {
    b.fails(delivery, "lost");
    b.step(delivery, "found").follows(lost).by(carrier);
  }
  std::string rivals() const { return pairs(b, checks::rival_rules); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(rival_rules)

BOOST_AUTO_TEST_CASE(money_back_and_another_one) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, refund);
  BOOST_TEST(s.rivals() == "");
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.rivals() == "on lost: shop refunds & on lost: shop replaces the machine");
}

BOOST_AUTO_TEST_CASE(not_the_same_thing_twice) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).within(48h);
  s.b.on(cancel_requested).owes(s.shop, accept);
  s.b.on(cancel_requested).owes(s.shop, refund);
  s.b.on(replacement_requested).owes(s.shop, accept);
  s.b.on(replacement_requested).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.rivals() == "");
  s.b.on(replacement_requested).owes(s.shop, refund);
  BOOST_TEST(s.rivals() != "");
}

BOOST_AUTO_TEST_CASE(another_fee_is_another_thing) {
  failing_shop s;
  s.b.on(cancel_requested).owes(s.shop, accept).keeps({500, "EUR"});
  s.b.on(cancel_requested).owes(s.shop, refund).keeps({500, "EUR"});
  BOOST_TEST(s.rivals() == "");
  s.b.on(cancel_requested).owes(s.shop, accept).keeps({900, "EUR"});
  BOOST_TEST(s.rivals() != "");
}

BOOST_AUTO_TEST_CASE(not_what_is_given_now_and_what_makes_her_wait_or_is_refused) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, refund).waits_for(s.found);
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  s.b.on(s.lost).owes(s.shop, refuse);
  s.b.on(s.lost).owes(s.shop, act("says sorry"));
  BOOST_TEST(s.rivals() == "");
  s.b.on(s.lost).owes(s.shop, perform_again(s.delivery)).waits_for(s.found);
  BOOST_TEST(s.rivals() ==
             "on lost: shop refunds, waits for found & on lost: shop performs the delivery again, "
             "waits for found");
}

BOOST_AUTO_TEST_CASE(both_wait_for_whatever_it_is) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, refund).waits_for(s.found);
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).waits_for(completed(s.installation));
  BOOST_TEST(s.rivals() != "");
}

BOOST_AUTO_TEST_CASE(a_gate_that_has_come_is_nothing_to_wait_for) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, refund).waits_for(completed(s.machine));
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.rivals() != "");
}

BOOST_AUTO_TEST_CASE(not_in_windows_that_are_never_open_together) {
  failing_shop s;
  s.b.on(s.lost).until(s.found).owes(s.shop, refund);
  s.b.on(s.lost).since(s.found).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.rivals() == "");
  failing_shop t;
  t.b.on(t.lost).owes(t.shop, refund);
  t.b.on(t.lost).since(t.found).owes(t.shop, replace(t.machine));
  BOOST_TEST(t.rivals() != "");
}

BOOST_AUTO_TEST_CASE(not_before_and_after_what_is_sure_by_then) {
  failing_shop s;
  s.b.on(s.lost).until(started(s.delivery)).owes(s.shop, refund);  // over when it is lost
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.rivals() == "");
}

BOOST_AUTO_TEST_CASE(windows_of_parts_beside_each_other_may_both_be_open) {
  builder b{"a sofa and a lamp"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const sofa = b.service("sofa"), lamp = b.service("lamp"), rug = b.service("rug");
  b.product(all_of(sofa, lamp, rug));
  b.can_do(shop, sofa, 1h).can_do(shop, lamp, 1h).can_do(shop, rug, 1h);
  b.fails(rug, "torn");
  auto const torn = failed(rug, "torn");
  b.on(torn).since(completed(sofa)).owes(shop, refund);
  b.on(torn).until(completed(sofa)).owes(shop, perform_again(rug));
  BOOST_TEST(places(b, checks::rival_rules) == "");
  b.on(torn).since(completed(lamp)).owes(shop, repair(rug));
  BOOST_TEST(findings(built(b), checks::rival_rules).size() == 1u);
}

BOOST_AUTO_TEST_CASE(not_what_excludes_each_other) {
  failing_shop s;
  s.b.fails(s.delivery, "damaged");
  s.b.on(replacement_requested).since(s.lost).owes(s.shop, refund);
  s.b.on(replacement_requested)
      .since(failed(s.delivery, "damaged"))
      .owes(s.shop, replace(s.machine));
  BOOST_TEST(s.rivals() == "");
}

BOOST_AUTO_TEST_CASE(not_what_is_given_for_another_part) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  s.b.on(s.lost).owes(s.shop, money_back(s.delivery));
  BOOST_TEST(s.rivals() == "");
  s.b.on(s.lost).owes(s.shop, money_back(s.machine));
  BOOST_TEST(s.rivals() == "on lost: shop replaces the machine & on lost: shop refunds");
}

BOOST_AUTO_TEST_CASE(two_ways_to_put_one_failure_right) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  s.b.on(s.lost).owes(s.shop, perform_again(s.delivery));
  BOOST_TEST(s.rivals() != "");
  failing_shop t;  // requests are answered part by part
  t.b.on(replacement_requested).owes(t.shop, replace(t.machine));
  t.b.on(replacement_requested).owes(t.shop, perform_again(t.installation));
  BOOST_TEST(t.rivals() == "");
}

BOOST_AUTO_TEST_CASE(the_report_of_a_failure_is_no_other_event) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, refund);
  s.b.on(reported(s.lost)).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.rivals() != "");
}

BOOST_AUTO_TEST_CASE(only_what_is_owed_to_one_party_by_who_owes_it) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  s.b.on(s.lost).owes(s.carrier, refund, s.shop);
  s.b.on(s.lost).owes(s.installer, refund);  // never committed to it
  BOOST_TEST(s.rivals() == "");
  s.b.on(s.lost).owes(s.carrier, perform_again(s.delivery), s.shop);
  BOOST_TEST(s.rivals() != "");
}

BOOST_AUTO_TEST_CASE(one_finding_an_event_and_party) {
  failing_shop s;
  s.b.on(s.lost).owes(s.shop, refund);
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  s.b.on(s.lost).owes(s.shop, perform_again(s.delivery));
  auto const m = built(s.b);
  auto const all = findings(m, checks::rival_rules);
  BOOST_TEST_REQUIRE(all.size() == 1u);
  auto const x = all[0].what->explain(m, all[0]);
  BOOST_TEST(x.what ==
             "On 'lost' the customer is owed different things, and nothing says which comes first: "
             "the shop refunds, the shop replaces the machine, or the shop performs the delivery "
             "again.");
  BOOST_TEST(x.mend ==
             "The shop keeps one of them; or each holds in situations of its own, until an event "
             "or from it on (until, since).");
  BOOST_TEST(x.evidence.size() == 4u);
  BOOST_TEST(validate(m).count(gaps::rival_rules) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
