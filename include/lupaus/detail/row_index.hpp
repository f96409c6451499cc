// SPDX-License-Identifier: BSL-1.0
//
// Rows of a table by what they hold, and a hash of texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

/// A hash of a text, eight bytes at a time.
inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0) noexcept {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15U;
  auto const* const at = text.data();
  auto const size = text.size();
  auto hash = (seed + size + 1) * odd;
  auto const mix = [&hash](std::uint64_t word) {
    word ^= word >> 32U;  // a product's low half knows nothing of the high one
    hash = (hash ^ word) * odd;
    hash ^= hash >> 32U;
  };
  auto const eight = [at](std::size_t i) {
    std::uint64_t word = 0;
    std::memcpy(&word, at + i, sizeof word);
    return word;
  };
  auto const four = [at](std::size_t i) {
    std::uint32_t word = 0;
    std::memcpy(&word, at + i, sizeof word);
    return std::uint64_t{word};
  };
  auto const one = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
  if (size >= 8) {  // the last eight may be read twice
    for (std::size_t i = 0; i + 8 < size; i += 8) mix(eight(i));
    mix(eight(size - 8));
  } else if (size >= 4) {
    mix(four(0) << 32U | four(size - 4));
  } else if (size > 0) {
    mix(one(0) << 16U | one(size / 2) << 8U | one(size - 1));
  }
  return hash;
}

/// The same as `a == b`, without a call: names are short.
inline bool is_same(std::string_view a, std::string_view b) noexcept {
  auto const size = a.size();
  if (size != b.size()) return false;
  auto const differs = [&]<class Word>(std::size_t i, Word) {
    Word x = 0, y = 0;
    std::memcpy(&x, a.data() + i, sizeof x);
    std::memcpy(&y, b.data() + i, sizeof y);
    return x != y;
  };
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8)
      if (differs(i, std::uint64_t{})) return false;
    return !differs(size - 8, std::uint64_t{});
  }
  if (size >= 4) return !differs(0, std::uint32_t{}) && !differs(size - 4, std::uint32_t{});
  for (std::size_t i = 0; i < size; ++i)
    if (a[i] != b[i]) return false;
  return true;
}

/// Finds rows of a table that grows: by looking at all while they are few, by hash beyond. Takes
/// in by itself what the table has more than before. The first of equal rows is found.
class row_index {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// Which of so many rows it is; `hash_of(i)` is of row i, and `hash` of the one wanted, for which
  /// `is_it(i)` holds. O(1) on average, and in all O(rows) for what is taken in.
  template <class HashOf, class IsIt>
  std::size_t find(std::size_t rows, std::uint64_t hash, HashOf const& hash_of, IsIt const& is_it) {
    if (rows <= few) {
      for (std::size_t i = 0; i < rows; ++i)
        if (is_it(i)) return i;
      return none;
    }
    if (taken_ < rows) take(rows, hash_of);
    for (auto at = static_cast<std::size_t>(hash) & mask_; slots_[at] != 0; at = (at + 1) & mask_)
      if (is_it(slots_[at] - 1)) return slots_[at] - 1;
    return none;
  }
  /// Of another table from now on, or of one that begins anew.
  void clear() noexcept { taken_ = 0, mask_ = 0; }

 private:
  static constexpr std::size_t few = 4;

  template <class HashOf>
  void take(std::size_t rows, HashOf const& hash_of) {
    if (2 * rows > mask_) {
      std::size_t size = 32;
      while (size < 4 * rows) size *= 2;
      slots_.assign(size, 0);
      mask_ = size - 1;
      taken_ = 0;
    }
    for (; taken_ < rows; ++taken_) {
      auto at = static_cast<std::size_t>(hash_of(taken_)) & mask_;
      while (slots_[at] != 0) at = (at + 1) & mask_;
      slots_[at] = static_cast<std::uint32_t>(taken_ + 1);
    }
  }

  std::vector<std::uint32_t> slots_;  // a row's place from 1 on; 0: none
  std::size_t mask_ = 0;              // of places in slots_; 0: none is taken in
  std::size_t taken_ = 0;
};

}  // namespace lupaus::inline v0::detail
