// SPDX-License-Identifier: BSL-1.0
//
// A JSON text as a tree that knows where in the text everything stands: a value's JSON pointer
// (RFC 6901), its line and its column. It refers to the text, which must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
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

struct json_node {
  json_kind kind = json_kind::null;
  bool truth = false;  ///< of true
  json_place parent = no_place;
  json_place first = no_place;   ///< child
  json_place next = no_place;    ///< sibling
  std::uint32_t index = 0;       ///< among the parent's children
  std::uint32_t count = 0;       ///< of children
  std::uint32_t offset = 0;      ///< in the text
  std::uint32_t key_offset = 0;  ///< of a member's name
  std::string_view key = {};     ///< of a member
  std::string_view text = {};    ///< of a text; of a number, as it was written
};

/// A place in a text, from 1 on. Columns count characters (code points), not bytes.
struct text_position {
  int line = 1;
  int column = 1;
};

/// O(offset).
inline text_position position_in(std::string_view text, std::size_t offset) {
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

struct json_tree {
  std::vector<json_node> nodes;
  std::deque<std::string> texts;  ///< those that the text has only with escapes; never moved

  json_node const& operator[](json_place p) const { return nodes[p]; }

  /// "/claims/1/about"; empty for the whole document. O(length).
  std::string pointer(json_place p) const {
    std::vector<json_place> way;
    for (; p != no_place && nodes[p].parent != no_place; p = nodes[p].parent) way.push_back(p);
    std::string text;
    for (auto i = way.size(); i-- > 0;) {
      auto const& node = nodes[way[i]];
      text += '/';
      if (nodes[node.parent].kind == json_kind::array)
        text += std::to_string(node.index);
      else
        text += pointer_token(node.key);
    }
    return text;
  }

  /// A member's name as it stands in a pointer (RFC 6901, 3).
  static std::string pointer_token(std::string_view key) {
    std::string text;
    for (auto const c : key) {
      if (c == '~')
        text += "~0";
      else if (c == '/')
        text += "~1";
      else
        text += c;
    }
    return text;
  }
};

}  // namespace lupaus::inline v0::detail::io
