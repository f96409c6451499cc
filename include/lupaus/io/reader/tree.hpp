// SPDX-License-Identifier: BSL-1.0
//
// A JSON text as a tree that knows where in the text everything stands: a value's JSON pointer
// (RFC 6901), its line and its column. It refers to the text, which must outlive it.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/detail/row_index.hpp"
#include "lupaus/detail/text_arena.hpp"
#include "lupaus/io/json_positions.hpp"

#include <algorithm>
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

/// Where in a text its values stand, for messages. The text is looked through as far as it is asked
/// about, and once, so that many faults of a long text take no longer than a few.
class text_places {
 public:
  /// Begins another text. It is JSON as far as it is asked about.
  void begin(std::string_view text) {
    text_ = text;
    marks_.clear(), values_.clear(), open_.clear();
    next_ = 0, key_ = none, is_key_next_ = false;
  }

  /// Where the value begins that is the n-th, or, with `of_key`, the name of that member. All
  /// questions together: O(offset of the last).
  LUPAUS_COLD std::size_t offset_of(json_place n, bool of_key) {
    while (next_ < text_.size() && values_.size() <= n && (!of_key || !is_named(n))) go_on();
    if (of_key && is_named(n)) return n < values_.size() ? values_[n].key : key_;
    return n < values_.size() ? values_[n].at : text_.size();
  }
  /// All questions together: O(the last offset).
  LUPAUS_COLD text_position position_of(std::size_t offset) {
    offset = (std::min)(offset, text_.size());
    if (marks_.empty()) marks_.emplace_back();
    while (marks_.size() <= offset / stride)
      marks_.push_back(count(marks_.back(), (marks_.size() - 1) * stride, marks_.size() * stride));
    return count(marks_[offset / stride], offset / stride * stride, offset);
  }

 private:
  static constexpr std::size_t stride = 256;
  static constexpr auto none = static_cast<std::size_t>(-1);

  struct value {
    std::size_t at, key;
  };

  text_position count(text_position at, std::size_t begin, std::size_t end) const {
    for (auto i = begin; i < end; ++i) {
      auto const c = static_cast<unsigned char>(text_[i]);
      if (c == '\n')
        ++at.line, at.column = 1;
      else if ((c & 0xc0) != 0x80)  // the later bytes of a character do not count
        ++at.column;
    }
    return at;
  }

  bool is_named(json_place n) const {
    return n < values_.size() ? values_[n].key != none : n == values_.size() && key_ != none;
  }
  std::size_t after_text(std::size_t i) const {
    for (++i; i < text_.size() && text_[i] != '"'; ++i) i += text_[i] == '\\' ? 1U : 0U;
    return i + 1;
  }
  // Over one sign of punctuation, one name or the beginning of one value.
  void go_on() {
    auto& i = next_;
    switch (text_[i]) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
      case ':': ++i; return;
      case ',':
        is_key_next_ = !open_.empty() && open_.back() == '{';
        ++i;
        return;
      case '}':
      case ']':
        if (!open_.empty()) open_.pop_back();
        is_key_next_ = false;
        ++i;
        return;
      default: break;
    }
    if (is_key_next_) {
      is_key_next_ = false;
      if (key_ == none) key_ = i;
      i = after_text(i);
      return;
    }
    values_.push_back({i, key_});
    key_ = none;
    if (text_[i] == '{' || text_[i] == '[') {
      open_.push_back(text_[i]);
      is_key_next_ = text_[i++] == '{';
    } else if (text_[i] == '"') {
      i = after_text(i);
    } else {
      i = (std::min)(text_.find_first_of(",]} \t\r\n", i), text_.size());
    }
  }

  std::string_view text_;
  std::size_t next_ = 0;    // what is looked at next
  std::vector<char> open_;  // lists and objects there
  std::size_t key_ = none;  // of the value that comes next
  bool is_key_next_ = false;
  std::vector<value> values_;
  std::vector<text_position> marks_;  // every `stride` bytes
};

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
