// SPDX-License-Identifier: BSL-1.0
//
// reversed-remedy: a remedy between parties of whom the one owes the other nothing that the failure
// breaches.
#include "check/support.hpp"

using namespace check_test;

namespace {

struct losing_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
  party_id driver = b.subcontractor("driver");
};
std::string reversed(builder const& b) { return pairs(b, checks::reversed_remedy); }

}  // namespace

BOOST_AUTO_TEST_SUITE(reversed_remedy)

BOOST_AUTO_TEST_CASE(a_remedy_owed_to_somebody_whom_nothing_was_promised) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund, s.carrier);
  BOOST_TEST(reversed(s.b) == "on lost: shop refunds & shop (seller)");
}

BOOST_AUTO_TEST_CASE(and_by_somebody_who_owes_it_to_another) {
  losing_shop s;
  s.b.on(s.lost).owes(s.carrier, refund);
  BOOST_TEST(reversed(s.b) == "on lost: carrier refunds & carrier (subcontractor)");
  s.b.commits(s.carrier, s.delivery, undamaged);
  BOOST_TEST(reversed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_along_a_contract_or_the_order) {
  losing_shop s;
  s.b.on(s.lost).owes(s.carrier, refund, s.website);
  s.b.on(s.lost).owes(s.website, refund);
  s.b.on(reported(s.lost)).owes(s.shop, replace(s.machine));
  BOOST_TEST(reversed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(by_the_order_the_seller_owes_her_the_whole_whoever_answers_for_a_part) {
  losing_shop s;
  s.b.answers(s.carrier, s.delivery).answers(s.carrier, s.machine);
  s.b.on(s.lost).owes(s.shop, refund);
  s.b.on(s.lost).owes(s.website, refund);
  BOOST_TEST(reversed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(what_the_failing_part_carries_is_hit_with_it) {
  losing_shop s;
  s.b.on(s.lost).owes(s.driver, refund);
  s.b.commits(s.driver, s.installation, undamaged);
  BOOST_TEST(reversed(s.b) != "");
  s.b.commits(s.driver, s.machine, undamaged);
  BOOST_TEST(reversed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(and_a_good_that_changes_hands_in_the_life_of_the_part) {
  losing_shop s;
  auto const scratched = s.b.fails(s.installation, "scratched").id();
  s.b.commits(s.driver, s.machine, undamaged);
  s.b.on(scratched).owes(s.driver, refund);
  BOOST_TEST(reversed(s.b) != "");
  s.b.step(s.installation, "taken along").follows(scratched).hands(s.machine, s.installer);
  BOOST_TEST(reversed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(an_incentive_promises_nothing_and_to_grant_a_request_is_no_remedy) {
  losing_shop s;
  s.b.commits(s.carrier, s.delivery, undamaged).overrides(within(1h));
  s.b.on(s.lost).owes(s.carrier, refund);
  s.b.on(s.lost).owes(s.carrier, accept);
  s.b.on(s.lost).owes(s.carrier, refuse);
  s.b.on(completed(s.delivery)).owes(s.shop, act("sends a card"), s.driver);
  BOOST_TEST(reversed(s.b) == "on lost: carrier refunds & carrier (subcontractor)");
}

BOOST_AUTO_TEST_CASE(a_price_makes_her_no_debtor_of_remedies) {
  for (auto const priced : {false, true}) {
    losing_shop s;
    if (priced) s.b.commits_to(s.customer, s.shop, s.b.whole(), priced_at({4900, "EUR"}));
    s.b.on(s.lost).owes(s.customer, act("pays a penalty"), s.shop);
    BOOST_TEST(reversed(s.b) == "on lost: customer pays a penalty & customer (customer)");
    BOOST_TEST(places(s.b, checks::blocked_remedy) == "on lost: customer pays a penalty");
  }
  losing_shop s;  // what she has promised to do, she may answer for
  s.b.commits_to(s.customer, s.shop, s.delivery, in_window(8h, 12h));
  s.b.on(s.lost).owes(s.customer, act("pays a second trip"), s.shop);
  BOOST_TEST(reversed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(who_has_promised_cover_may_owe_it) {
  auto const found = [](auto&& cover) {
    losing_shop s;
    auto const insurer = s.b.subcontractor("insurer");
    s.b.on(s.lost).owes(insurer, refund);
    cover(s, insurer);
    return places(s.b, checks::reversed_remedy) + " " + places(s.b, checks::imposed_duty) + " " +
           places(s.b, checks::blocked_remedy);
  };
  auto const rule = std::string{"on lost: insurer refunds"};
  auto const all = rule + " " + rule + " " + rule;
  BOOST_TEST(found([](auto&, auto) {}) == all);
  BOOST_TEST(found([](auto& s, auto i) { s.b.covers(i, s.customer, loss_of(s.machine)); }) == "  ");
  BOOST_TEST(found([](auto& s, auto i) { s.b.covers(i, s.shop, loss_of(s.machine)); }) == all);
  BOOST_TEST(found([](auto& s, auto i) { s.b.covers(i, s.customer, loss_of(s.installation)); }) ==
             all);
  BOOST_TEST(found([](auto& s, auto i) {
               s.b.covers(i, s.customer, loss_of(s.machine), completed(s.delivery));
             }) == all);  // not yet
}

BOOST_AUTO_TEST_SUITE_END()
