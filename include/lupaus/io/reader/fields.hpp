// SPDX-License-Identifier: BSL-1.0
//
// Takes values of the expected type out of a document, and says what is wrong where they are none.
#pragma once

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/io/reader/exact_integer.hpp"
#include "lupaus/io/reader/faults.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

LUPAUS_COLD inline bool refuse_kind(json_source& s, json_place at, json_kind kind,
                                    std::string_view what) {
  auto const found = s.tree[at].kind;
  s.fail(at, error_code::unit_mismatch,
         {what.empty() ? std::string_view{in_words(kind)} : what, " is expected, and ",
          in_words(found), " was found",
          (found == json_kind::null ? "; what is not there is left out" : "")});
  return false;
}

/// True when the value is of the type; else a fault.
inline bool expect(json_source& s, json_place at, json_kind kind, std::string_view what = {}) {
  return s.tree[at].kind == kind || refuse_kind(s, at, kind, what);
}

/// A text without control characters: with a line feed it could forge a line of a report.
LUPAUS_NOINLINE inline std::optional<std::string_view> text_of(json_source& s, json_place at,
                                                               std::string_view what = {}) {
  if (!expect(s, at, json_kind::text, what)) return {};
  auto const text = s.tree[at].text;
  if (has_control_character(text)) {
    s.fail(at, error_code::bad_value, {"a name or text has no control characters in it"});
    return {};
  }
  return text;
}

LUPAUS_COLD inline void refuse_number(json_source& s, json_place at, char const* fault,
                                      std::int64_t least, std::int64_t most) {
  auto const message = fault
                           ? std::string{fault}
                           : "a number of " + std::to_string(least) + " to " + std::to_string(most);
  auto const shown = s.tree[at].text.substr(0, 40);
  s.fail(at, error_code::bad_value,
         {message, " is expected, and ", shown,
          (shown.size() < s.tree[at].text.size() ? "..." : ""), " was found"});
}

LUPAUS_NOINLINE inline std::optional<std::int64_t> integer_of(json_source& s, json_place at,
                                                              std::int64_t least,
                                                              std::int64_t most) {
  if (!expect(s, at, json_kind::number)) return {};
  auto const found = whole_number(s.tree[at].text);
  if (!found.fault && least <= found.value && found.value <= most) return found.value;
  refuse_number(s, at, found.fault, least, most);
  return {};
}

LUPAUS_NOINLINE inline std::optional<bool> truth_of(json_source& s, json_place at) {
  if (!expect(s, at, json_kind::boolean)) return {};
  return s.tree[at].truth;
}

/// Calls `f` on each element of a list.
template <class F>
void for_each_in(json_source& s, json_place list, F f, std::string_view what = {}) {
  if (!expect(s, list, json_kind::array, what)) return;
  for (auto at = s.tree[list].first; at != no_place; at = s.tree[at].next) f(at);
}

/// The members of an object. Whoever asks for a member thereby knows it; `finish` tells of the
/// others.
class json_object {
 public:
  json_object(json_source& s, json_place at, std::string_view what = {})
      : source_{&s}, at_{at}, is_object_{expect(s, at, json_kind::object, what)} {}

  explicit operator bool() const { return is_object_; }
  json_place place() const { return at_; }

  /// The member, or none; asked for the first time.
  LUPAUS_NOINLINE json_place find(std::string_view name) {
    known_.add(name);
    if (!is_object_ || asked_ == source_->tree[at_].count) return no_place;
    auto const found = source_->tree.member(at_, name);
    if (found != no_place) source_->tree.nodes[found].is_asked = true, ++asked_;
    return found;
  }
  /// The same where it may have been asked for before, or is not to be known thereby.
  json_place look(std::string_view name) const {
    return is_object_ ? source_->tree.member(at_, name) : no_place;
  }
  /// The member; a fault when there is none.
  LUPAUS_NOINLINE json_place require(std::string_view name) {
    auto const found = find(name);
    if (found == no_place && is_object_) missing_.add(name);
    return found;
  }
  bool has(std::string_view name) const { return look(name) != no_place; }
  /// Members that this reader does not ask for, though somebody else does.
  LUPAUS_NOINLINE void knows(std::initializer_list<std::string_view> others) {
    for (auto const name : others) find(name);
  }

  /// The member's text, or `otherwise`.
  LUPAUS_NOINLINE std::string_view text(std::string_view name, std::string_view otherwise = {}) {
    auto const at = find(name);
    return at == no_place ? otherwise : text_of(*source_, at).value_or(otherwise);
  }
  LUPAUS_NOINLINE bool truth(std::string_view name, bool otherwise) {
    auto const at = find(name);
    return at == no_place ? otherwise : truth_of(*source_, at).value_or(otherwise);
  }

  /// Tells of members that nobody asked for, and of those that had to be there. One that is there
  /// under a name close to its own is misspelt, and not missing too.
  LUPAUS_NOINLINE void finish() {
    if (!is_object_) return;
    auto const& tree = source_->tree;
    auto is_right = missing_.empty();
    for (auto c = tree[at_].first; c != no_place && is_right; c = tree[c].next)
      is_right = tree[c].is_asked;
    if (!is_right) tell();
  }

 private:
  // Few enough to need no memory of their own: no object of the format has more. Not set before
  // they are said, because there are many objects.
  template <std::size_t Most>
  class names {
   public:
    names() {}
    void add(std::string_view name) {
      if (size_ < Most) said_[size_++] = {name.data(), name.size()};
    }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::vector<std::string_view> list() const {
      std::vector<std::string_view> all;
      for (std::size_t i = 0; i < size_; ++i) all.emplace_back(said_[i].data, said_[i].size);
      return all;
    }

   private:
    struct said {
      char const* data;
      std::size_t size;
    };
    std::size_t size_ = 0;
    said said_[Most];
  };

  LUPAUS_COLD void tell() {
    auto const& tree = source_->tree;
    auto const known = known_.list();
    auto missing = missing_.list();
    for (auto c = tree[at_].first; c != no_place; c = tree[c].next) {
      if (tree[c].is_asked) continue;
      auto const meant = source_->nearest(tree[c].key, known);
      source_->fail_key(c, error_code::unknown_name,
                        {"there is no member ", in_quotes(tree[c].key), " here"}, meant);
      std::erase(missing, meant);
    }
    for (auto const name : missing)
      source_->fail(at_, error_code::missing, {"the member '", name, "' is missing"});
  }

  json_source* source_;
  json_place at_;
  bool is_object_;
  std::uint32_t asked_ = 0;
  names<32> known_;
  names<8> missing_;
};

template <class Words>
LUPAUS_COLD void refuse_word(json_source& s, json_place at, Words const& words,
                             std::string_view what) {
  std::string all;
  for (std::string_view known : words)
    all += (all.empty() ? "'" : ", '") + std::string{known} + "'";
  auto const word = s.tree[at].text;
  s.fail(at, error_code::unknown_name, {in_quotes(word), " is no ", what, "; ", all, " are known"},
         s.nearest(word, words));
}

/// The place of a word in a list of words; a fault when it is not in it.
template <class Words>
std::optional<std::size_t> word_of(json_source& s, json_place at, Words const& words,
                                   std::string_view what) {
  auto const word = text_of(s, at);
  if (!word) return {};
  std::size_t i = 0;
  for (std::string_view known : words) {
    if (is_same(known, *word)) return i;
    ++i;
  }
  refuse_word(s, at, words, what);
  return {};
}

}  // namespace lupaus::inline v0::detail::io
