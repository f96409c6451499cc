// SPDX-License-Identifier: BSL-1.0
//
// How long something took, of many: any quantile to one per cent, from counts that can be added.
#pragma once

#include "lupaus/model/terms/time.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Buckets of lengths in whole seconds. All of one bucket are told as one length, which is within
/// one per cent of each of them; below 100 s each has a bucket of its own. In integers, so that
/// every machine has the same.
struct duration_buckets {
  static constexpr seconds_t longest = seconds_t{1} << 40;
  /// What is told of a bucket that begins at `low`, and what the next one begins at.
  static constexpr seconds_t told_of(seconds_t low) { return low + low / 100; }
  static constexpr seconds_t after(seconds_t low) { return told_of(low) * 100 / 99 + 1; }

  static constexpr std::size_t count() {
    std::size_t n = 0;
    for (seconds_t low = 0; low <= longest; low = after(low)) ++n;
    return n;
  }
};
inline constexpr auto duration_bucket_lows = [] {
  std::array<seconds_t, duration_buckets::count()> lows{};
  seconds_t low = 0;
  for (auto& x : lows) x = low, low = duration_buckets::after(low);
  return lows;
}();

}  // namespace detail

/// A sketch of durations in seconds: DDSketch (Masson, Rim, Lee, VLDB 2019) with a relative error
/// of 1 %, on fixed buckets of whole seconds. To merge is to add counts: associative and
/// commutative, and the error does not grow. Memory O(buckets that are used), at most 20 KiB.
class duration_sketch {
 public:
  /// A quantile is within one hundredth of the exact one.
  static constexpr seconds_t one_part_in = 100;
  /// Durations of more, some 35,000 years, are told as this.
  static constexpr seconds_t longest = detail::duration_buckets::longest;

  struct bucket {
    std::uint16_t number = 0;
    std::uint64_t count = 0;
    friend bool operator==(bucket const&, bucket const&) = default;
  };

  /// A negative duration counts as 0. O(buckets).
  void add(seconds_t duration, std::uint64_t times = 1) {
    if (times != 0) add_to(number_of(duration), times);
  }
  duration_sketch& operator+=(duration_sketch const& other) {
    if (buckets_.empty()) return *this = other;
    for (auto const& b : other.buckets_) add_to(b.number, b.count);
    return *this;
  }

  [[nodiscard]] std::uint64_t count() const noexcept {
    std::uint64_t n = 0;
    for (auto const& b : buckets_) n += b.count;
    return n;
  }
  /// Of `n` durations in their order the one at place floor(q · (n - 1)), from 0 on, to 1 %; 0 of
  /// none. `q` is from 0 to 1. O(buckets).
  [[nodiscard]] seconds_t quantile(double q) const noexcept {
    auto const n = count();
    if (n == 0) return 0;
    auto const place = static_cast<std::uint64_t>((std::min)((std::max)(q, 0.0), 1.0) *
                                                  static_cast<double>(n - 1));
    std::uint64_t before = 0;
    for (auto const& b : buckets_)
      if ((before += b.count) > place) return length_of(b.number);
    return length_of(buckets_.back().number);
  }

  /// Those with a count, by their numbers.
  [[nodiscard]] std::vector<bucket> const& buckets() const noexcept { return buckets_; }
  static constexpr std::size_t bucket_count = detail::duration_bucket_lows.size();
  /// What is told of a bucket.
  [[nodiscard]] static constexpr seconds_t length_of(std::uint16_t number) {
    return detail::duration_buckets::told_of(detail::duration_bucket_lows[number]);
  }
  [[nodiscard]] static std::uint16_t number_of(seconds_t duration) {
    auto const& lows = detail::duration_bucket_lows;
    auto const at = std::upper_bound(lows.begin(), lows.end(),
                                     (std::min)((std::max)(duration, seconds_t{0}), longest));
    return static_cast<std::uint16_t>(at - lows.begin() - 1);
  }
  /// Precondition: `number < bucket_count`.
  void add_to(std::uint16_t number, std::uint64_t times) {
    auto const at = std::lower_bound(buckets_.begin(), buckets_.end(), number,
                                     [](bucket const& b, std::uint16_t n) { return b.number < n; });
    if (at != buckets_.end() && at->number == number)
      at->count += times;
    else
      buckets_.insert(at, {number, times});
  }

  friend bool operator==(duration_sketch const&, duration_sketch const&) = default;

 private:
  std::vector<bucket> buckets_;
};

}  // namespace lupaus::inline v0
