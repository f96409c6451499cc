// SPDX-License-Identifier: BSL-1.0
//
// How late events may come in, what clock and calendar a promise goes by, and who watches the
// monitor.
#pragma once

#include "lupaus/model/terms/time.hpp"
#include "lupaus/monitor/journal_place.hpp"
#include "lupaus/monitor/monitor_signal.hpp"

#include <cstddef>
#include <functional>

namespace lupaus::inline v0 {

/// How orders are watched.
struct monitor_options {
  /// How long after the latest event another one may still come in, in seconds (L2).
  seconds_t lateness = 0;
  /// How long an order is kept after it has ended and nothing is left to judge, in seconds: until
  /// then it can be corrected, and duplicates are known (L6).
  seconds_t keeps_ended = 30 * one_day;
  /// How many records an order takes, corrections too; what comes after them changes nothing, and
  /// is remarked (L6). So its memory is bounded.
  std::size_t most_records = 10'000;
  /// How far local time is ahead of UTC at a moment, in seconds, daylight saving included; the
  /// moment is in seconds from 1970-01-01T00:00Z. It changes at most once in any three days. Empty:
  /// local time is UTC.
  std::function<seconds_t(seconds_t)> zone = {};
  /// True of a day without business besides the weekends. Empty: there is none.
  std::function<bool(calendar_day)> is_holiday = {};
  /// Told of the monitor's own work, for the host's metrics and logs.
  std::function<void(monitor_signal const&)> on_signal = {};
  /// Which share of the orders it holds; a snapshot of another share is refused.
  partition_share share = {};
};

}  // namespace lupaus::inline v0
