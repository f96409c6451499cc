// SPDX-License-Identifier: BSL-1.0
//
// Text in which nothing can be mistaken for what it is not: a name out of a document shall neither
// begin a line of a log, nor turn the order of its words around.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/detail/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail {

/// The code point of a character of that many bytes, as of `io::character_length`.
constexpr std::uint32_t code_point(std::string_view character) {
  auto const lead = static_cast<unsigned char>(character[0]);
  std::uint32_t code = character.size() == 1 ? lead : lead & (0x7FU >> character.size());
  for (std::size_t i = 1; i < character.size(); ++i)
    code = code << 6U | (static_cast<unsigned char>(character[i]) & 0x3FU);
  return code;
}

/// Ends a line, or does something else to whatever shows it: C0, DEL and C1 (The Unicode
/// Standard, 23.1), the separators of lines and paragraphs.
constexpr bool is_control(std::uint32_t code) {
  return code < 0x20 || (0x7F <= code && code < 0xA0) || code == 0x2028 || code == 0x2029;
}
/// Changes the direction of what stands around it (Unicode Standard Annex 9, 2).
constexpr bool is_of_direction(std::uint32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (0x202A <= code && code <= 0x202E) ||
         (0x2066 <= code && code <= 0x2069);
}

/// Calls `f(character, code)` for each; a byte that belongs to none is one by itself, of code
/// 0xFFFD.
template <class F>
void for_each_character(std::string_view text, F&& f) {
  while (!text.empty()) {
    auto const n = io::character_length(text);
    auto const character = text.substr(0, n == 0 ? 1 : n);
    f(character, n == 0 ? std::uint32_t{0xFFFD} : code_point(character));
    text.remove_prefix(character.size());
  }
}

/// True when a control character is in the text. O(bytes), eight at a time as long as none of them
/// can begin one.
inline bool has_control_character(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  auto const may_begin_one = [](std::uint64_t eight) {
    auto const has = [](std::uint64_t zero) { return (zero - each) & ~zero; };
    return (((eight - 0x20 * each) & ~eight) | has(eight ^ 0x7f * each) | has(eight ^ 0xc2 * each) |
            has(eight ^ 0xe2 * each)) &
           0x80 * each;
  };
  std::uint64_t eight = 0;
  for (; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
    std::memcpy(&eight, text.data(), sizeof eight);
    if (may_begin_one(eight) != 0) break;
  }
  auto found = false;
  for_each_character(
      text, [&](std::string_view, std::uint32_t code) { found = found || is_control(code); });
  return found;
}

/// At least four hexadecimal digits.
LUPAUS_COLD inline std::string hexadecimal(std::uint32_t code) {
  std::string digits;
  for (int shift = code > 0xFFFF ? 28 : 12; shift >= 0; shift -= 4)
    digits += "0123456789abcdef"[code >> shift & 15U];
  return digits;
}
/// \uXXXX; beyond the basic plane \UXXXXXXXX, as C++ writes it.
LUPAUS_COLD inline std::string escaped(std::uint32_t code) {
  return (code > 0xFFFF ? "\\U" : "\\u") + hexadecimal(code);
}

/// The text with the escape \uXXXX, as JSON writes it, for each of these; a character of `kept`
/// stays. O(bytes).
LUPAUS_COLD inline std::string visible(std::string_view text, std::string_view kept = {}) {
  // What may begin one of them; most texts have none.
  auto const may_begin_one = [](char c) {
    auto const byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2;
  };
  if (std::none_of(text.begin(), text.end(), may_begin_one)) return std::string{text};
  std::string out;
  out.reserve(text.size());
  for_each_character(text, [&](std::string_view character, std::uint32_t code) {
    if ((!is_control(code) && !is_of_direction(code)) || kept.find(character) != kept.npos)
      out += character;
    else
      out += escaped(code);
  });
  return out;
}
/// The same of a text of several lines.
LUPAUS_COLD inline std::string visible_lines(std::string_view text) { return visible(text, "\n"); }

}  // namespace lupaus::inline v0::detail
