// SPDX-License-Identifier: BSL-1.0
//
// split-accountability: two parties commit to the customer on one part and quality, or a single
// contact is committed while another party commits to her, too.
#include "check/support.hpp"

using namespace check_test;

namespace {

template <class Shop>
std::size_t found(Shop const& s) {
  return findings(built(s.b), checks::split_accountability).size();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(split_accountability)

BOOST_AUTO_TEST_CASE(two_firms_promise_her_the_same) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  s.b.commits(s.carrier, s.delivery, within(24h));
  BOOST_TEST(pairs(s.b, checks::split_accountability) ==
             "shop commits to customer for delivery: within 48 h of the order & carrier commits to "
             "customer for delivery: within 24 h of the order");
}

BOOST_AUTO_TEST_CASE(on_a_part_and_on_what_holds_it) {
  bare_shop s;
  s.b.commits(s.shop, s.b.whole(), undamaged);
  s.b.commits(s.carrier, s.delivery, undamaged);
  auto const all = findings(built(s.b), checks::split_accountability);
  BOOST_TEST_REQUIRE(all.size() == 1u);
  BOOST_TEST((all[0].part == s.delivery));  // the inner one
}

BOOST_AUTO_TEST_CASE(a_price_of_the_whole_is_none_of_the_part) {
  bare_shop s;
  s.b.commits(s.shop, s.b.whole(), priced_at({900, "EUR"}));
  s.b.commits(s.carrier, s.delivery, priced_at({9, "EUR"}));
  BOOST_TEST(found(s) == 0u);
}

BOOST_AUTO_TEST_CASE(not_of_another_part_or_quality) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  s.b.commits(s.carrier, s.delivery, undamaged);
  s.b.commits(s.carrier, s.installation, within(24h));
  BOOST_TEST(found(s) == 0u);
}

BOOST_AUTO_TEST_CASE(departments_are_one_firm_and_subcontracts_are_not_owed_to_her) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  s.b.commits(s.website, s.delivery, within(24h));
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h));
  s.b.commits(s.carrier, s.delivery, within(24h)).overrides(undamaged);  // an incentive
  s.b.commits(s.carrier, s.delivery, {});                                // no quality at all
  BOOST_TEST(found(s) == 0u);
}

BOOST_AUTO_TEST_CASE(one_finding_a_part_and_quality) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  s.b.commits(s.carrier, s.delivery, within(24h));
  s.b.commits(s.installer, s.delivery, within(24h));
  BOOST_TEST(found(s) == 1u);
  s.b.commits(s.shop, s.delivery, undamaged);
  s.b.commits(s.carrier, s.delivery, undamaged);
  BOOST_TEST(found(s) == 2u);
}

BOOST_AUTO_TEST_CASE(a_single_contact_beside_another_firm) {
  bare_shop s;
  s.b.commits(s.shop, s.b.whole(), single_contact);
  BOOST_TEST(found(s) == 0u);
  s.b.commits(s.shop, s.delivery, within(48h));  // the contact itself may promise more
  BOOST_TEST(found(s) == 0u);
  s.b.commits(s.carrier, s.delivery, undamaged);
  BOOST_TEST(pairs(s.b, checks::split_accountability) ==
             "shop commits to customer for a machine, delivered and installed: a single contact & "
             "carrier commits to customer for delivery: undamaged");
  s.b.commits(s.installer, s.installation, installed);
  BOOST_TEST(found(s) == 1u);  // a contact
}

BOOST_AUTO_TEST_CASE(a_single_contact_for_one_part_says_nothing_of_another) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, single_contact);
  s.b.commits(s.installer, s.installation, installed);
  BOOST_TEST(found(s) == 0u);
  s.b.commits(s.installer, s.b.whole(), undamaged);
  BOOST_TEST(found(s) == 1u);
}

BOOST_AUTO_TEST_CASE(two_single_contacts_are_split_as_any_quality) {
  bare_shop s;
  s.b.commits(s.shop, s.b.whole(), single_contact);
  s.b.commits(s.carrier, s.delivery, single_contact);
  BOOST_TEST(found(s) == 1u);
}

BOOST_AUTO_TEST_CASE(not_of_one_firm_though_another_commits_to_her_elsewhere) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  s.b.commits(s.website, s.delivery, within(24h));
  s.b.commits(s.carrier, s.machine, undamaged);
  BOOST_TEST(found(s) == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
