// SPDX-License-Identifier: BSL-1.0
//
// unmandated-claim: the claimant has no mandate to bind the seller.
#include "check/support.hpp"

using namespace check_test;

BOOST_AUTO_TEST_SUITE(unmandated_claim)

BOOST_AUTO_TEST_CASE(a_firm_speaks_for_itself_alone) {
  bare_shop s;
  s.b.claims(s.carrier, s.delivery, within(48h));
  BOOST_TEST(pairs(s.b, checks::unmandated_claim) ==
             "carrier claims for delivery: within 48 h of the order & carrier (subcontractor)");
}

BOOST_AUTO_TEST_CASE(unless_it_is_granted_a_mandate) {
  bare_shop s;
  s.b.claims(s.carrier, s.delivery, within(48h));
  s.b.has_mandate(s.carrier);
  BOOST_TEST(places(s.b, checks::unmandated_claim) == "");
}

BOOST_AUTO_TEST_CASE(a_department_and_the_seller_bind_the_seller) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, within(48h));
  s.b.claims(s.shop, s.delivery, within(48h));
  BOOST_TEST(places(s.b, checks::unmandated_claim) == "");
}

BOOST_AUTO_TEST_CASE(a_department_that_is_denied_its_mandate) {
  bare_shop s;
  s.b.has_no_mandate(s.website);
  s.b.claims(s.website, s.delivery, within(48h));
  s.b.says(s.website, s.delivery, "express");  // words alone speak for somebody, too
  BOOST_TEST(findings(built(s.b), checks::unmandated_claim).size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_claim_without_mandate_may_be_backed_all_the_same) {
  bare_shop s;
  s.b.claims(s.carrier, s.delivery, within(48h));
  s.b.commits(s.shop, s.delivery, within(48h));
  BOOST_TEST(findings(built(s.b), checks::unmandated_claim).size() == 1u);
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "");
}

BOOST_AUTO_TEST_SUITE_END()
