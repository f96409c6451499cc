// SPDX-License-Identifier: BSL-1.0
//
// overclaimed-term: the seller commits something of the quality claimed, and nothing whose term
// entails the claim's (one finding a claim).
#include "check/support.hpp"

using namespace check_test;

namespace {

struct claiming_shop : bare_shop {
  claim_id claim = b.claims(website, delivery, within(48h));

  std::string late_by() const {
    auto const m = built(b);
    std::string text;
    for (auto const& f : findings(m, checks::overclaimed_term))
      text += (text.empty() ? "" : "; ") + in_hours(f.late_by);
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(overclaimed_term)

BOOST_AUTO_TEST_CASE(hours_claimed_and_business_days_committed) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, within(business_days{2}));
  BOOST_TEST(pairs(s.b, checks::overclaimed_term) ==
             "website claims for delivery: within 48 h of the order & website (department)");
  BOOST_TEST(s.late_by() == "48 h");  // over a weekend
}

BOOST_AUTO_TEST_CASE(as_strong_or_stronger_is_kept) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, within(48h));
  BOOST_TEST(s.late_by() == "");
  claiming_shop t;
  t.b.commits(t.shop, t.delivery, within(47h));
  BOOST_TEST(t.late_by() == "");
  claiming_shop u;
  u.b.commits(u.shop, u.delivery, within(48h + 1s));
  BOOST_TEST(u.late_by() == "1 s");
}

BOOST_AUTO_TEST_CASE(not_where_nothing_of_the_quality_is_committed) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, undamaged);
  BOOST_TEST(s.late_by() == "");  // unbacked: another gap
}

BOOST_AUTO_TEST_CASE(the_strongest_of_several_counts) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, within(96h));
  s.b.commits(s.website, s.b.whole(), within(50h));
  BOOST_TEST(s.late_by() == "2 h");
  s.b.commits(s.shop, s.delivery, within(48h));
  BOOST_TEST(s.late_by() == "");
}

BOOST_AUTO_TEST_CASE(a_composite_that_holds_the_part_stands_for_it) {
  claiming_shop s;
  s.b.commits(s.shop, s.b.whole(), within(47h));
  BOOST_TEST(s.late_by() == "");
}

BOOST_AUTO_TEST_CASE(counted_from_another_event_nothing_is_entailed) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, within(1h).after(completed(s.machine)));
  BOOST_TEST(s.late_by() == "0 h");  // and nobody knows by how much
  s.b.commits(s.shop, s.delivery, within(60h));
  BOOST_TEST(s.late_by() == "12 h");  // this one can be compared
}

BOOST_AUTO_TEST_CASE(a_date_says_nothing_of_hours) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, by(day(2026, 12, 24)));
  BOOST_TEST(s.late_by() == "0 h");
}

BOOST_AUTO_TEST_CASE(an_incentive_and_a_subcontract_back_nothing) {
  claiming_shop s;
  s.b.commits(s.shop, s.delivery, within(96h));
  s.b.commits(s.shop, s.delivery, within(24h)).overrides(undamaged);
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h));
  s.b.commits(s.carrier, s.delivery, within(24h));
  BOOST_TEST(s.late_by() == "48 h");
}

BOOST_AUTO_TEST_CASE(to_cancel_longer_is_stronger_and_nothing_is_late) {
  bare_shop s;
  s.b.claims(s.website, s.b.whole(), cancel_until(business_days{2}));
  s.b.commits(s.shop, s.b.whole(), cancel_until(72h));
  auto const found = findings(built(s.b), checks::overclaimed_term);
  BOOST_TEST_REQUIRE(found.size() == 1u);  // two business days may be four
  BOOST_TEST(found[0].late_by == 0);
}

BOOST_AUTO_TEST_CASE(one_finding_a_claim_with_the_largest_shortfall) {
  bare_shop s;
  s.b.claims(s.website, s.delivery, {within(48h), recovered_within(24h), at(place::doorstep)});
  s.b.commits(s.shop, s.delivery, {within(50h), recovered_within(30h), at(place::kerb)});
  auto const m = built(s.b);
  auto const found = findings(m, checks::overclaimed_term);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  BOOST_TEST(in_hours(found[0].late_by) == "6 h");
  auto const x = found[0].what->explain(m, found[0]);
  for (auto const* words : {"within 48 h", "within 50 h", "doorstep", "kerb", "within 24 h"})
    BOOST_TEST(x.what.find(words) != std::string::npos, x.what);
  BOOST_TEST(x.why.find("6 h later") != std::string::npos, x.why);
}

BOOST_AUTO_TEST_SUITE_END()
