// SPDX-License-Identifier: BSL-1.0
//
// unmeasurable-claim: a claim bound to no term at all.
#include "check/support.hpp"

using namespace check_test;

BOOST_AUTO_TEST_SUITE(unmeasurable_claim)

BOOST_AUTO_TEST_CASE(a_claim_in_words_alone) {
  bare_shop s;
  s.b.says(s.website, s.b.whole(), "luxury");
  BOOST_TEST(pairs(s.b, checks::unmeasurable_claim) ==
             "website claims for a machine, delivered and installed: \"luxury\" & website "
             "(department)");
}

BOOST_AUTO_TEST_CASE(words_bound_to_a_term_can_be_kept_or_broken) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, within(24h), "express");
  s.b.implies(s.website, s.delivery, undamaged);
  BOOST_TEST(places(s.b, checks::unmeasurable_claim) == "");
}

BOOST_AUTO_TEST_CASE(one_finding_a_claim) {
  bare_shop s;
  s.b.says(s.website, s.delivery, "express");
  s.b.says(s.shop, s.delivery, "express");
  BOOST_TEST(findings(built(s.b), checks::unmeasurable_claim).size() == 2u);
}

BOOST_AUTO_TEST_CASE(it_is_a_warning_and_says_the_words) {
  bare_shop s;
  s.b.says(s.website, s.delivery, "express");
  auto const m = built(s.b);
  auto const found = findings(m, checks::unmeasurable_claim);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  BOOST_TEST((found[0].what->severity == severity::warning));
  BOOST_TEST(found[0].what->explain(m, found[0]).what.find("express") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
