// SPDX-License-Identifier: BSL-1.0
//
// UTF-8 (RFC 3629): is it that, and what to show where it is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace lupaus::inline v0 {

namespace detail::io {

/// What stands for a byte that is no UTF-8: U+FFFD.
inline constexpr std::string_view replacement_character = "\xef\xbf\xbd";

/// The bytes of the character that the text begins with (RFC 3629, 4); 0 when it is none.
constexpr std::size_t character_length(std::string_view t) {
  auto const at = [&](std::size_t i) -> unsigned {
    return i < t.size() ? static_cast<unsigned char>(t[i]) : 0U;
  };
  auto const follows = [&](std::size_t i) { return (at(i) & 0xc0U) == 0x80U; };
  if (t.empty()) return 0;
  auto const c = at(0), d = at(1);
  if (c < 0x80) return 1;
  if (0xc2 <= c && c <= 0xdf) return follows(1) ? 2 : 0;
  if (0xe0 <= c && c <= 0xef) {
    if ((c == 0xe0 && d < 0xa0) || (c == 0xed && d >= 0xa0)) return 0;
    return follows(1) && follows(2) ? 3 : 0;
  }
  if (0xf0 <= c && c <= 0xf4) {
    if ((c == 0xf0 && d < 0x90) || (c == 0xf4 && d >= 0x90)) return 0;
    return follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace detail::io

namespace detail {

/// True when a control character is in the text: U+0000 to U+001F, U+007F to U+009F, or a separator
/// of lines or paragraphs, U+2028 and U+2029. O(bytes), eight at a time.
inline bool has_control_character(std::string_view text) noexcept {
  constexpr std::uint64_t each = 0x0101010101010101U;
  auto const may_be_one = [](std::uint64_t eight) {
    auto const delete_is_zero = eight ^ 0x7f * each;
    auto const c2_is_zero = eight ^ 0xc2 * each, e2_is_zero = eight ^ 0xe2 * each;
    return ((((eight - 0x20 * each) & ~eight) | ((delete_is_zero - each) & ~delete_is_zero) |
             ((c2_is_zero - each) & ~c2_is_zero) | ((e2_is_zero - each) & ~e2_is_zero)) &
            0x80 * each) != 0;
  };
  std::uint64_t eight = 0;
  auto rest = text;
  auto suspect = false;
  for (; rest.size() >= sizeof eight && !suspect; rest.remove_prefix(sizeof eight)) {
    std::memcpy(&eight, rest.data(), sizeof eight);
    suspect = may_be_one(eight);
  }
  if (!suspect) text = rest;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const at = [&](std::size_t k) {
      return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
    };
    if (at(0) < 0x20 || at(0) == 0x7f || (at(0) == 0xc2 && 0x80 <= at(1) && at(1) <= 0x9f) ||
        (at(0) == 0xe2 && at(1) == 0x80 && (at(2) == 0xa8 || at(2) == 0xa9)))
      return true;
  }
  return false;
}

}  // namespace detail

/// The text with U+FFFD for every byte that belongs to no character: a file's name may be any
/// bytes, and JSON is UTF-8. O(bytes).
inline std::string as_utf8(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    auto const n = detail::io::character_length(bytes);
    text += n == 0 ? detail::io::replacement_character : bytes.substr(0, n);
    bytes.remove_prefix(n == 0 ? 1 : n);
  }
  return text;
}

}  // namespace lupaus::inline v0
