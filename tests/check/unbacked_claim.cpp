// SPDX-License-Identifier: BSL-1.0
//
// unbacked-claim: a claim bound to a term, and no commitment of the seller to the customer on that
// part has that quality (one finding a claim).
#include "check/support.hpp"

using namespace check_test;

namespace {

struct claiming_shop : bare_shop {
  claim_id claim = b.claims(website, delivery, within(48h));
};

constexpr auto unbacked = "website claims for delivery: within 48 h of the order";

}  // namespace

BOOST_AUTO_TEST_SUITE(unbacked_claim)

BOOST_AUTO_TEST_CASE(a_claim_bound_to_a_term_that_nobody_commits_to) {
  claiming_shop s;
  BOOST_TEST(places(s.b, checks::unbacked_claim) == unbacked);
}

BOOST_AUTO_TEST_CASE(an_implied_claim_is_a_claim) {
  bare_shop s;
  s.b.implies(s.website, s.machine, undamaged);
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "website implies for machine: undamaged");
}

BOOST_AUTO_TEST_CASE(not_a_claim_whose_quality_the_seller_commits_to_her_on_that_part) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "");
}

BOOST_AUTO_TEST_CASE(a_commitment_of_the_quality_backs_it_however_weak) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, within(960h));  // overclaimed, and backed
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "");
}

BOOST_AUTO_TEST_CASE(a_department_commits_for_the_seller) {
  claiming_shop s;
  s.b.commits(s.website, s.delivery, within(48h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "");
}

BOOST_AUTO_TEST_CASE(a_commitment_on_a_composite_that_holds_it) {
  claiming_shop s;
  s.b.commits(s.shop, s.b.whole(), within(48h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "");
}

BOOST_AUTO_TEST_CASE(a_commitment_on_the_part_backs_no_claim_on_the_composite) {
  bare_shop s;
  s.b.claims(s.website, s.b.whole(), within(48h));
  s.b.commits(s.shop, s.delivery, within(48h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) ==
             "website claims for a machine, delivered and installed: within 48 h of the order");
}

BOOST_AUTO_TEST_CASE(a_price_of_the_whole_is_none_of_the_part) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, priced_at({900, "EUR"}));
  s.b.commits(s.shop, s.b.whole(), priced_at({49'900, "EUR"}));
  BOOST_TEST(places(s.b, checks::unbacked_claim) ==
             "website claims for delivery: for at most 9.00 EUR");
  s.b.commits(s.shop, s.delivery, priced_at({900, "EUR"}));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "");
}

BOOST_AUTO_TEST_CASE(a_commitment_on_another_part) {
  claiming_shop s;
  s.b.commits(s.shop, s.machine, within(48h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == unbacked);
}

BOOST_AUTO_TEST_CASE(a_commitment_of_another_quality) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, at(place::doorstep));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == unbacked);
}

BOOST_AUTO_TEST_CASE(a_commitment_of_somebody_else_to_the_customer) {
  claiming_shop s;
  s.b.commits(s.carrier, s.delivery, within(48h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == unbacked);
}

BOOST_AUTO_TEST_CASE(a_subcontract_which_is_owed_to_the_seller) {
  claiming_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == unbacked);
}

BOOST_AUTO_TEST_CASE(an_incentive_which_is_no_promise_of_its_quality) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, within(48h)).overrides(undamaged);
  BOOST_TEST(places(s.b, checks::unbacked_claim) == unbacked);
}

BOOST_AUTO_TEST_CASE(a_commitment_to_the_customer_that_is_then_owed_to_another) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, within(48h)).to(s.installer);
  BOOST_TEST(places(s.b, checks::unbacked_claim) == unbacked);
}

BOOST_AUTO_TEST_CASE(not_a_claim_bound_to_no_term) {
  bare_shop s;
  s.b.says(s.website, s.delivery, "luxury");
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "");
}

BOOST_AUTO_TEST_CASE(one_finding_a_claim_however_many_of_its_terms) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, {within(48h), at(place::doorstep), undamaged});
  BOOST_TEST(findings(built(s.b), checks::unbacked_claim).size() == 1u);
  s.b.commits(s.shop, s.delivery, {within(48h), at(place::doorstep)});
  BOOST_TEST(findings(built(s.b), checks::unbacked_claim).size() == 1u);
  s.b.commits(s.shop, s.delivery, undamaged);
  BOOST_TEST(findings(built(s.b), checks::unbacked_claim).empty());
}

BOOST_AUTO_TEST_CASE(the_words_name_only_the_terms_that_are_unbacked) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, {within(48h), at(place::doorstep), undamaged}, "at once");
  s.b.commits(s.shop, s.delivery, at(place::kerb));
  auto const m = built(s.b);
  auto const all = findings(m, checks::unbacked_claim);
  BOOST_TEST_REQUIRE(all.size() == 1u);
  auto const x = all[0].what->explain(m, all[0]);
  BOOST_TEST(x.what ==
             "Nobody has committed to what the customer is told: within 48 h of the order and "
             "undamaged.");
  BOOST_TEST(x.where == "delivery, claimed by website in the words \"at once\"");
  BOOST_TEST(describe(m, all[0].other) == "website (department)");
}

BOOST_AUTO_TEST_SUITE_END()
