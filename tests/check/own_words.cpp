// SPDX-License-Identifier: BSL-1.0
//
// What stands behind a claim: the claimant's own word, by whatever name an event goes, and on a
// piece only what can be had of a piece.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// The maker of the machine speaks for itself.
struct makers_shop : contracted_shop {
  party_id maker = b.subcontractor("maker");
  claim_id claim = b.claims(maker, machine, recovered_within(336h));

  std::string gaps_of_claims() const {
    auto const m = built(b);
    std::string text;
    for (auto const& f : findings(m, standard_checks))
      if (f.where.kind == element_kind::claim)
        text += (text.empty() ? "" : "; ") + std::string{f.what->id};
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(own_words)

BOOST_AUTO_TEST_CASE(a_makers_guarantee_is_its_own_word) {
  makers_shop s;
  BOOST_TEST(s.gaps_of_claims() == "unmandated-claim; unbacked-claim");
  s.b.commits_to(s.maker, s.customer, s.machine, recovered_within(336h)).on_request();
  BOOST_TEST(s.gaps_of_claims() == "");
}

BOOST_AUTO_TEST_CASE(the_sellers_word_backs_it_and_gives_no_mandate) {
  makers_shop s;
  s.b.commits(s.shop, s.machine, recovered_within(336h));
  BOOST_TEST(s.gaps_of_claims() == "unmandated-claim");
  s.b.has_mandate(s.maker);
  BOOST_TEST(s.gaps_of_claims() == "");
}

BOOST_AUTO_TEST_CASE(anothers_word_is_nobodys) {
  makers_shop s;
  s.b.commits_to(s.carrier, s.customer, s.machine, recovered_within(336h)).on_request();
  BOOST_TEST(s.gaps_of_claims() == "unmandated-claim; unbacked-claim");
}

BOOST_AUTO_TEST_CASE(it_has_to_be_as_strong) {
  makers_shop s;
  s.b.commits_to(s.maker, s.customer, s.machine, recovered_within(337h)).on_request();
  BOOST_TEST(s.gaps_of_claims() == "overclaimed-term");
}

BOOST_AUTO_TEST_CASE(one_of_two_terms_is_not_all_of_the_claim) {
  makers_shop s;
  s.b.claims(s.maker, s.machine, {recovered_within(336h), undamaged});
  s.b.commits_to(s.maker, s.customer, s.machine, recovered_within(336h)).on_request();
  BOOST_TEST(s.gaps_of_claims() == "unmandated-claim; unbacked-claim");
}

BOOST_AUTO_TEST_CASE(to_cancel_the_whole_is_no_way_to_cancel_a_piece) {
  contracted_shop s;
  s.b.claims(s.website, s.installation, cancel_until(336h));
  s.b.commits(s.shop, s.b.whole(), cancel_until(336h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) ==
             "website claims for installation: free to cancel within 14 days of the order");
  s.b.commits(s.shop, s.installation, cancel_until(336h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "");
}

BOOST_AUTO_TEST_CASE(to_be_informed_of_the_whole_is_to_be_informed_of_a_piece) {
  contracted_shop s;
  s.b.claims(s.website, s.installation, informed_within(2h));
  s.b.commits(s.shop, s.b.whole(), informed_within(2h));
  BOOST_TEST(places(s.b, checks::unbacked_claim) == "");
}

BOOST_AUTO_TEST_CASE(possession_is_the_end_of_the_only_delivery) {
  contracted_shop s;
  s.b.claims(s.website, s.b.whole(), cancel_until(336h).after(possession(s.machine)));
  s.b.commits(s.shop, s.b.whole(), cancel_until(336h).after(completed(s.delivery)));
  BOOST_TEST(places(s.b, checks::overclaimed_term) == "");
  contracted_shop t;
  t.b.claims(t.website, t.b.whole(), cancel_until(336h).after(completed(t.delivery)));
  t.b.commits(t.shop, t.b.whole(), cancel_until(335h).after(possession(t.machine)));
  BOOST_TEST(places(t.b, checks::overclaimed_term) != "");
  t.b.commits(t.shop, t.b.whole(), cancel_until(336h).after(possession(t.machine)));
  BOOST_TEST(places(t.b, checks::overclaimed_term) == "");
}

BOOST_AUTO_TEST_CASE(not_where_something_else_may_hand_it_over) {
  contracted_shop s;
  s.b.step(s.delivery, "handed to a neighbour").hands(s.machine, s.customer);
  s.b.claims(s.website, s.b.whole(), cancel_until(336h).after(possession(s.machine)));
  s.b.commits(s.shop, s.b.whole(), cancel_until(336h).after(completed(s.delivery)));
  BOOST_TEST(places(s.b, checks::overclaimed_term) != "");
}

BOOST_AUTO_TEST_CASE(a_contract_by_the_other_name_keeps_the_term) {
  contracted_shop s;
  s.b.commits(s.shop, s.installation, within(24h).after(possession(s.machine)));
  BOOST_TEST(places(s.b, checks::weaker_subcontract) == "");
  s.b.commits(s.shop, s.installation, within(23h).after(possession(s.machine)));
  BOOST_TEST(places(s.b, checks::weaker_subcontract) != "");
}

BOOST_AUTO_TEST_CASE(a_holiday_less_is_a_day_more) {
  bare_shop s;
  s.b.commits(s.shop, s.delivery, within(business_days{3}));
  s.b.claims(s.website, s.delivery, within(business_days{3}));
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(business_days{2, 1}));
  BOOST_TEST(places(s.b, checks::weaker_subcontract) == "");
  BOOST_TEST(places(s.b, checks::late_by_design) == "");
  bare_shop t;
  t.b.commits(t.shop, t.delivery, within(business_days{3}));
  t.b.claims(t.website, t.delivery, within(business_days{3}));
  t.b.commits_to(t.carrier, t.shop, t.delivery, within(business_days{2, 2}));
  BOOST_TEST(places(t.b, checks::weaker_subcontract) != "");
  BOOST_TEST(places(t.b, checks::late_by_design) != "");
}

BOOST_AUTO_TEST_SUITE_END()
