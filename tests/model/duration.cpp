// SPDX-License-Identifier: BSL-1.0
//
// Any std::chrono::duration to whole seconds, or to what is wrong with it.
#include "lupaus/model/builder/term_spec.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdint>
#include <limits>
#include <ratio>
#include <string_view>

using namespace std::chrono_literals;
using lupaus::longest_duration;
using lupaus::to_seconds;

namespace {

std::string_view fault(lupaus::checked_seconds s) { return s.fault ? s.fault : ""; }

constexpr auto negative = "a duration of 0 s or more";
constexpr auto overlong = "a duration of at most 100 years";
constexpr auto fractional = "a duration in whole seconds";

}  // namespace

BOOST_AUTO_TEST_SUITE(duration)

BOOST_AUTO_TEST_CASE(whole_seconds_of_any_unit) {
  static_assert(to_seconds(48h).value == 172'800);
  BOOST_TEST(to_seconds(0s).value == 0);
  BOOST_TEST(to_seconds(90min).value == 5'400);
  BOOST_TEST(to_seconds(2'000ms).value == 2);
  BOOST_TEST(to_seconds(std::chrono::weeks{1}).value == 7 * lupaus::one_day);
  BOOST_TEST(to_seconds(3'000'000'000ns).value == 3);
  BOOST_TEST(to_seconds(std::chrono::duration<double>{7.0}).value == 7);
  BOOST_TEST(to_seconds(std::chrono::duration<double, std::ratio<3'600>>{1.5}).value == 5'400);
  BOOST_TEST(fault(to_seconds(48h)) == "");
}

BOOST_AUTO_TEST_CASE(a_negative_one_is_refused) {
  BOOST_TEST(fault(to_seconds(-1s)) == negative);
  BOOST_TEST(fault(to_seconds(-1ns)) == negative);
  BOOST_TEST(fault(to_seconds(std::chrono::hours::min())) == negative);
  BOOST_TEST(fault(to_seconds(std::chrono::duration<double>{
                 -std::numeric_limits<double>::infinity()})) == negative);
  BOOST_TEST(to_seconds(-1s).value == 0);
}

BOOST_AUTO_TEST_CASE(a_hundred_years_are_the_limit) {
  BOOST_TEST(fault(to_seconds(std::chrono::seconds{longest_duration})) == "");
  BOOST_TEST(to_seconds(std::chrono::seconds{longest_duration}).value == longest_duration);
  BOOST_TEST(fault(to_seconds(std::chrono::seconds{longest_duration + 1})) == overlong);
}

BOOST_AUTO_TEST_CASE(what_would_overflow_is_refused) {
  BOOST_TEST(fault(to_seconds(std::chrono::hours::max())) == overlong);
  BOOST_TEST(fault(to_seconds(std::chrono::years::max())) == overlong);
  using eons = std::chrono::duration<std::int64_t, std::ratio<1'000'000'000'000'000>>;
  BOOST_TEST(fault(to_seconds(eons::max())) == overlong);
  BOOST_TEST(fault(to_seconds(std::chrono::duration<double>{1e300})) == overlong);
  BOOST_TEST(fault(to_seconds(std::chrono::duration<double>{
                 std::numeric_limits<double>::infinity()})) == overlong);
}

BOOST_AUTO_TEST_CASE(a_fraction_of_a_second_is_refused) {
  BOOST_TEST(fault(to_seconds(1ms)) == fractional);
  BOOST_TEST(fault(to_seconds(1'000'000'001ns)) == fractional);
  BOOST_TEST(fault(to_seconds(std::chrono::duration<double>{0.5})) == fractional);
}

BOOST_AUTO_TEST_CASE(not_a_number_is_refused) {
  BOOST_TEST(fault(to_seconds(std::chrono::duration<double>{
                 std::numeric_limits<double>::quiet_NaN()})) == negative);
}

BOOST_AUTO_TEST_CASE(a_term_keeps_the_fault_until_it_is_used) {
  auto const t = lupaus::within(-2h);
  BOOST_TEST_REQUIRE(t.limit.fault != nullptr);
  BOOST_TEST(std::string_view{t.limit.fault} == negative);
  BOOST_TEST(lupaus::within(2h).limit.fault == nullptr);
}

BOOST_AUTO_TEST_CASE(business_days_have_their_limits_too) {
  using lupaus::business_days;
  auto const is_fine = [](business_days d) { return lupaus::lasting(d).value.fault == nullptr; };
  BOOST_TEST(is_fine({0, 0, 1}));
  BOOST_TEST(is_fine({36'525, 366, 7}));
  BOOST_TEST(!is_fine({-1, 0, 5}));
  BOOST_TEST(!is_fine({36'526, 0, 5}));
  BOOST_TEST(!is_fine({1, -1, 5}));
  BOOST_TEST(!is_fine({1, 367, 5}));
  BOOST_TEST(!is_fine({1, 0, 0}));
  BOOST_TEST(!is_fine({1, 0, 8}));
}

BOOST_AUTO_TEST_CASE(a_window_of_the_day_is_in_whole_minutes_and_within_one_day) {
  auto const is_fine = [](auto from, auto until) {
    return lupaus::in_window(from, until).limit.fault == nullptr;
  };
  BOOST_TEST(is_fine(8h, 12h));
  BOOST_TEST(is_fine(0h, 24h));
  BOOST_TEST(!is_fine(8h, 8h));
  BOOST_TEST(!is_fine(12h, 8h));
  BOOST_TEST(!is_fine(8h, 24h + 1min));
  BOOST_TEST(!is_fine(8h, 12h + 30s));
  BOOST_TEST(!is_fine(-1h, 12h));
}

BOOST_AUTO_TEST_SUITE_END()
