// SPDX-License-Identifier: BSL-1.0
//
// late-by-design: the critical path at contracted times is longer than a deadline claimed (says by
// how much).
#include "check/support.hpp"

using namespace check_test;

namespace {

std::string late(builder const& b) {
  auto const m = built(b);
  std::string text;
  for (auto const& f : findings(m, checks::late_by_design))
    text += (text.empty() ? "" : "; ") + in_hours(f.late_by) + " by " + describe(m, f.other);
  return text;
}
// Parts that the shop performs itself, in so many hours.
struct workshop {
  builder b{"a kitchen"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id make(char const* name, std::chrono::hours time) {
    auto const p = b.service(name);
    b.can_do(shop, p, time);
    return p;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(late_by_design)

BOOST_AUTO_TEST_CASE(one_part_that_takes_longer_than_claimed) {
  workshop s;
  auto const oven = s.make("oven", 5h);
  s.b.claims(s.shop, oven, within(5h));
  BOOST_TEST(late(s.b) == "");
  s.b.claims(s.shop, oven, within(4h));
  BOOST_TEST(late(s.b) == "1 h by oven (service)");
}

BOOST_AUTO_TEST_CASE(what_comes_before_counts_and_what_comes_after_does_not) {
  contracted_shop s;  // 0 h, 48 h and then 24 h
  s.b.claims(s.website, s.delivery, within(48h));
  BOOST_TEST(late(s.b) == "");
  s.b.claims(s.website, s.installation, within(48h));
  BOOST_TEST(late(s.b) == "24 h by installation (service)");
}

BOOST_AUTO_TEST_CASE(the_longest_of_two_ways) {
  workshop s;
  auto const oven = s.make("oven", 5h), hob = s.make("hob", 7h), sink = s.make("sink", 2h);
  s.b.product(all_of(oven, hob) >> sink);
  s.b.claims(s.shop, s.b.whole(), within(8h));
  BOOST_TEST(late(s.b) == "1 h by sink (service)");
}

BOOST_AUTO_TEST_CASE(any_part_of_a_whole_may_be_late) {
  workshop s;
  auto const oven = s.make("oven", 5h), hob = s.make("hob", 7h);
  s.b.product(all_of(oven, hob));
  s.b.claims(s.shop, s.b.whole(), within(6h));
  BOOST_TEST(late(s.b) == "1 h by hob (service)");
}

BOOST_AUTO_TEST_CASE(what_nobody_knows_of_one_part_excuses_no_other) {
  workshop s;
  auto const oven = s.make("oven", 5h), hob = s.b.service("hob");
  s.b.performs(s.shop, hob).product(all_of(oven, hob));
  s.b.claims(s.shop, hob, within(1h));
  BOOST_TEST(late(s.b) == "");  // nobody has said how long the hob takes
  s.b.claims(s.shop, s.b.whole(), within(4h));
  BOOST_TEST(late(s.b) == "1 h by oven (service)");
}

BOOST_AUTO_TEST_CASE(not_where_a_time_on_the_way_is_unknown) {
  workshop s;
  auto const hob = s.b.service("hob"), oven = s.make("oven", 5h);
  s.b.performs(s.shop, hob).product(hob >> oven);
  s.b.claims(s.shop, oven, within(1h));
  BOOST_TEST(late(s.b) == "");
}

BOOST_AUTO_TEST_CASE(after_a_part_only_what_follows_it_counts) {
  workshop s;
  auto const oven = s.make("oven", 5h), hob = s.make("hob", 7h), sink = s.make("sink", 2h);
  s.b.product(oven >> hob >> sink);
  s.b.claims(s.shop, sink, within(9h).after(completed(oven)));
  BOOST_TEST(late(s.b) == "");
  s.b.claims(s.shop, sink, within(8h).after(completed(oven)));
  BOOST_TEST(late(s.b) == "1 h by sink (service)");
  s.b.claims(s.shop, oven, within(1h).after(completed(hob)));  // done long since
  BOOST_TEST(late(s.b) == "1 h by sink (service)");
}

BOOST_AUTO_TEST_CASE(possession_is_the_end_of_the_part_that_gives_it) {
  contracted_shop s;
  s.b.claims(s.website, s.installation, within(23h).after(possession(s.machine)));
  BOOST_TEST(late(s.b) == "1 h by installation (service)");
}

BOOST_AUTO_TEST_CASE(from_another_event_nothing_is_known) {
  contracted_shop s;
  s.b.claims(s.website, s.delivery, within(1h).after(shipped(s.delivery)));
  BOOST_TEST(late(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_date_and_other_qualities_are_no_lengths) {
  workshop s;
  auto const oven = s.make("oven", 5h);
  s.b.claims(s.shop, oven, {by(day(2026, 12, 24)), recovered_within(1h), informed_within(1h)});
  BOOST_TEST(late(s.b) == "");
}

BOOST_AUTO_TEST_CASE(hours_beside_business_days_each_part_by_itself) {
  workshop s;
  auto const oven = s.b.service("oven");
  s.b.can_do(s.shop, oven, business_days{5});
  auto const hob = s.make("hob", 8 * 24h);
  s.b.product(all_of(oven, hob));
  s.b.claims(s.shop, s.b.whole(), within(business_days{5}));
  // Five business days keep five business days, though they may last longer than the hob's 8 days.
  BOOST_TEST(late(s.b) == "72 h by hob (service)");
}

BOOST_AUTO_TEST_CASE(one_finding_a_claim_with_the_largest_lateness) {
  workshop s;
  auto const oven = s.make("oven", 5h), hob = s.make("hob", 7h);
  s.b.product(oven >> hob);
  s.b.claims(s.shop, hob, {within(11h), within(5h).after(completed(oven))});
  BOOST_TEST(late(s.b) == "2 h by hob (service)");
}

BOOST_AUTO_TEST_CASE(a_contract_counts_from_its_own_anchor_however_long_the_parts_before_take) {
  bare_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h));
  s.b.commits_to(s.installer, s.shop, s.installation,
                 within(48h));  // of the order, like the delivery
  s.b.claims(s.website, s.installation, within(48h));
  BOOST_TEST(late(s.b) == "");
  bare_shop t;
  t.b.commits_to(t.carrier, t.shop, t.delivery, within(24h));
  t.b.commits_to(t.installer, t.shop, t.installation, within(48h).after(completed(t.delivery)));
  t.b.claims(t.website, t.installation, within(48h));
  BOOST_TEST(late(t.b) == "24 h by installation (service)");
}

BOOST_AUTO_TEST_CASE(its_words_have_the_slack_of_every_link) {
  contracted_shop s;
  s.b.claims(s.website, s.installation, within(48h));
  auto const m = built(s.b);
  auto const found = findings(m, checks::late_by_design);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  auto const x = found[0].what->explain(m, found[0]);
  BOOST_TEST(x.what.find("24 h later") != std::string::npos, x.what);
  for (auto const* words : {"contracted 72 h", "delivery 48 h (slack -24 h)", "installation 24 h"})
    BOOST_TEST(x.why.find(words) != std::string::npos, x.why);
}

BOOST_AUTO_TEST_SUITE_END()
