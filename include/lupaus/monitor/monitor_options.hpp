// SPDX-License-Identifier: BSL-1.0
//
// How late events may come in, and what clock and calendar a promise goes by.
#pragma once

#include "lupaus/model/terms/time.hpp"

#include <functional>

namespace lupaus::inline v0 {

/// How orders are watched.
struct monitor_options {
  /// How long after the latest event another one may still come in, in seconds (L2).
  seconds_t lateness = 0;
  /// How long an order is kept after it has ended and nothing is left to judge, in seconds: until
  /// then it can be corrected, and duplicates are known (L6).
  seconds_t keeps_ended = 30 * one_day;
  /// How far local time is ahead of UTC at a moment, in seconds, daylight saving included; the
  /// moment is in seconds from 1970-01-01T00:00Z. It changes at most once in any three days. Empty:
  /// local time is UTC.
  std::function<seconds_t(seconds_t)> zone = {};
  /// True of a day without business besides the weekends. Empty: there is none.
  std::function<bool(calendar_day)> is_holiday = {};
};

}  // namespace lupaus::inline v0
