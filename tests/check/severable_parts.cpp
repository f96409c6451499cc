// SPDX-License-Identifier: BSL-1.0
//
// Parts that may be left out, for money back for them alone: whose failures that answers, and what
// waits for them.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// A lamp that may be sold out, and a chair beside it.
struct lamp_and_chair {
  builder b{"a lamp and a chair"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id lamp = b.good("lamp"), chair = b.good("chair");
  event_id sold_out = b.fails(lamp, "sold out").id();
  lamp_and_chair() {
    b.can_do(shop, lamp, 24h).can_do(shop, chair, 24h);
    b.on(cancel_requested).owes(shop, accept);
    b.on(sold_out).owes(shop, {action_kind::refund, lamp});
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(severable_parts)

BOOST_AUTO_TEST_CASE(money_for_one_answers_its_failure) {
  for (auto const is_severable : {false, true}) {
    lamp_and_chair s;
    s.b.product(all_of(s.lamp, s.chair));
    if (is_severable) s.b.severable(s.lamp);
    BOOST_TEST(places(s.b, checks::uncovered_failure) == (is_severable ? "" : "sold out (lamp)"));
  }
}

BOOST_AUTO_TEST_CASE(not_where_the_rest_waits_for_it) {
  lamp_and_chair s;
  s.b.product(s.lamp >> s.chair).severable(s.lamp);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "sold out (lamp)");
}

BOOST_AUTO_TEST_CASE(a_composite_is_left_out_as_a_whole) {
  for (auto const is_all : {false, true}) {
    builder b{"a set, and a chair"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const lamp = b.good("lamp"), bulb = b.good("bulb"), chair = b.good("chair");
    auto const set = b.composite("set", all_of(lamp, bulb));
    b.product(all_of(set, chair)).severable(set);
    auto const sold_out = b.fails(lamp, "sold out").id();
    b.on(sold_out).owes(shop, {action_kind::refund, is_all ? set : lamp});
    BOOST_TEST(places(b, checks::uncovered_failure) == (is_all ? "" : "sold out (lamp)"));
  }
}

BOOST_AUTO_TEST_CASE(what_waits_for_what_was_left_out_may_wait_for_ever) {
  for (auto const is_severable : {false, true}) {
    lamp_and_chair s;
    s.b.product(all_of(s.lamp, s.chair));
    if (is_severable) s.b.severable(s.lamp);
    auto const broken = s.b.fails(s.chair, "broken").id();
    s.b.on(broken).owes(s.shop, replace(s.chair)).waits_for(completed(s.lamp));
    BOOST_TEST(
        places(s.b, checks::blocked_remedy) ==
        (is_severable ? "on broken: shop replaces the chair, waits for lamp completed" : ""));
  }
}

BOOST_AUTO_TEST_SUITE_END()
