// SPDX-License-Identifier: BSL-1.0
//
// A set of numbers that is emptied in the time of what it holds.
#pragma once

#include "lupaus/detail/scratch_array.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// A set of numbers below a bound, kept in the order in which they came. Emptied in the time of
/// what it holds, so that small walks over a large model stay small. (Briggs and Torczon, "An
/// Efficient Representation for Sparse Sets", 1993.)
class sparse_set {
 public:
  constexpr explicit sparse_set(std::size_t bound) : holds_{bound}, members_{bound, unset{}} {}

  constexpr bool contains(std::size_t i) const { return holds_[i]; }
  /// False when it was there already.
  constexpr bool insert(std::size_t i) {
    if (holds_[i]) return false;
    holds_[i] = true;
    members_[size_++] = i;
    return true;
  }
  constexpr std::size_t size() const { return size_; }
  /// The one that came as the n-th.
  constexpr std::size_t operator[](std::size_t n) const { return members_[n]; }
  constexpr std::size_t const* begin() const { return members_.data(); }
  constexpr std::size_t const* end() const { return members_.data() + size_; }

  constexpr void clear() {
    while (size_ > 0) holds_[members_[--size_]] = false;
  }

 private:
  flags holds_;
  scratch<std::size_t> members_;
  std::size_t size_ = 0;
};

}  // namespace lupaus::inline v0::detail
