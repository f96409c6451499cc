// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the monitor, first part: when a limit of time is reached. Day by day, and second by
// second where clocks are put forward or back. The numbers are those of the rules in
// docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/monitor/monitor_options.hpp"

#include <algorithm>
#include <cstdint>

namespace proof {

using namespace lupaus;

/// Clocks are put forward and back at a full quarter of an hour, UTC.
inline constexpr seconds_t quarter = 900;

inline seconds_t whole_days(seconds_t t) {
  return t >= 0 ? t / one_day : -((one_day - 1 - t) / one_day);
}
inline seconds_t local_time(seconds_t t, monitor_options const& o) {
  return o.zone ? t + o.zone(t) : t;
}
/// The last second at which the local clock shows that time, or less.
inline seconds_t last_second_of(seconds_t local, monitor_options const& o) {
  if (!o.zone) return local;
  auto from = (whole_days(local) + 2) * one_day;
  for (;; from -= quarter)
    if (local_time(from, o) <= local)
      return std::min(from + quarter - 1, local - (local_time(from, o) - from));
}

/// F3. Monday is 0; 1970-01-01 was a Thursday.
inline seconds_t weekday(seconds_t day) { return ((day + 3) % 7 + 7) % 7; }
inline seconds_t limit_of(business_days b, seconds_t from, monitor_options const& o) {
  auto const local = local_time(from, o);
  auto day = whole_days(local);
  auto const is_free = [&](seconds_t d) {
    return o.is_holiday && o.is_holiday({static_cast<std::int32_t>(d)});
  };
  auto const is_idle = weekday(day) >= b.days_per_week || is_free(day);
  auto const time_of_day = is_idle ? one_day - 1 : local - day * one_day;
  for (std::int64_t counted = 0, spared = 0; counted < b.count;) {
    ++day;
    if (weekday(day) >= b.days_per_week) continue;
    if (is_free(day) && spared < b.holidays)
      ++spared;
    else
      ++counted;
  }
  return last_second_of(day * one_day + time_of_day, o);
}
inline bool is_date_or_moment(bound const& b) {
  return b.kind == bound_kind::calendar_day || b.kind == bound_kind::instant;
}
inline seconds_t limit_of(bound const& b, seconds_t from, monitor_options const& o) {
  switch (b.kind) {
    case bound_kind::elapsed: return from + b.a;
    case bound_kind::working: return limit_of(length_of(b).working, from, o);
    case bound_kind::calendar_day: return last_second_of((b.a + 1) * one_day - 1, o);
    default: return last_second_of(b.a, o);
  }
}
/// For so many seconds from then on, at least, business days end the later the later they begin.
inline seconds_t same_day_for(seconds_t from, monitor_options const& o) {
  auto const local = local_time(from, o);
  auto const rest = (whole_days(local) + 1) * one_day - local;
  if (local_time(from + rest, o) - local == rest) return rest;
  return std::min(rest, quarter - ((from % quarter) + quarter) % quarter);
}

}  // namespace proof
