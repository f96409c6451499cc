// SPDX-License-Identifier: BSL-1.0
//
// conflicting-commitments: one debtor, one part, terms that cannot all be met; or an incentive that
// can override what is claimed or committed of that part.
#include "check/support.hpp"

using namespace check_test;

namespace {

template <class Shop>
std::size_t found(Shop const& s) {
  return findings(built(s.b), checks::conflicting_commitments).size();
}

struct booked_shop : bare_shop {
  void book(std::chrono::hours from, std::chrono::hours until) {
    b.commits(shop, delivery, in_window(from, until));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(conflicting_commitments)

BOOST_AUTO_TEST_CASE(two_windows_that_do_not_meet) {
  booked_shop s;
  s.book(8h, 12h), s.book(12h, 16h);
  BOOST_TEST(pairs(s.b, checks::conflicting_commitments) ==
             "shop commits to customer for delivery: between 08:00 and 12:00 & shop commits to "
             "customer for delivery: "
             "between 12:00 and 16:00");
}

BOOST_AUTO_TEST_CASE(windows_that_overlap_can_both_be_kept) {
  booked_shop s;
  s.book(8h, 13h), s.book(12h, 16h);
  BOOST_TEST(found(s) == 0u);
}

BOOST_AUTO_TEST_CASE(one_finding_a_part_however_many_do_not_meet) {
  booked_shop s;
  s.book(8h, 10h), s.book(10h, 12h), s.book(12h, 14h);
  BOOST_TEST(found(s) == 1u);
}

BOOST_AUTO_TEST_CASE(a_department_is_the_same_debtor) {
  booked_shop s;
  s.book(8h, 10h);
  s.b.commits(s.website, s.delivery, in_window(10h, 12h));
  BOOST_TEST(found(s) == 1u);
}

BOOST_AUTO_TEST_CASE(not_of_another_debtor_part_or_outcome) {
  booked_shop s;
  s.book(8h, 10h);
  s.b.commits_to(s.carrier, s.shop, s.delivery, in_window(10h, 12h));
  s.b.commits(s.shop, s.installation, in_window(10h, 12h));
  s.b.commits(s.shop, s.delivery, in_window(10h, 12h)).brings_about(shipped(s.delivery));
  s.b.commits(s.shop, s.delivery, in_window(10h, 12h)).on_request();
  BOOST_TEST(found(s) == 0u);
}

BOOST_AUTO_TEST_CASE(other_qualities_can_always_be_kept_together) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(24h));
  s.b.commits(s.shop, s.delivery, within(48h));
  s.b.commits(s.shop, s.delivery, {at(place::kerb), at(place::doorstep)});
  BOOST_TEST(found(s) == 0u);
}

BOOST_AUTO_TEST_CASE(conditions_that_exclude_each_other_keep_them_apart) {
  booked_shop s;
  auto const sunny = s.b.step(s.delivery, "sunny").id(), rainy = s.b.step(s.delivery, "rainy").id();
  s.b.commits(s.shop, s.delivery, in_window(8h, 10h)).given(sunny);
  s.b.commits(s.shop, s.delivery, in_window(10h, 12h)).given(rainy);
  BOOST_TEST(found(s) == 0u);
  s.b.commits(s.shop, s.delivery, in_window(10h, 12h)).given(sunny);
  BOOST_TEST(found(s) == 1u);
}

BOOST_AUTO_TEST_CASE(conditions_of_which_one_can_follow_the_other_do_not) {
  booked_shop s;
  auto const sunny = s.b.step(s.delivery, "sunny").id();
  auto const rainy = s.b.step(s.delivery, "rainy").follows(sunny).id();
  s.b.commits(s.shop, s.delivery, in_window(8h, 10h)).given(rainy);
  s.b.commits(s.shop, s.delivery, in_window(10h, 12h)).given(sunny);
  BOOST_TEST(found(s) == 1u);
}

BOOST_AUTO_TEST_CASE(conditions_in_the_lives_of_two_parts_can_both_hold) {
  booked_shop s;
  s.b.commits(s.shop, s.delivery, in_window(8h, 10h)).given(completed(s.machine));
  s.b.commits(s.shop, s.delivery, in_window(10h, 12h)).given(completed(s.installation));
  BOOST_TEST(found(s) == 1u);
}

BOOST_AUTO_TEST_CASE(an_incentive_that_can_override_a_claim) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, fits_need);
  s.b.commits_to(s.website, s.shop, s.delivery).overrides(fits_need);
  BOOST_TEST(
      pairs(s.b, checks::conflicting_commitments) ==
      "website commits to shop for delivery, which can override 'fits-need' & website claims for "
      "delivery: right for the customer's need");
}

BOOST_AUTO_TEST_CASE(or_else_a_commitment_whoever_owes_it) {
  bare_shop s;
  s.b.commits_to(s.website, s.shop, s.delivery).overrides(undamaged);
  BOOST_TEST(found(s) == 0u);
  s.b.commits_to(s.carrier, s.shop, s.delivery, undamaged);
  BOOST_TEST(found(s) == 1u);
}

BOOST_AUTO_TEST_CASE(of_what_holds_the_part_or_lies_in_it) {
  bare_shop s;
  s.b.claims(s.website, s.b.whole(), undamaged);
  s.b.commits_to(s.carrier, s.shop, s.delivery).overrides(undamaged);
  BOOST_TEST(found(s) == 1u);
  bare_shop t;
  t.b.claims(t.website, t.delivery, undamaged);
  t.b.commits_to(t.carrier, t.shop, t.b.whole()).overrides(undamaged);
  BOOST_TEST(found(t) == 1u);
  bare_shop u;
  u.b.claims(u.website, u.delivery, undamaged);
  u.b.commits_to(u.carrier, u.shop, u.installation).overrides(undamaged);
  BOOST_TEST(found(u) == 0u);
}

BOOST_AUTO_TEST_CASE(a_price_of_the_whole_is_none_of_the_part) {
  bare_shop s;
  s.b.claims(s.website, s.b.whole(), priced_at({900, "EUR"}));
  s.b.commits_to(s.carrier, s.shop, s.delivery).overrides(priced_at({1, "EUR"}));
  BOOST_TEST(found(s) == 0u);
  s.b.claims(s.website, s.delivery, priced_at({900, "EUR"}));
  BOOST_TEST(found(s) == 1u);
}

BOOST_AUTO_TEST_CASE(an_incentive_owed_to_the_customer_is_hers) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, undamaged);
  s.b.commits(s.shop, s.delivery, within(1h)).overrides(undamaged);
  BOOST_TEST(found(s) == 0u);
}

BOOST_AUTO_TEST_CASE(one_finding_an_incentive) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, undamaged);
  s.b.claims(s.website, s.b.whole(), undamaged);
  s.b.commits(s.shop, s.delivery, undamaged);
  s.b.commits_to(s.carrier, s.shop, s.delivery).overrides(undamaged);
  s.b.commits_to(s.installer, s.shop, s.delivery).overrides(undamaged);
  BOOST_TEST(found(s) == 2u);
}

BOOST_AUTO_TEST_CASE(each_declared_interest_is_found_once_by_its_name) {
  contracted_shop s;
  s.b.claims(s.website, s.delivery, fits_need);
  s.b.commits_to(s.carrier, s.shop, s.delivery).overrides(fits_need, "the campaign of the week");
  s.b.commits_to(s.carrier, s.shop, s.delivery).overrides(fits_need, "the seller's own");
  s.b.commits_to(s.website, s.shop, s.delivery).overrides(fits_need, "the margin");
  s.b.commits_to(s.website, s.shop, s.delivery)
      .overrides(undamaged, "a bonus");  // pulls at nothing
  auto const m = built(s.b);
  std::vector<std::string> wheres;
  auto const found = findings(m, checks::conflicting_commitments);
  for (auto const& f : found) wheres.push_back(f.what->explain(m, f).where);
  BOOST_TEST(
      wheres == (std::vector<std::string>{"delivery, at carrier, for the campaign of the week",
                                          "delivery, at carrier, for the seller's own",
                                          "delivery, at website, for the margin"}),
      boost::test_tools::per_element());
  BOOST_TEST(found[0].what->explain(m, found[0]).what ==
             "The carrier commits to the shop on 'the campaign of the week', which can override "
             "what is promised of the delivery: 'fits-need'.");
  BOOST_TEST(describe(m, found[0].where) ==
             "carrier commits to shop for delivery, for the campaign of the week, which can "
             "override 'fits-need'");
}

BOOST_AUTO_TEST_SUITE_END()
