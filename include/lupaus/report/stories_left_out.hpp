// SPDX-License-Identifier: BSL-1.0
//
// The limits within which the stories of a verdict are told, and how many they left no room for: no
// story is left out without a word.
#pragma once

#include "lupaus/explore/search/search_coverage.hpp"
#include "lupaus/report/verdict_words.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace lupaus::inline v0::detail {

/// Asked before each story, and within it before each move. Once it has said no it always does.
class stories_left_out {
 public:
  using clock = std::chrono::steady_clock;

  /// `bytes` are those of what is written; states are no matter here.
  explicit stories_left_out(search_limits const& limits) : bytes_{limits.bytes} {
    auto const now = clock::now();
    if (limits.time < (clock::time_point::max)() - now) ends_at_ = now + limits.time;
  }

  /// O(1): reads the clock.
  bool goes_on() {
    if (why_ == stop_reason::complete && written_ > bytes_) why_ = stop_reason::bytes;
    if (why_ == stop_reason::complete && ends_at_ != (clock::time_point::max)() &&
        clock::now() >= ends_at_)
      why_ = stop_reason::time;
    return why_ == stop_reason::complete;
  }
  /// So many bytes more are written.
  void add_written(std::size_t bytes) { written_ += bytes; }
  /// A story was left out, or is not told to its end.
  void add_one() { ++left_out_; }
  std::size_t size() const { return left_out_; }
  stop_reason why() const { return why_; }

  /// "3 stories are left out: stopped by the limit of time."; empty where there are none.
  std::string text() const {
    return left_out_ == 0 ? std::string{}
                          : number_of(left_out_, "story is", "stories are") +
                                " left out: " + std::string{to_string(why_)} + ".";
  }

 private:
  clock::time_point ends_at_ = (clock::time_point::max)();
  std::size_t bytes_, written_ = 0, left_out_ = 0;
  stop_reason why_ = stop_reason::complete;
};

}  // namespace lupaus::inline v0::detail
