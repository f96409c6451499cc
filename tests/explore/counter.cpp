// SPDX-License-Identifier: BSL-1.0
//
// The other side of the counter by example: each rule of it, and what is no exposure.
#include "explore/exposed.hpp"

#include "lupaus/builder.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/report/exposure.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

/// A machine, delivered. It may be damaged, and is handed to her then; she can send it back.
struct sale {
  builder b{"a machine, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier"), insurer = b.subcontractor("insurer");
  part_id machine = b.good("machine"), delivery = b.service("delivery");
  event_id damaged, handed, sent_back;

  sale() {
    b.before(machine, delivery).carries(delivery, machine).can_do(shop, machine, 0h);
    b.commits_to(carrier, shop, delivery, within(48h));
    b.tells(carrier, shop, completed(delivery), 1h);
    damaged = b.fails(delivery, "damaged").follows(started(delivery)).by(carrier).id();
    handed =
        b.step(delivery, "handed over").follows(damaged).by(carrier).hands(machine, customer).id();
    sent_back =
        b.step(delivery, "sent back").follows(handed).by(customer).hands(machine, shop).id();
    b.commits_to(carrier, shop, delivery, within(1h).after(damaged)).brings_about(handed);
  }
  /// What can be recovered from the carrier is no matter here.
  sale& covered() {
    b.recovers_from(shop, carrier, damaged);
    return *this;
  }
  /// The carrier may fetch it from her.
  event_id fetched() {
    return b.step(delivery, "fetched").follows(handed).by(carrier).hands(machine, shop).id();
  }
  verdict explored(std::size_t failures = 1) const {
    return explore(b.build().value(), {.failures = failures});
  }
  /// The kinds, in the order in which they are told.
  std::string kinds() const {
    auto const v = explored();
    BOOST_TEST(v.has_every_exposure);
    std::string text;
    for (auto const& x : v.exposures)
      text += (text.empty() ? "" : " ") + std::string{to_string(x.kind)};
    auto const m = b.build().value();
    BOOST_TEST(explore_test::not_retold(m, rules_policy{}, v) == "");
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(the_other_side_of_the_counter)

/// Clean for her, and ruinous for the shop.
BOOST_AUTO_TEST_CASE(refund_at_once_and_keep_the_goods) {
  sale s;
  s.covered().b.on(s.damaged).owes(s.shop, refund);
  auto const v = s.explored();
  BOOST_TEST(v.is_clean());
  BOOST_TEST_REQUIRE(v.exposures.size() == 1U);
  auto const& x = v.exposures[0];
  BOOST_TEST((x.kind == exposure_kind::goods_and_money));
  BOOST_TEST((x.failure == s.damaged));
  BOOST_TEST((x.part == whole));
  BOOST_TEST_REQUIRE(x.goods.size() == 1U);
  BOOST_TEST((x.goods[0] == s.machine));
  BOOST_TEST(x.how.moves.size() == 5U);  // orders, shipped, damaged, handed over, refunded
  BOOST_TEST((x.how.ends == ending::exposed));
  BOOST_TEST(phrase(v.model(), x) ==
             "The shop is exposed when the delivery fails ('damaged'): the customer has her money "
             "back and keeps the machine, and nothing that the shop can count on takes it back.");
  BOOST_TEST(summary_of_exposures(v) == "The shop is exposed in 1 way.");
  BOOST_TEST(s.kinds() == "goods-and-money");
}

BOOST_AUTO_TEST_CASE(return_first) {
  sale s;
  s.covered().b.on(s.damaged).owes(s.shop, refund).waits_for(s.sent_back);
  auto const v = s.explored();
  BOOST_TEST(v.is_clean());  // she can send it back
  BOOST_TEST(v.exposures.empty());
  BOOST_TEST(summary_of_exposures(v) == "The shop is not exposed.");
}

/// What the carrier has sent back he cannot hand over any more, though no rule of the order says
/// so.
BOOST_AUTO_TEST_CASE(what_has_come_back_does_not_come_to_her) {
  sale s;
  auto const returned = s.b.step(s.delivery, "returned")
                            .follows(s.damaged)
                            .by(s.carrier)
                            .hands(s.machine, s.shop)
                            .id();
  s.covered().b.on(s.damaged).owes(s.shop, replace(s.machine)).waits_for(returned);
  BOOST_TEST(s.kinds() == "");
  // But what the shop gives out again does.
  sale t;
  auto const back = t.b.step(t.delivery, "returned")
                        .follows(t.damaged)
                        .by(t.carrier)
                        .hands(t.machine, t.shop)
                        .id();
  t.b.step(t.delivery, "given out").follows(back).by(t.shop).hands(t.machine, t.customer);
  t.covered().b.on(t.damaged).owes(t.shop, replace(t.machine)).waits_for(back);
  BOOST_TEST(t.kinds() == "two-for-one");
}

BOOST_AUTO_TEST_CASE(whoever_is_bound_to_fetch_it_takes_it_back) {
  sale s;
  auto const fetched = s.fetched();
  s.covered().b.on(s.damaged).owes(s.shop, refund);
  BOOST_TEST(s.kinds() == "goods-and-money");  // he may, and need not
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h).after(s.damaged)).brings_about(fetched);
  BOOST_TEST(s.kinds() == "");
}

BOOST_AUTO_TEST_CASE(in_two_steps) {
  sale s;
  auto const called = s.b.step(s.delivery, "called").follows(s.handed).by(s.carrier).id();
  auto const fetched =
      s.b.step(s.delivery, "fetched").follows(called).by(s.carrier).hands(s.machine, s.shop).id();
  s.covered().b.on(s.damaged).owes(s.shop, refund);
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h)).brings_about(fetched);
  BOOST_TEST(s.kinds() == "");
}

BOOST_AUTO_TEST_CASE(what_she_has_committed_to_counts) {
  sale s;
  s.covered().b.on(s.damaged).owes(s.shop, refund);
  // What another owes binds her to nothing.
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h)).brings_about(s.sent_back);
  BOOST_TEST(s.kinds() == "goods-and-money");
  s.b.commits_to(s.customer, s.shop, s.delivery, within(336h)).brings_about(s.sent_back);
  BOOST_TEST(s.kinds() == "");
}

BOOST_AUTO_TEST_CASE(what_is_owed_once_the_order_has_ended) {
  sale s;
  auto const fetched = s.fetched();
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h)).given(refunded).brings_about(fetched);
  s.covered().b.on(s.damaged).owes(s.shop, refund);
  BOOST_TEST(s.kinds() == "");
  // After a replacement nothing is owed.
  sale t;
  auto const again = t.fetched();
  t.b.commits_to(t.carrier, t.shop, t.delivery, within(24h)).given(refunded).brings_about(again);
  t.covered().b.on(t.damaged).owes(t.shop, replace(t.machine));
  BOOST_TEST(t.kinds() == "two-for-one");
}

BOOST_AUTO_TEST_CASE(a_replacement_of_what_she_still_has) {
  sale s;
  s.covered().b.on(s.damaged).owes(s.shop, replace(s.machine));
  auto const v = s.explored();
  BOOST_TEST(v.is_clean());
  BOOST_TEST_REQUIRE(v.exposures.size() == 1U);
  BOOST_TEST((v.exposures[0].part == s.machine));
  BOOST_TEST(
      phrase(v.model(), v.exposures[0]) ==
      "The shop is exposed when the delivery fails ('damaged'): the customer is sent another "
      "one while the machine is still with her, and nothing that the shop can count on takes "
      "it back.");
  // Mended, or performed again, it is the same machine.
  sale u;
  u.covered().b.on(u.damaged).owes(u.shop, repair(u.machine));
  BOOST_TEST(u.kinds() == "");
  sale t;
  t.covered().b.on(t.damaged).owes(t.shop, perform_again(t.delivery));
  BOOST_TEST(t.kinds() == "");
}

BOOST_AUTO_TEST_CASE(a_cancellation_of_what_she_has) {
  sale s;
  auto const mounting = s.b.service("mounting");
  s.b.before(s.delivery, mounting).can_do(s.shop, mounting, 24h);
  s.covered().b.on(cancel_requested).owes(s.shop, accept);
  auto const v = s.explored(0);
  BOOST_TEST_REQUIRE(v.exposures.size() == 1U);
  BOOST_TEST(!v.exposures[0].failure);
  BOOST_TEST(v.exposures[0].how.moves.size() == 4U);  // orders, shipped, delivered, cancels
  BOOST_TEST(phrase(v.model(), v.exposures[0]) ==
             "The shop is exposed: the customer cancels, has her money back and keeps the machine, "
             "and nothing that the shop can count on takes it back.");
}

BOOST_AUTO_TEST_CASE(she_leaves_with_the_goods) {
  sale s;
  auto const mounting = s.b.service("mounting");
  s.b.before(s.delivery, mounting).can_do(s.shop, mounting, 24h).paid(payment::on_the_spot);
  s.covered();
  auto const v = s.explored(0);
  BOOST_TEST_REQUIRE(v.exposures.size() == 1U);
  BOOST_TEST((v.exposures[0].kind == exposure_kind::unpaid_goods));
  BOOST_TEST(phrase(v.model(), v.exposures[0]) ==
             "The shop is exposed: the customer leaves without paying, and keeps the machine, and "
             "nothing that the shop can count on takes it back.");
}

/// Money for the machine, and the machine after it.
BOOST_AUTO_TEST_CASE(the_goods_come_later) {
  sale s;
  auto const late = s.b.may_be_late(s.delivery).id();
  s.covered().b.on(late).owes(s.shop, action{action_kind::refund, s.machine, 0, {}}).within(1h);
  auto const v = s.explored();
  std::vector<seller_exposure> later;
  for (auto const& x : v.exposures)
    if (!x.failure) later.push_back(x);
  BOOST_TEST_REQUIRE(later.size() == 1U);
  BOOST_TEST((later[0].part == s.machine));
  BOOST_TEST((later[0].how.moves.back().kind == move_kind::happens));
  BOOST_TEST(
      phrase(v.model(), later[0]) ==
      "The shop is exposed: the customer has her money back for the machine, and gets it all "
      "the same, and nothing that the shop can count on takes it back.");
}

/// What was back before does not come back again with the rest.
BOOST_AUTO_TEST_CASE(money_comes_back_once) {
  builder b{"a lamp, a chair and a rug"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const lamp = b.good("lamp"), chair = b.good("chair"), rug = b.good("rug");
  auto const delivery = b.service("delivery");
  auto const set = b.composite("set", all_of(lamp, chair));
  b.product(all_of(set, rug, delivery)).before(lamp, delivery).carries(delivery, lamp);
  for (auto const p : {lamp, chair, rug, delivery}) b.can_do(shop, p, 24h);
  auto const sold_out = b.fails(chair, "sold out").follows(completed(delivery)).id();
  b.on(cancel_requested).owes(shop, {action_kind::refund, lamp});
  b.on(sold_out).since(cancel_requested).owes(shop, {action_kind::refund, set});
  auto const v = explore(b.build().value(), {.failures = 1});
  BOOST_TEST(v.has_every_exposure);
  BOOST_TEST(!v.exposures.empty());
  for (auto const& x : v.exposures) BOOST_TEST((x.failure != sold_out));
}

BOOST_AUTO_TEST_CASE(what_another_has_caused) {
  sale s;
  s.b.on(s.damaged).owes(s.shop, perform_again(s.delivery));
  auto const v = s.explored();
  BOOST_TEST_REQUIRE(v.exposures.size() == 1U);
  BOOST_TEST((v.exposures[0].kind == exposure_kind::uncovered_loss));
  BOOST_TEST((v.exposures[0].part == s.delivery));
  BOOST_TEST(phrase(v.model(), v.exposures[0]) ==
             "The shop is exposed when the delivery fails ('damaged'): it makes good what the "
             "carrier may have caused, and cannot recover it from anybody.");
  BOOST_TEST(s.kinds() == "uncovered-loss");
  // Down a chain: of its insurer the shop has a right, and the insurer of the carrier.
  s.b.recovers_from(s.shop, s.insurer, s.damaged);
  BOOST_TEST(s.kinds() == "uncovered-loss");
  s.b.recovers_from(s.insurer, s.carrier, s.damaged);
  BOOST_TEST(s.kinds() == "");
}

BOOST_AUTO_TEST_CASE(what_the_shop_has_caused_is_a_cost) {
  sale s;
  auto const scratched = s.b.fails(s.machine, "scratched").by(s.shop).id();
  s.covered().b.on(scratched).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.kinds() == "");
}

BOOST_AUTO_TEST_CASE(covers) {
  auto const kinds = [](auto cover) {
    sale s;
    s.b.on(s.damaged).owes(s.shop, perform_again(s.delivery));
    cover(s);
    return s.kinds();
  };
  BOOST_TEST(kinds([](sale& s) { s.b.covers(s.insurer, s.shop, loss_of(s.machine)); }) == "");
  BOOST_TEST(kinds([](sale& s) {
               s.b.covers(s.insurer, s.shop, loss_of(s.machine), shipped(s.delivery), s.damaged);
             }) == "");
  BOOST_TEST(kinds([](sale& s) {
               s.b.covers(s.insurer, s.shop, loss_of(s.machine), {}, shipped(s.delivery));
             }) == "uncovered-loss");
  BOOST_TEST(kinds([](sale& s) { s.b.covers(s.shop, s.carrier, loss_of(s.machine)); }) ==
             "uncovered-loss");
}

// ---- costs -----------------------------------------------------------------------------------

namespace {

/// What the damage costs, as told; with a mounting that comes after.
std::string costs(bool is_priced, auto rules) {
  sale s;
  auto const mounting = s.b.service("mounting");
  s.b.before(s.delivery, mounting).can_do(s.shop, mounting, 24h);
  s.b.charges(s.shop, s.machine, {599'00, "EUR"}).charges(s.shop, mounting, {39'00, "EUR"});
  if (is_priced) s.b.charges(s.shop, s.delivery, {49'00, "EUR"});
  rules(s);
  auto const v = s.explored();
  BOOST_TEST_REQUIRE(v.costs.size() == 1U);
  return phrase(v.model(), v.costs[0]);
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_it_costs_whom) {
  // Nothing is done: she has paid for all of it.
  BOOST_TEST(costs(true, [](sale&) {}) ==
             "'damaged' (delivery): the customer 687.00 EUR, the shop nothing");
  BOOST_TEST(costs(true, [](sale& s) { s.b.on(s.damaged).owes(s.shop, refund); }) ==
             "'damaged' (delivery): the customer nothing, the shop 599.00 EUR");
  BOOST_TEST(costs(true, [](sale& s) { s.b.on(s.damaged).owes(s.shop, replace(s.machine)); }) ==
             "'damaged' (delivery): the customer nothing, the shop 599.00 EUR");
  BOOST_TEST(costs(true, [](sale& s) {
               s.b.on(s.damaged).owes(s.shop, refund).waits_for(s.sent_back);
             }) == "'damaged' (delivery): the customer nothing, the shop nothing");
  BOOST_TEST(costs(true, [](sale& s) { s.covered().b.on(s.damaged).owes(s.shop, refund); }) ==
             "'damaged' (delivery): the customer nothing, the shop nothing");
}

BOOST_AUTO_TEST_CASE(what_the_shop_breaks_itself_it_pays_for) {
  sale s;
  auto const dented = s.b.fails(s.delivery, "dented").follows(started(s.delivery)).by(s.shop).id();
  s.covered().b.on(dented).owes(s.shop, replace(s.machine));
  s.b.on(s.damaged).owes(s.shop, replace(s.machine));
  s.b.charges(s.shop, s.machine, {599'00, "EUR"});
  auto const v = s.explored();
  BOOST_TEST_REQUIRE(v.costs.size() == 2U);
  BOOST_TEST(phrase(v.model(), v.costs[0]) ==
             "'damaged' (delivery): the customer nothing, the shop nothing");
  BOOST_TEST(phrase(v.model(), v.costs[1]) ==
             "'dented' (delivery): the customer nothing, the shop 599.00 EUR");
}

BOOST_AUTO_TEST_CASE(what_is_back_with_the_shop_is_not_gone) {
  sale s;
  auto const maker = s.b.subcontractor("maker");
  s.b.performs(maker, s.machine);
  s.b.on(s.damaged).owes(s.shop, replace(s.machine)).waits_for(s.sent_back);
  s.b.charges(s.shop, s.machine, {599'00, "EUR"});
  auto const v = s.explored();
  BOOST_TEST_REQUIRE(v.costs.size() == 1U);
  BOOST_TEST(phrase(v.model(), v.costs[0]) ==
             "'damaged' (delivery): the customer nothing, the shop nothing");
}

BOOST_AUTO_TEST_CASE(what_nobody_has_priced_is_unknown) {
  BOOST_TEST(costs(false, [](sale&) {}) ==
             "'damaged' (delivery): the customer unknown, the shop nothing");
  BOOST_TEST(costs(false, [](sale& s) { s.b.on(s.damaged).owes(s.shop, refund); }) ==
             "'damaged' (delivery): the customer nothing, the shop 599.00 EUR");
  sale s;
  s.b.on(s.damaged).owes(s.shop, refund);
  BOOST_TEST(s.explored().costs.empty());  // no price at all
  s.b.charges(s.shop, s.delivery, {49'00, "EUR"});
  auto const v = s.explored();
  BOOST_TEST_REQUIRE(v.costs.size() == 1U);
  BOOST_TEST(phrase(v.model(), v.costs[0]) ==
             "'damaged' (delivery): the customer nothing, the shop unknown");
}

BOOST_AUTO_TEST_SUITE_END()
