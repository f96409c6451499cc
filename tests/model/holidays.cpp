// SPDX-License-Identifier: BSL-1.0
//
// Business days with holidays, day by day over a calendar: what `overrun` says never comes too late
// never does, wherever the weekend and the holidays lie.
#include "lupaus/model/terms/time.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

namespace {

using lupaus::business_days;

business_days days(std::int64_t count, std::int64_t holidays) { return {count, holidays, 5}; }

/// On which day they end that begin after day 0, a day of the week. Of the holidays the first few
/// take no part, as many as are reckoned with.
int ends_on(business_days d, int weekday, std::vector<int> const& holidays) {
  auto left = d.count;
  auto excused = d.holidays;
  for (int day = 1;; ++day) {
    if ((weekday + day) % 7 >= 5) continue;
    auto is_holiday = false;
    for (auto const h : holidays) is_holiday = is_holiday || h == day;
    if (is_holiday && excused-- > 0) continue;
    if (--left == 0) return day;
  }
}

int days_late(business_days steps, business_days limit) {
  auto worst = 0;
  for (int weekday = 0; weekday < 7; ++weekday)
    for (int one = 0; one < 12; ++one)
      for (int two = one; two < 12; ++two) {  // 0: none
        auto const late = ends_on(steps, weekday, {one, two}) - ends_on(limit, weekday, {one, two});
        worst = late > worst ? late : worst;
      }
  return worst;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(holidays)

BOOST_AUTO_TEST_CASE(what_never_overruns_is_never_late_on_any_calendar) {
  for (int a = 1; a <= 4; ++a)
    for (int b = 1; b <= 6; ++b)
      for (int with = 0; with <= 2; ++with)
        for (int than = 0; than <= 2; ++than) {
          auto const steps = days(a, with), limit = days(b, than);
          BOOST_TEST_CONTEXT(a << " with " << with << " against " << b << " with " << than)
          BOOST_TEST((lupaus::overrun({0, steps}, {0, limit}) > 0) ==
                     (days_late(steps, limit) > 0));
        }
}

BOOST_AUTO_TEST_CASE(two_days_with_a_holiday_are_three_at_the_latest) {
  BOOST_TEST(lupaus::overrun({0, days(2, 1)}, {0, days(3, 0)}) == 0);
  BOOST_TEST(lupaus::overrun({0, days(2, 2)}, {0, days(3, 0)}) > 0);
  BOOST_TEST(lupaus::overrun({0, days(3, 1)}, {0, days(3, 0)}) > 0);
  BOOST_TEST(lupaus::overrun({0, days(2, 2)}, {0, days(3, 1)}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
