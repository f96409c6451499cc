// SPDX-License-Identifier: BSL-1.0
//
// imposed-duty: a duty laid on a party that never committed to it.
#include "check/support.hpp"

using namespace check_test;

namespace {

struct losing_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
  party_id driver = b.subcontractor("driver");
};
std::string imposed(builder const& b) { return pairs(b, checks::imposed_duty); }

}  // namespace

BOOST_AUTO_TEST_SUITE(imposed_duty)

BOOST_AUTO_TEST_CASE(a_rule_for_somebody_who_has_promised_nothing) {
  losing_shop s;
  s.b.on(s.lost).owes(s.driver, perform_again(s.delivery), s.shop);
  BOOST_TEST(imposed(s.b) ==
             "on lost: driver performs the delivery again & driver (subcontractor)");
  s.b.commits_to(s.driver, s.carrier, s.delivery);
  BOOST_TEST(imposed(s.b) == "");  // under the contracts of the shop
}

BOOST_AUTO_TEST_CASE(not_for_the_sellers_firm_or_the_customer) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund);
  s.b.on(s.lost).owes(s.website, refund);
  s.b.on(s.lost).owes(s.customer, act("sends it back"), s.shop);
  BOOST_TEST(imposed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_promise_for_another_part_is_none_for_this) {
  losing_shop s;
  s.b.on(s.lost).owes(s.installer, act("calls her"));
  BOOST_TEST(imposed(s.b) != "");
  s.b.on(s.lost).owes(s.carrier, replace(s.machine));  // he carries it, and has none
  BOOST_TEST(findings(built(s.b), checks::imposed_duty).size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_promise_to_the_customer_binds_as_well) {
  losing_shop s;
  s.b.on(s.lost).owes(s.driver, refund);
  s.b.commits(s.driver, s.b.whole(), recovered_within(24h));
  BOOST_TEST(imposed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_promise_outside_of_the_sellers_chain_does_not) {
  losing_shop s;
  auto const stranger = s.b.subcontractor("stranger");
  s.b.on(s.lost).owes(s.driver, perform_again(s.delivery));
  s.b.commits_to(s.driver, stranger, s.delivery);
  BOOST_TEST(imposed(s.b) != "");
  s.b.commits_to(stranger, s.shop, s.installation);
  BOOST_TEST(imposed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(nor_an_incentive_nor_what_brings_about_something_else) {
  losing_shop s;
  s.b.on(s.lost).owes(s.driver, perform_again(s.delivery));
  s.b.commits_to(s.driver, s.shop, s.delivery).overrides(undamaged);
  s.b.commits_to(s.driver, s.shop, s.delivery).brings_about(shipped(s.delivery));
  BOOST_TEST(imposed(s.b) != "");
  s.b.commits_to(s.driver, s.shop, s.delivery).brings_about(completed(s.delivery));
  BOOST_TEST(imposed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(who_works_for_the_seller_has_not_promised_her_money) {
  losing_shop s;
  s.b.on(s.lost).owes(s.carrier, refund);
  BOOST_TEST(imposed(s.b) == "on lost: carrier refunds & carrier (subcontractor)");
  s.b.commits(s.carrier, s.delivery, undamaged);
  BOOST_TEST(imposed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(but_to_have_promised_the_seller_is_enough_to_pay_the_seller_back) {
  losing_shop s;
  s.b.on(s.lost).owes(s.carrier, refund, s.shop);
  BOOST_TEST(imposed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(on_a_request_any_promise_to_her_will_do) {
  losing_shop s;
  s.b.on(cancel_requested).owes(s.driver, accept);
  BOOST_TEST(imposed(s.b) != "");
  s.b.commits_to(s.driver, s.installer, s.installation);
  BOOST_TEST(imposed(s.b) != "");
  s.b.commits(s.driver, s.installation, within(24h));
  BOOST_TEST(imposed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_remedy_that_counts_on_him_is_blocked_and_that_follows) {
  losing_shop s;
  s.b.on(s.lost).owes(s.driver, refund, s.shop);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "on lost: driver refunds");
  auto const report = validate(built(s.b));
  BOOST_TEST(report.count(gaps::imposed_duty) == 1u);
  BOOST_TEST(report.count(gaps::blocked_remedy) == 0u);  // it is listed under it
}

BOOST_AUTO_TEST_CASE(a_gate_that_nobody_opens_is_a_gap_of_its_own) {
  losing_shop s;
  auto const found = s.b.step(s.delivery, "found").follows(s.lost).id();
  s.b.on(s.lost).owes(s.driver, refund, s.shop).waits_for(found);
  auto const report = validate(built(s.b));
  BOOST_TEST(report.count(gaps::imposed_duty) == 1u);
  BOOST_TEST(report.count(gaps::blocked_remedy) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
