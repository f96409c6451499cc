// SPDX-License-Identifier: BSL-1.0
//
// A JSON text as a tree that knows where in the text everything stands: a value's JSON pointer
// (RFC 6901), its line and its column. It refers to the text, which must outlive it.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/detail/row_index.hpp"
#include "lupaus/detail/text_arena.hpp"
#include "lupaus/io/json_positions.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

enum class json_kind : std::uint8_t { null, boolean, number, text, array, object };

constexpr char const* in_words(json_kind k) {
  constexpr char const* names[] = {"null",   "true or false", "a number",
                                   "a text", "a list",        "an object"};
  return names[static_cast<std::size_t>(k)];
}

/// A value by its place in the tree. The root is 0.
using json_place = std::uint32_t;
inline constexpr json_place no_place = 0xffff'ffff;

/// A few letters of a member's name and its length, so that most of the others need no closer look.
constexpr std::uint32_t tag_of(std::string_view key) {
  if (key.empty()) return 0;
  auto const letter = [key](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(key[i])};
  };
  return static_cast<std::uint32_t>(key.size()) << 24 ^ letter(0) << 16 ^
         letter(key.size() / 2) << 8 ^ letter(key.size() - 1);
}

struct json_node {
  json_kind kind = json_kind::null;
  bool truth = false;     ///< of true
  bool is_asked = false;  ///< of a member: somebody knows its name
  std::uint32_t key_tag = 0;
  json_place parent = no_place;
  json_place first = no_place;  ///< child
  json_place next = no_place;   ///< sibling
  std::uint32_t index = 0;      ///< among the parent's children
  std::uint32_t count = 0;      ///< of children
  std::string_view key = {};    ///< of a member
  std::string_view text = {};   ///< of a text; of a number, as it was written
};

/// A place in a text, from 1 on. Columns count characters (code points), not bytes.
struct text_position {
  int line = 1;
  int column = 1;
};

/// O(offset).
LUPAUS_COLD inline text_position position_in(std::string_view text, std::size_t offset) {
  text_position at;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    auto const c = static_cast<unsigned char>(text[i]);
    if (c == '\n')
      ++at.line, at.column = 1;
    else if ((c & 0xc0) != 0x80)  // the later bytes of a character do not count
      ++at.column;
  }
  return at;
}

/// Where the value begins that is the n-th of a text, or, with `of_key`, the name of that member.
/// The text is JSON so far. For messages: O(offset).
LUPAUS_COLD inline std::size_t offset_of(std::string_view text, json_place n, bool of_key) {
  std::vector<char> open;
  auto is_key_next = false;
  auto const after_text = [&](std::size_t i) {
    for (++i; i < text.size() && text[i] != '"'; ++i) i += text[i] == '\\' ? 1U : 0U;
    return i + 1;
  };
  json_place values = 0;
  for (std::size_t i = 0; i < text.size();) {
    switch (text[i]) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
      case ':': ++i; continue;
      case ',':
        is_key_next = !open.empty() && open.back() == '{';
        ++i;
        continue;
      case '}':
      case ']':
        if (!open.empty()) open.pop_back();
        is_key_next = false;
        ++i;
        continue;
      default: break;
    }
    if (is_key_next) {
      if (of_key && values == n) return i;
      is_key_next = false;
      i = after_text(i);
      continue;
    }
    if (values++ == n) return i;
    if (text[i] == '{' || text[i] == '[') {
      open.push_back(text[i]);
      is_key_next = text[i++] == '{';
    } else if (text[i] == '"') {
      i = after_text(i);
    } else {
      i = text.find_first_of(",]} \t\r\n", i);
    }
  }
  return text.size();
}

/// In the order of the text: a value stands before what lies in it. Keeps its memory from one
/// document to the next.
struct json_tree {
  std::vector<json_node> nodes;
  text_arena texts;  ///< those that the text has only with escapes

  json_node const& operator[](json_place p) const { return nodes[p]; }

  /// The member of an object; none when there is no such member. O(members).
  json_place member(json_place object, std::string_view name) const {
    auto const tag = tag_of(name);
    auto c = nodes[object].first;
    while (c != no_place && (nodes[c].key_tag != tag || !is_same(nodes[c].key, name)))
      c = nodes[c].next;
    return c;
  }

  /// "/claims/1/about"; empty for the whole document. O(length).
  LUPAUS_COLD std::string pointer(json_place p) const {
    std::vector<json_place> way;
    for (; p != no_place && nodes[p].parent != no_place; p = nodes[p].parent) way.push_back(p);
    std::string text;
    for (auto i = way.size(); i-- > 0;) {
      auto const& node = nodes[way[i]];
      auto const is_element = nodes[node.parent].kind == json_kind::array;
      add_to_pointer(text, node.key, is_element ? node.index : no_place);
    }
    return text;
  }
};

}  // namespace lupaus::inline v0::detail::io
