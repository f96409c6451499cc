// SPDX-License-Identifier: BSL-1.0
//
// missing-recourse: the seller owes a remedy for a failure of a part that another performs, and has
// no claim on that performer in the remedy's time.
#include "check/support.hpp"

using namespace check_test;

namespace {

struct losing_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
};
std::string missing(builder const& b) { return pairs(b, checks::missing_recourse); }

}  // namespace

BOOST_AUTO_TEST_SUITE(missing_recourse)

BOOST_AUTO_TEST_CASE(a_remedy_that_the_seller_pays_for_alone) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund).within(24h);
  BOOST_TEST(missing(s.b) == "lost (delivery) & on lost: shop refunds within 24 h");
  s.b.recovers_from(s.shop, s.carrier, s.lost, within(24h));
  BOOST_TEST(missing(s.b) == "");
}

BOOST_AUTO_TEST_CASE(it_is_a_note) {
  BOOST_TEST((gaps::missing_recourse.severity == severity::note));
}

BOOST_AUTO_TEST_CASE(in_the_time_of_the_remedy) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund).within(24h);
  s.b.recovers_from(s.shop, s.carrier, s.lost, within(24h + 1s));
  BOOST_TEST(missing(s.b) != "");
  s.b.recovers_from(s.shop, s.carrier, s.lost);  // in no time that is stated
  BOOST_TEST(missing(s.b) != "");
  s.b.recovers_from(s.shop, s.carrier, s.lost, within(23h));
  BOOST_TEST(missing(s.b) == "");
}

BOOST_AUTO_TEST_CASE(where_that_time_is_unknown_any_recourse_will_do) {
  losing_shop s;
  auto const found = s.b.step(s.delivery, "found").follows(s.lost).id();
  s.b.on(s.lost).owes(s.shop, refund).waits_for(found);
  BOOST_TEST(missing(s.b) != "");
  s.b.recovers_from(s.shop, s.carrier, s.lost);
  BOOST_TEST(missing(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_rule_that_says_nothing_of_when_has_no_time_that_is_known) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund);
  BOOST_TEST(missing(s.b) != "");
  s.b.recovers_from(s.shop, s.carrier, s.lost, within(900h));
  BOOST_TEST(missing(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_replacement_takes_as_long_as_doing_it_again) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, replace(s.machine));  // 0 h and 48 h
  s.b.recovers_from(s.shop, s.carrier, s.lost, within(49h));
  BOOST_TEST(missing(s.b) != "");
  s.b.recovers_from(s.shop, s.carrier, s.lost, within(48h));
  BOOST_TEST(missing(s.b) == "");
}

BOOST_AUTO_TEST_CASE(down_the_chain_of_those_who_pass_it_on) {
  losing_shop s;
  auto const driver = s.b.subcontractor("driver");
  s.b.commits_to(driver, s.carrier, s.delivery);
  s.b.on(s.lost).owes(s.shop, refund);
  s.b.recovers_from(s.shop, s.carrier, s.lost, within(0h));
  BOOST_TEST(missing(s.b) != "");
  s.b.recovers_from(s.carrier, driver, s.lost, within(0h));
  BOOST_TEST(missing(s.b) == "");
}

BOOST_AUTO_TEST_CASE(for_that_failure_and_against_that_firm) {
  losing_shop s;
  auto const damaged = s.b.fails(s.delivery, "damaged").id();
  s.b.on(s.lost).owes(s.shop, refund);
  s.b.recovers_from(s.shop, s.carrier, damaged, within(0h));
  s.b.recovers_from(s.shop, s.installer, s.lost, within(0h));
  BOOST_TEST(missing(s.b) == "lost (delivery) & on lost: shop refunds");
}

BOOST_AUTO_TEST_CASE(only_of_remedies_that_the_seller_owes_her) {
  losing_shop s;
  s.b.on(s.lost).owes(s.carrier, refund);
  s.b.on(s.lost).owes(s.shop, refund, s.installer);
  s.b.on(s.lost).owes(s.shop, accept);
  BOOST_TEST(missing(s.b) == "");
  s.b.on(replacement_requested).since(s.lost).owes(s.shop, replace(s.machine));
  BOOST_TEST(missing(s.b) != "");
}

BOOST_AUTO_TEST_CASE(not_of_a_part_of_its_own) {
  bare_shop s;
  auto const broken = s.b.fails(s.machine, "broken").id();
  s.b.on(broken).owes(s.shop, refund);
  BOOST_TEST(missing(s.b) == "");
}

BOOST_AUTO_TEST_CASE(one_finding_a_failure) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund);
  s.b.on(reported(s.lost)).owes(s.shop, replace(s.machine));
  BOOST_TEST(findings(built(s.b), checks::missing_recourse).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
