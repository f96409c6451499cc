// SPDX-License-Identifier: BSL-1.0
//
// Time as promises state it: elapsed time, business days, a calendar day, an instant.
//
// An hour is not a fraction of a business day: two business days from a Friday afternoon end on
// Tuesday, four days later. So the two are kept apart, and compared by their worst and best case.
#pragma once

#include <cstdint>
#include <limits>

namespace lupaus::inline v0 {

/// The unit of all times of the library: whole seconds.
using seconds_t = std::int64_t;

inline constexpr seconds_t one_day = 86'400;
/// No duration may be longer (100 years): sums of as many as a model can hold cannot overflow.
inline constexpr seconds_t longest_duration = 36'525 * one_day;

/// What `std::chrono::duration` models; `<chrono>` itself is the user's to include.
template <class D>
concept duration_like = requires(D d) {
  typename D::rep;
  {D::period::num + D::period::den};
  {d.count()};
};

/// A duration as read from a caller, with what is wrong with it, if anything.
struct checked_seconds {
  seconds_t value = 0;
  char const* fault = nullptr;  ///< null, or what a duration must be
};

/// Converts any `std::chrono::duration` to whole seconds without overflow. O(1).
template <duration_like D>
constexpr checked_seconds to_seconds(D d) {
  auto const n = static_cast<long double>(d.count()) * static_cast<long double>(D::period::num) /
                 static_cast<long double>(D::period::den);
  if (!(n >= 0)) return {0, "a duration of 0 s or more"};
  if (n > static_cast<long double>(longest_duration)) return {0, "a duration of at most 100 years"};
  auto const whole = static_cast<seconds_t>(n);
  if (static_cast<long double>(whole) != n) return {0, "a duration in whole seconds"};
  return {whole, nullptr};
}

/// Business days as a seller counts them: days of a working week, and how many public holidays
/// may fall among them at the worst.
struct business_days {
  std::int64_t count = 0;
  std::int64_t holidays = 0;       ///< at most so many holidays may intervene
  std::int32_t days_per_week = 5;  ///< 5: Monday to Friday; 6: Saturday too; 7: every day

  friend constexpr bool operator==(business_days, business_days) = default;
};

/// The longest that `d` can last by the clock: two business days over a weekend are four days.
constexpr seconds_t worst_case(business_days d) {
  if (d.count <= 0) return 0;
  auto const working = std::int64_t{d.count} + d.holidays;
  auto const weekends = (working + d.days_per_week - 1) / d.days_per_week;
  return (working + (7 - d.days_per_week) * weekends) * one_day;
}

/// The shortest that `d` can last by the clock: no weekend in between, as far as that can be.
constexpr seconds_t best_case(business_days d) {
  if (d.count <= 0) return 0;
  auto const weekends = (std::int64_t{d.count} - 1) / d.days_per_week;
  return (d.count + (7 - d.days_per_week) * weekends) * one_day;
}

/// A day of the calendar, counted from 1970-01-01; a promise for a day is kept until it ends.
struct calendar_day {
  std::int32_t since_epoch = 0;
  friend constexpr bool operator==(calendar_day, calendar_day) = default;
};

/// A moment, in seconds from 1970-01-01T00:00, on the promise's own clock.
struct instant {
  seconds_t since_epoch = 0;
  friend constexpr bool operator==(instant, instant) = default;
};

inline constexpr std::int64_t first_day = -719'528, last_day = 2'932'896;  // years 0 to 9999

/// False for what `day` gives back when there is no such day.
constexpr bool is_date(calendar_day d) {
  return first_day <= d.since_epoch && d.since_epoch <= last_day;
}

/// The proleptic Gregorian day (algorithm: Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", days_from_civil). For 31 February, and outside of the years 0 to 9999, a day that
/// `is_date` denies and every term refuses.
constexpr calendar_day day(int year, unsigned month, unsigned day_of_month) {
  auto const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 0 || year > 9'999 || month < 1 || month > 12 || day_of_month < 1 ||
      day_of_month > lengths[month - 1] + (month == 2 && leap ? 1 : 0))
    return {(std::numeric_limits<std::int32_t>::max)()};
  year -= month <= 2;
  auto const era = (year >= 0 ? year : year - 399) / 400;
  auto const yoe = static_cast<unsigned>(year - era * 400);
  auto const doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day_of_month - 1;
  auto const doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return {era * 146'097 + static_cast<std::int32_t>(doe) - 719'468};
}

/// The first moment after the day.
constexpr instant end_of(calendar_day d) { return {(seconds_t{d.since_epoch} + 1) * one_day}; }

/// A length of time that may mix clock time and business days, as a sum of steps does.
struct span_of_time {
  seconds_t elapsed = 0;
  business_days working = {};

  friend constexpr bool operator==(span_of_time const&, span_of_time const&) = default;
};

/// Adds step to step. Working weeks of different length are added by the clock.
constexpr span_of_time operator+(span_of_time a, span_of_time b) {
  if (a.working.count == 0) return {a.elapsed + b.elapsed, b.working};
  if (b.working.count == 0) return {a.elapsed + b.elapsed, a.working};
  if (a.working.days_per_week != b.working.days_per_week)
    return {a.elapsed + b.elapsed + worst_case(b.working), a.working};
  return {a.elapsed + b.elapsed,
          {a.working.count + b.working.count, a.working.holidays + b.working.holidays,
           a.working.days_per_week}};
}

constexpr seconds_t worst_case(span_of_time s) { return s.elapsed + worst_case(s.working); }
constexpr seconds_t best_case(span_of_time s) { return s.elapsed + best_case(s.working); }

/// By how much `steps` may run past `limit`, in seconds; 0 when they never do.
///
/// Like is compared with like: two business days keep a limit of two business days, whatever
/// the weekend; otherwise the longest of the steps is held against the shortest of the limit.
/// Holidays come to both alike. Each that the limit does not reckon with takes a day of it: two
/// business days with at most one holiday end on the third day of the week, at the latest.
constexpr seconds_t overrun(span_of_time steps, span_of_time limit) {
  auto needed = steps.working.count;
  if (needed > 0 && steps.working.holidays > limit.working.holidays)
    needed += steps.working.holidays - limit.working.holidays;
  if (limit.working.count > 0 && steps.working.days_per_week == limit.working.days_per_week &&
      needed <= limit.working.count) {
    auto left = limit.working;
    left.count -= needed;
    auto const room = best_case(left) + limit.elapsed;
    return steps.elapsed <= room ? 0 : steps.elapsed - room;
  }
  auto const room = best_case(limit);
  auto const need = worst_case(steps);
  return need <= room ? 0 : need - room;
}

}  // namespace lupaus::inline v0
