// SPDX-License-Identifier: BSL-1.0
//
// Sets of small numbers that take long to find, and are asked about often.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/scratch_array.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// Marks at numbers below a bound, 64 of them in a word.
class bit_marks {
 public:
  constexpr explicit bit_marks(std::size_t bound) : words_{bound / 64 + 1} {}

  constexpr void add(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << i % 64; }
  constexpr std::uint64_t word(std::size_t i) const { return words_[i]; }
  constexpr void clear() {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] = 0;
  }

 private:
  scratch<std::uint64_t> words_;
};

/// For each of `size` numbers a set of such numbers, found when it is first asked for and kept, all
/// of them within 8 MB.
class kept_sets {
 public:
  constexpr explicit kept_sets(std::size_t size) : size_{size} {}

  /// True when the set of that number is kept; if it was not, `find(flags&)` has marked its
  /// members. False where there is no room for it. O(size) besides `find`, O(1) from the second
  /// time on.
  template <class Find>
  constexpr bool keep(std::size_t number, Find&& find) {
    while (row_.size() < size_) row_.push_back(0);
    if (row_[number] != 0) return true;
    if (bits_.size() + words() > most_words) return false;
    flags members{size_};
    find(members);
    auto const begin = bits_.size();
    for (std::size_t i = 0; i < words(); ++i) bits_.push_back(0);
    for (std::size_t i = 0; i < size_; ++i)
      if (members[i]) bits_[begin + i / 64] |= std::uint64_t{1} << i % 64;
    row_[number] = bits_.size() / words();
    return true;
  }
  /// Precondition: the set of that number is kept. O(1).
  constexpr bool contains(std::size_t number, std::size_t member) const {
    return (bits_[(row_[number] - 1) * words() + member / 64] >> member % 64 & 1U) != 0;
  }

  /// The same: true when it has a member in common with `those`, marked bit by bit. O(size / 64).
  constexpr bool meets(std::size_t number, bit_marks const& those) const {
    for (std::size_t i = 0; i < words(); ++i)
      if ((bits_[(row_[number] - 1) * words() + i] & those.word(i)) != 0) return true;
    return false;
  }

 private:
  static constexpr std::size_t most_words = std::size_t{1} << 20;

  constexpr std::size_t words() const { return size_ / 64 + 1; }

  std::size_t size_;
  growing<std::size_t> row_;  // of each number, from 1; 0: not kept
  growing<std::uint64_t> bits_;
};

}  // namespace lupaus::inline v0::detail
