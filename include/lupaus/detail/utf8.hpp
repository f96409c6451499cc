// SPDX-License-Identifier: BSL-1.0
//
// UTF-8 (RFC 3629): is it that, and what to show where it is not.
#pragma once

#include <cstddef>
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
