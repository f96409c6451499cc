// SPDX-License-Identifier: BSL-1.0
//
// Failures that count until a time, and what a warranty makes of them; what is repaired at her
// home.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// A washer that may leak for two years once it has come. She may call it off until it has.
struct washer_with_a_warranty {
  builder b{"a washer, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id washer = b.good("washer"), delivery = b.service("delivery");
  event_id two_years = b.passed(730 * 24h, possession(washer));
  event_id leaks = b.fails(washer, "leaks").follows(completed(delivery)).until(two_years).id();
  washer_with_a_warranty() {
    b.product(washer >> delivery).carries(delivery, washer);
    b.can_do(shop, washer, 0h).can_do(shop, delivery, 120h);
    b.on(cancel_requested).until(possession(washer)).owes(shop, accept);
  }
  event_id after(int days) { return b.passed(days * 24h, possession(washer)); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(warranty)

BOOST_AUTO_TEST_CASE(a_rule_that_lasts_as_long_answers_the_failure) {
  for (auto const days : {365, 729, 730, 731}) {
    washer_with_a_warranty s;
    s.b.on(s.leaks).until(s.after(days)).owes(s.shop, repair(s.washer));
    BOOST_TEST_CONTEXT(days) {
      BOOST_TEST(places(s.b, checks::uncovered_failure) == (days < 730 ? "leaks (washer)" : ""));
      BOOST_TEST(places(s.b, checks::no_exit) == (days < 730 ? "washer (good)" : ""));
    }
  }
}

BOOST_AUTO_TEST_CASE(not_one_that_counts_from_something_else) {
  washer_with_a_warranty s;
  s.b.on(s.leaks).until(s.b.passed(1'000 * 24h)).owes(s.shop, repair(s.washer));
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "leaks (washer)");
}

BOOST_AUTO_TEST_CASE(nor_one_that_she_has_to_ask_for_or_that_waits_for_word) {
  for (auto const asks : {false, true}) {
    washer_with_a_warranty s;
    s.b.tells(s.customer, s.shop, s.leaks, 24h);
    s.b.on(asks ? event_ref{replacement_requested} : reported(s.leaks))
        .until(s.two_years)
        .owes(s.shop, repair(s.washer));
    BOOST_TEST(places(s.b, checks::uncovered_failure) == "leaks (washer)");
  }
}

// What she has at home is mended there, and never ordered again: the time in which she could cancel
// does not matter any more.
BOOST_AUTO_TEST_CASE(a_repair_begins_nothing_anew) {
  for (auto const is_repair : {false, true}) {
    washer_with_a_warranty s;
    s.b.on(s.leaks).owes(s.shop, is_repair ? repair(s.washer) : replace(s.washer));
    BOOST_TEST(places(s.b, checks::no_exit) == (is_repair ? "" : "washer (good)"));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(severable_parts)

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
