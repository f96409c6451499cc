// SPDX-License-Identifier: BSL-1.0
//
// uninformed-party: a party's duty depends on an event that it does not know.
#include "check/support.hpp"

using namespace check_test;

BOOST_AUTO_TEST_SUITE(uninformed_party)

BOOST_AUTO_TEST_CASE(a_commitment_that_depends_on_its_antecedent) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery);
  s.b.commits_to(s.installer, s.shop, s.installation).given(completed(s.delivery));
  BOOST_TEST(pairs(s.b, checks::uninformed_party) ==
             "delivery completed & installer (subcontractor)");
}

BOOST_AUTO_TEST_CASE(a_commitment_that_is_counted_from_an_event) {
  contracted_shop s;
  BOOST_TEST(pairs(s.b, checks::uninformed_party) ==
             "delivery completed & installer (subcontractor)");
}

BOOST_AUTO_TEST_CASE(not_one_that_is_counted_from_the_order) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h).after(ordered));
  s.b.commits_to(s.installer, s.shop, s.installation, within(72h));
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "");
}

BOOST_AUTO_TEST_CASE(not_who_is_told) {
  contracted_shop s;
  s.b.tells(s.carrier, s.installer, completed(s.delivery), 2h);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "");
}

BOOST_AUTO_TEST_CASE(not_who_is_told_by_the_coordination_of_somebody_who_knows) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) ==
             "delivery completed & installer (subcontractor); "
             "delivery completed & shop (seller)");  // it coordinates what it does not know of
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "");
}

BOOST_AUTO_TEST_CASE(a_rule_on_an_event_that_its_debtor_does_not_know) {
  contracted_shop s;
  s.b.coordinates(s.carrier, s.delivery, s.installation);
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(lost).owes(s.shop, refund);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "lost (delivery) & shop (seller)");
  s.b.tells(s.carrier, s.website, lost, 2h);  // a firm knows as one
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "");
}

BOOST_AUTO_TEST_CASE(a_rule_that_waits_for_an_event_that_its_debtor_does_not_know) {
  contracted_shop s;
  s.b.coordinates(s.carrier, s.delivery, s.installation);
  auto const found = s.b.step(s.delivery, "found").id();
  s.b.on(cancel_requested).owes(s.shop, accept).waits_for(found);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "found (delivery) & shop (seller)");
}

BOOST_AUTO_TEST_CASE(the_bounds_of_a_situation) {
  contracted_shop s;
  s.b.coordinates(s.carrier, s.delivery, s.installation);
  auto const found = s.b.step(s.delivery, "found").id();
  s.b.on(cancel_requested).between(shipped(s.delivery), found).owes(s.shop, accept);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) ==
             "shipped (delivery) & shop (seller); found (delivery) & shop (seller)");
  s.b.tells(s.carrier, s.shop, found, 2h).tells(s.carrier, s.shop, shipped(s.delivery), 2h);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "");
}

BOOST_AUTO_TEST_CASE(a_rule_on_a_report_that_nobody_makes) {
  contracted_shop s;
  s.b.coordinates(s.carrier, s.delivery, s.installation);
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(reported(lost)).owes(s.shop, refund);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "lost reported (delivery) & shop (seller)");
}

BOOST_AUTO_TEST_CASE(a_notice_of_an_event_that_its_debtor_does_not_know) {
  contracted_shop s;
  s.b.coordinates(s.carrier, s.delivery, s.installation);
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.tells(s.shop, s.customer, lost, 2h);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "lost (delivery) & shop (seller)");
}

BOOST_AUTO_TEST_CASE(the_customer_too_may_depend_on_what_she_is_not_told) {
  contracted_shop s;
  s.b.coordinates(s.carrier, s.delivery, s.installation);
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.commits(s.customer, s.machine, within(24h).after(lost)).to(s.shop);
  BOOST_TEST(pairs(s.b, checks::uninformed_party) == "lost (delivery) & customer (customer)");
}

BOOST_AUTO_TEST_CASE(one_finding_a_party_and_event_whatever_the_number_of_duties) {
  contracted_shop s;
  s.b.commits_to(s.installer, s.shop, s.installation).given(completed(s.delivery));
  s.b.on(completed(s.delivery)).owes(s.installer, act("phones her"));
  auto const m = built(s.b);
  auto const all = findings(m, checks::uninformed_party);
  BOOST_TEST_REQUIRE(all.size() == 1u);
  BOOST_TEST(all[0].what->explain(m, all[0]).evidence.size() == 4u);  // the event and three duties
  BOOST_TEST(bool(all[0].what->severity == severity::warning));
}

BOOST_AUTO_TEST_SUITE_END()
