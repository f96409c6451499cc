// SPDX-License-Identifier: BSL-1.0
//
// When a bound of time has run out, by the clock and the calendar of the promise: rule F3 of
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/monitor/monitor_options.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace lupaus::inline v0::detail {

/// Moments are in seconds from 1970-01-01T00:00Z. Refers to the options.
class due_time {
 public:
  static constexpr seconds_t never = (std::numeric_limits<seconds_t>::max)();

  explicit due_time(monitor_options const& o) : options_{&o} {}

  /// The last second in which the bound is kept that counts from `anchor`; `never` where it is no
  /// bound of time. O(1) for elapsed time and dates, O(days) for business days.
  seconds_t operator()(bound const& b, seconds_t anchor) const {
    switch (b.kind) {
      case bound_kind::elapsed: return anchor + b.a;
      case bound_kind::working: return after(working(b), anchor);
      case bound_kind::calendar_day: return to_utc((b.a + 1) * one_day - 1);
      case bound_kind::instant: return to_utc(b.a);
      default: return never;
    }
  }

 private:
  seconds_t zone(seconds_t at) const { return options_->zone ? options_->zone(at) : 0; }

  // The last second at which the local clock shows that time or less.
  seconds_t to_utc(seconds_t local) const {
    auto const a = zone(local - one_day), b = zone(local + one_day);
    auto const late = local - (std::min)(a, b), early = local - (std::max)(a, b);
    if (late + zone(late) <= local) return late;
    // By then the clock is ahead already: since `early`, or since it left this time out.
    auto before = early, after = late;
    while (after - before > 1) {
      auto const middle = before + (after - before) / 2;
      (middle + zone(middle) <= local ? before : after) = middle;
    }
    return before;
  }

  seconds_t after(business_days d, seconds_t anchor) const {
    auto const local = anchor + zone(anchor);
    auto day = floor_to_days(local);
    auto const clock =
        weekday(day) >= d.days_per_week || is_holiday(day) ? one_day - 1 : local - day * one_day;
    auto holidays = d.holidays;
    for (auto left = d.count; left > 0;) {
      ++day;
      if (weekday(day) >= d.days_per_week) continue;
      if (holidays > 0 && is_holiday(day)) {
        --holidays;
        continue;
      }
      --left;
    }
    return to_utc(day * one_day + clock);
  }

  bool is_holiday(std::int64_t day) const {
    return options_->is_holiday &&
           options_->is_holiday(calendar_day{static_cast<std::int32_t>(day)});
  }
  static std::int64_t floor_to_days(seconds_t s) {
    return s >= 0 ? s / one_day : -((one_day - 1 - s) / one_day);
  }
  /// 0 is Monday; 1970-01-01 was a Thursday.
  static std::int64_t weekday(std::int64_t day) { return ((day + 3) % 7 + 7) % 7; }

  monitor_options const* options_;
};

}  // namespace lupaus::inline v0::detail
