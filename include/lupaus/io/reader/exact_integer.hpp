// SPDX-License-Identifier: BSL-1.0
//
// A number of JSON as the whole number that it is, exactly, or not at all: never by way of a
// floating-point number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace lupaus::inline v0::detail::io {

struct exact_integer {
  std::int64_t value = 0;
  char const* fault = nullptr;  ///< null, or what was expected
};

/// 1200, 1200.0, 12e2 and 1.2e3 are the same whole number; 1.5 and 1e-1 are none. The text follows
/// the grammar of RFC 8259, section 6. O(length).
constexpr exact_integer whole_number(std::string_view text) {
  constexpr auto too_large = "a number of at most 18 digits";
  constexpr auto no_whole = "a whole number";
  std::size_t i = 0;
  auto const negative = i < text.size() && text[i] == '-';
  if (negative) ++i;
  // The digits without leading zeros, and how many of them stand behind the point.
  std::int64_t digits = 0;
  std::int64_t zeros = 0;  // at the end, not yet in `digits`
  std::int64_t count = 0, behind = 0;
  auto is_long = false, in_fraction = false;
  for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
    if (text[i] == '.') {
      in_fraction = true;
      continue;
    }
    if (in_fraction) ++behind;
    if (text[i] == '0') {
      if (digits != 0) ++zeros;
      continue;
    }
    for (; zeros > 0 && !is_long; --zeros) {
      is_long = ++count > 18;
      if (!is_long) digits *= 10;
    }
    zeros = 0;
    is_long = is_long || ++count > 18;
    if (!is_long) digits = 10 * digits + (text[i] - '0');
  }
  if (digits == 0 && !is_long) return {};
  std::int64_t exponent = 0;
  if (i < text.size()) {
    ++i;
    auto const minus = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    for (; i < text.size(); ++i)
      if (exponent < 1'000'000'000) exponent = 10 * exponent + (text[i] - '0');
    if (minus) exponent = -exponent;
  }
  exponent += zeros - behind;
  if (exponent < 0) return {0, no_whole};
  if (is_long) return {0, too_large};
  for (; exponent > 0; --exponent) {
    if (++count > 18) return {0, too_large};
    digits *= 10;
  }
  return {negative ? -digits : digits, nullptr};
}

}  // namespace lupaus::inline v0::detail::io
