// SPDX-License-Identifier: BSL-1.0
//
// What a call may still use, asked in the middle of long work: so that a limit of the whole call
// holds in all that it does.
#pragma once

#include "lupaus/explore/search/search_coverage.hpp"

#include <chrono>
#include <cstddef>
#include <functional>

namespace lupaus::inline v0::detail {

/// Once it has said no it always does.
class work_meter {
 public:
  using clock = std::chrono::steady_clock;

  using progress = std::function<bool(search_coverage const&)>;

  explicit work_meter(search_limits const& limits)
      : bytes_{limits.bytes},
        told_at_{clock::now()},
        ends_at_{limits.time < (clock::time_point::max)() - told_at_ ? told_at_ + limits.time
                                                                     : (clock::time_point::max)()} {
  }
  /// Tells how far the search is, as `seen` says, from time to time; both must outlive it.
  work_meter(search_limits const& limits, progress const& tell, search_coverage const& seen)
      : work_meter{limits} {
    tell_ = &tell;
    seen_ = &seen;
  }

  /// One more step of work. O(1): the clock is read once in a while.
  bool goes_on() {
    if (++steps_ % steps_between == 0 && why_ == stop_reason::complete) look_at_the_clock();
    return why_ == stop_reason::complete;
  }
  /// The same before a step that may take long: the clock is read each time.
  bool has_time() {
    if (why_ == stop_reason::complete) look_at_the_clock();
    return why_ == stop_reason::complete;
  }
  /// The same of a step that holds so many bytes, besides what is held all the time.
  bool has_room_for(std::size_t bytes) {
    if (bytes > bytes_ - (held_ < bytes_ ? held_ : bytes_)) stop(stop_reason::bytes);
    return goes_on();
  }
  void stop(stop_reason why) {
    if (why_ == stop_reason::complete) why_ = why;
  }
  /// How far the search is, from now on.
  void tells_of(search_coverage const& seen) { seen_ = &seen; }
  /// What is held all the time from now on.
  void hold(std::size_t bytes) { held_ = bytes; }

  /// `complete` as long as it goes on.
  stop_reason why() const { return why_; }
  /// What is left of the time; all of it where there is no limit.
  std::chrono::nanoseconds time_left() const {
    if (ends_at_ == (clock::time_point::max)()) return (std::chrono::nanoseconds::max)();
    auto const now = clock::now();
    return now < ends_at_ ? ends_at_ - now : std::chrono::nanoseconds::zero();
  }

 private:
  static constexpr std::size_t steps_between = std::size_t{1} << 10;

  void look_at_the_clock() {
    auto const now = clock::now();
    if (now >= ends_at_) why_ = stop_reason::time;
    if (!tell_ || !*tell_ || now - told_at_ < progress_time) return;
    told_at_ = now;
    if (!(*tell_)(*seen_)) stop(stop_reason::caller);
  }

  std::size_t bytes_, held_ = 0, steps_ = 0;
  clock::time_point told_at_, ends_at_;
  progress const* tell_ = nullptr;
  search_coverage const* seen_ = nullptr;
  stop_reason why_ = stop_reason::complete;
};

}  // namespace lupaus::inline v0::detail
