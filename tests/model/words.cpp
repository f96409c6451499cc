// SPDX-License-Identifier: BSL-1.0
//
// Times in words.
#include "lupaus/model/builder/term_spec.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(the_largest_unit_that_loses_nothing) {
  BOOST_TEST(in_words(0) == "0 h");
  BOOST_TEST(in_words(1) == "1 s");
  BOOST_TEST(in_words(59) == "59 s");
  BOOST_TEST(in_words(60) == "1 min");
  BOOST_TEST(in_words(5'400) == "90 min");
  BOOST_TEST(in_words(7'200) == "2 h");
  BOOST_TEST(in_words(9'000) == "2 h 30 min");
  BOOST_TEST(in_words(9'001) == "9001 s");
  BOOST_TEST(in_words(172'800) == "48 h");
}

BOOST_AUTO_TEST_CASE(hours_up_to_four_days) {
  BOOST_TEST(in_words(one_day) == "24 h");
  BOOST_TEST(in_words(4 * one_day) == "96 h");
  BOOST_TEST(in_words(5 * one_day) == "5 days");
  BOOST_TEST(in_words(7 * one_day) == "7 days");
  BOOST_TEST(in_words(7 * one_day + 3'600) == "169 h");
}

BOOST_AUTO_TEST_CASE(business_days_with_what_is_unusual_about_them) {
  BOOST_TEST(in_words(business_days{1}) == "1 business day");
  BOOST_TEST(in_words(business_days{2}) == "2 business days");
  BOOST_TEST(in_words(business_days{2, 0, 6}) == "2 business days of a 6-day week");
  BOOST_TEST(in_words(business_days{2, 1}) == "2 business days with 1 holiday at most");
  BOOST_TEST(in_words(business_days{2, 3, 6}) ==
             "2 business days of a 6-day week with 3 holidays at most");
}

BOOST_AUTO_TEST_CASE(sums_in_one_unit) {
  BOOST_TEST(in_hours(120 * 3'600) == "120 h");
  BOOST_TEST(in_hours(90 * 60) == "90 min");
  BOOST_TEST(in_hours({120 * 3'600, {}}) == "120 h");
  BOOST_TEST(in_hours({120 * 3'600, {2}}) == "120 h and 2 business days");
  BOOST_TEST(in_hours({0, {2}}) == "2 business days");
  BOOST_TEST(in_words(span_of_time{7 * one_day, {}}) == "7 days");
  BOOST_TEST(in_words(span_of_time{7 * one_day, {2}}) == "7 days and 2 business days");
  BOOST_TEST(in_words(span_of_time{0, {2}}) == "2 business days");
}

BOOST_AUTO_TEST_CASE(each_quality_in_words) {
  auto const said = [](term_spec const& t) { return t.quality->phrase(t.limit.value); };
  BOOST_TEST(said(within(48h)) == "within 48 h");
  BOOST_TEST(said(within(business_days{2})) == "within 2 business days");
  BOOST_TEST(said(by(day(2026, 12, 24))) == "on 2026-12-24 at the latest");
  BOOST_TEST(said(by(instant{3'600})) == "by 1970-01-01 01:00");
  BOOST_TEST(said(in_window(8h, 12h + 30min)) == "between 08:00 and 12:30");
  BOOST_TEST(said(in_window(0h, 24h)) == "between 00:00 and 24:00");
  BOOST_TEST(said(at(place::pickup_point)) == "at the pick-up point");
  BOOST_TEST(said(at(place::kerb)) == "to the kerb");
  BOOST_TEST(said(at(place::doorstep)) == "to the doorstep");
  BOOST_TEST(said(at(place::room_of_choice)) == "to the room of choice");
  BOOST_TEST(said(in_condition(state_of_goods::as_described)) == "as described");
  BOOST_TEST(said(in_condition(state_of_goods::working)) == "in working order");
  BOOST_TEST(said(undamaged) == "undamaged");
  BOOST_TEST(said(in_condition(state_of_goods::brand_new)) == "brand new");
  BOOST_TEST(said(installed) == "installed and tested");
  BOOST_TEST(said(informed_within(2h)) == "kept informed within 2 h");
  BOOST_TEST(said(single_contact) == "a single contact");
  BOOST_TEST(said(fits_need) == "right for the customer's need");
  BOOST_TEST(said(cancel_until(24h)) == "free to cancel within 24 h");
  BOOST_TEST(said(cancel_until(ordered)) == "free to cancel");
  BOOST_TEST(said(recovered_within(48h)) == "put right within 48 h");
  BOOST_TEST(said(priced_at({49'900, "EUR"})) == "for at most 499.00 EUR");
  BOOST_TEST(said(greeted) == "greeted");
  BOOST_TEST(said(undivided_attention) == "given undivided attention");
  BOOST_TEST(said(needs_asked) == "asked for her needs");
  BOOST_TEST(said(advised) == "advised");
  BOOST_TEST(said(thanked) == "thanked");
}

BOOST_AUTO_TEST_CASE(a_place_or_state_that_is_none_is_still_said) {
  BOOST_TEST(quality_of<delivery_place>.phrase({bound_kind::number, 9, 0, {}}) == "to place 9");
  BOOST_TEST(quality_of<condition>.phrase({bound_kind::number, 9, 0, {}}) == "in state 9");
}

BOOST_AUTO_TEST_SUITE_END()
