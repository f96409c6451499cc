// SPDX-License-Identifier: BSL-1.0
//
// Sentences that are told piece by piece and put together in one place, so that whoever tells one
// costs little to compile.
#pragma once

#include "lupaus/config.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail {

/// The pieces of a text, which live as long as the call that they are given to.
using pieces = std::initializer_list<std::string_view>;

LUPAUS_COLD inline std::string joined_text(pieces of) {
  std::size_t size = 0;
  for (auto const piece : of) size += piece.size();
  std::string text;
  text.reserve(size);
  for (auto const piece : of) text += piece;
  return text;
}

/// "1 day", "2 days", where the words begin with a space.
inline std::string counted(std::int64_t n, char const* one, char const* many) {
  return std::to_string(n) + (n == 1 ? one : many);
}

/// A number as a piece of a text.
class decimal {
 public:
  template <class T>
  explicit decimal(T n) noexcept
      : size_{static_cast<std::size_t>(std::to_chars(digits_, digits_ + sizeof digits_, n).ptr -
                                       digits_)} {}
  operator std::string_view() const noexcept { return {digits_, size_}; }

 private:
  char digits_[20];
  std::size_t size_;
};

}  // namespace lupaus::inline v0::detail
