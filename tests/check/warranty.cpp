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
