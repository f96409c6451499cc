// SPDX-License-Identifier: BSL-1.0
//
// Business days against a calendar walked day by day, and what a sum of steps does to a limit.
#include "lupaus/model/terms/time.hpp"

#include "model/support.hpp"

#include <algorithm>
#include <limits>

using lupaus::best_case;
using lupaus::business_days;
using lupaus::one_day;
using lupaus::overrun;
using lupaus::seconds_t;
using lupaus::span_of_time;
using lupaus::worst_case;

namespace {

constexpr business_days working(std::int32_t n, std::int32_t holidays = 0, std::int32_t week = 5) {
  return {n, holidays, week};
}
constexpr span_of_time hours(seconds_t n) { return {n * 3'600, {}}; }
constexpr span_of_time days(business_days d) { return {0, d}; }

// Nights that pass until `count` working days have passed, when the clock starts on a day of the
// week (0: Monday) and the next working days are holidays. Counted one day at a time.
int nights(business_days d, int weekday) {
  int passed = 0;
  for (auto left = d.count + d.holidays; left > 0;) {
    ++passed;
    weekday = (weekday + 1) % 7;
    if (weekday < d.days_per_week) --left;
  }
  return passed;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(length_of_time)

BOOST_AUTO_TEST_CASE(two_business_days_last_four_days_over_a_weekend) {
  static_assert(worst_case(working(2)) == 4 * one_day);
  static_assert(best_case(working(2)) == 2 * one_day);
  BOOST_TEST(worst_case(working(5)) == 7 * one_day);
  BOOST_TEST(worst_case(working(6)) == 10 * one_day);
  BOOST_TEST(best_case(working(5)) == 5 * one_day);
  BOOST_TEST(best_case(working(6)) == 8 * one_day);
}

BOOST_AUTO_TEST_CASE(the_worst_case_is_that_of_the_worst_day_to_begin_on) {
  for (std::int32_t week = 1; week <= 7; ++week)
    for (std::int32_t holidays = 0; holidays <= 3; ++holidays)
      for (std::int32_t n = 1; n <= 23; ++n) {
        auto longest = 0;
        for (int weekday = 0; weekday < week; ++weekday)
          longest = std::max(longest, nights(working(n, holidays, week), weekday));
        BOOST_TEST_CONTEXT(n << " days, " << holidays << " holidays, a week of " << week)
        BOOST_TEST(worst_case(working(n, holidays, week)) == longest * one_day);
      }
}

BOOST_AUTO_TEST_CASE(the_best_case_never_takes_longer_than_the_luckiest_day_to_begin_on) {
  for (std::int32_t week = 1; week <= 7; ++week)
    for (std::int32_t n = 1; n <= 23; ++n) {
      auto shortest = 7 * n;
      for (int weekday = 0; weekday < 7; ++weekday)
        shortest = std::min(shortest, nights(working(n, 0, week), weekday));
      BOOST_TEST_CONTEXT(n << " days, a week of " << week)
      BOOST_TEST(best_case(working(n, 0, week)) == shortest * one_day);
    }
}

BOOST_AUTO_TEST_CASE(holidays_make_the_worst_case_longer_and_the_best_no_shorter) {
  BOOST_TEST(worst_case(working(2, 1)) == 5 * one_day);
  BOOST_TEST(worst_case(working(5, 1)) == 10 * one_day);  // the sixth day is over a second weekend
  BOOST_TEST(best_case(working(2, 1)) == 2 * one_day);
}

BOOST_AUTO_TEST_CASE(no_days_at_all_take_no_time_whatever_holidays_may_come) {
  BOOST_TEST(worst_case(working(0)) == 0);
  BOOST_TEST(best_case(working(0)) == 0);
  BOOST_TEST(worst_case(working(0, 3)) == 0);
}

BOOST_AUTO_TEST_CASE(a_week_of_seven_days_has_no_weekend) {
  BOOST_TEST(worst_case(working(9, 0, 7)) == 9 * one_day);
  BOOST_TEST(best_case(working(9, 0, 7)) == 9 * one_day);
  BOOST_TEST(worst_case(working(9, 2, 7)) == 11 * one_day);
}

BOOST_AUTO_TEST_CASE(a_limit_of_hours_is_kept_by_the_same_hours_and_no_more) {
  BOOST_TEST(overrun(hours(48), hours(48)) == 0);
  BOOST_TEST(overrun(hours(49), hours(48)) == 3'600);
  BOOST_TEST(overrun(hours(168), hours(48)) == 120 * 3'600);
}

BOOST_AUTO_TEST_CASE(forty_eight_hours_are_not_kept_by_two_business_days) {
  BOOST_TEST(overrun(days(working(2)), hours(48)) == 48 * 3'600);
  BOOST_TEST(overrun(days(working(2)), hours(96)) == 0);
  BOOST_TEST(overrun(days(working(2, 1)), hours(96)) == 24 * 3'600);
}

BOOST_AUTO_TEST_CASE(two_business_days_are_kept_by_forty_eight_hours) {
  BOOST_TEST(overrun(hours(48), days(working(2))) == 0);
  BOOST_TEST(overrun(hours(49), days(working(2))) == 3'600);
}

BOOST_AUTO_TEST_CASE(like_is_compared_with_like) {
  BOOST_TEST(overrun(days(working(2)), days(working(2))) == 0);
  BOOST_TEST(overrun(days(working(2)), days(working(3))) == 0);
  BOOST_TEST(overrun(days(working(3)), days(working(2))) == 3 * one_day);
  BOOST_TEST(overrun(days(working(2, 1)), days(working(2))) == 3 * one_day);  // 5 against 2
  BOOST_TEST(overrun(days(working(2)), days(working(2, 1))) == 0);
}

BOOST_AUTO_TEST_CASE(weeks_of_different_length_are_compared_by_the_clock) {
  // Two working days, Saturday counting: three days over a Sunday, against two of the limit.
  BOOST_TEST(overrun(days(working(2, 0, 6)), days(working(2))) == one_day);
  BOOST_TEST(overrun(days(working(2, 0, 7)), days(working(2))) == 0);
}

BOOST_AUTO_TEST_CASE(what_is_left_of_the_working_days_is_room_for_the_hours) {
  span_of_time const steps{24 * 3'600, working(1)};
  BOOST_TEST(overrun(steps, days(working(2))) == 0);
  BOOST_TEST(overrun(steps, days(working(1))) == one_day);
  BOOST_TEST(overrun(steps, {24 * 3'600, working(1)}) == 0);
  BOOST_TEST(overrun({25 * 3'600, working(1)}, days(working(2))) == 3'600);
}

BOOST_AUTO_TEST_CASE(steps_add_up_by_kind) {
  BOOST_TEST(hours(3) + hours(4) == hours(7));
  BOOST_TEST(days(working(1, 1)) + days(working(2, 2)) == days(working(3, 3)));
  BOOST_TEST(hours(3) + days(working(2)) == (span_of_time{3 * 3'600, working(2)}));
  BOOST_TEST(days(working(2)) + hours(3) == (span_of_time{3 * 3'600, working(2)}));
}

BOOST_AUTO_TEST_CASE(weeks_of_different_length_are_added_by_the_clock) {
  auto const sum = days(working(2)) + days(working(3, 0, 6));
  BOOST_TEST(sum == (span_of_time{worst_case(working(3, 0, 6)), working(2)}));
  BOOST_TEST(worst_case(sum) == worst_case(working(2)) + worst_case(working(3, 0, 6)));
}

BOOST_AUTO_TEST_CASE(the_longest_durations_add_up_without_overflow) {
  // As many as a table of a model can hold, each of the greatest length.
  static_assert(lupaus::longest_duration <
                std::numeric_limits<seconds_t>::max() / seconds_t{lupaus::id<int>::limit});
  BOOST_TEST(worst_case(working(36'525, 366, 1)) > 0);
}

BOOST_AUTO_TEST_SUITE_END()
