// SPDX-License-Identifier: BSL-1.0
//
// From declarations of qualities to qualities: their order and their words, at run time.
#pragma once

#include "lupaus/model/terms/declared_quality.hpp"
#include "lupaus/model/terms/quality.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

/// The qualities of declarations, which must outlive them.
class declared_types {
 public:
  /// The quality of one more declaration; stays where it is. O(bytes of its words).
  quality_type const* add(declared_quality const& q) {
    auto& words = words_.emplace_back();
    for (auto left = q.words; !left.empty();) {
      auto const end = left.find('\n');
      words.push_back(left.substr(0, end));
      left.remove_prefix(end + 1);
    }
    quality_type made{q.name, entails_of(q.scale), accepts_of(q.scale), phrase_of(q.scale)};
    made.tag = tag_of(q.name);
    made.unit = q.unit;
    made.personal = q.personal;
    if (q.scale == quality_scale::at_least) made.order = value_order::more_entails_less;
    if (q.scale == quality_scale::at_most) made.order = value_order::less_entails_more;
    if (q.scale == quality_scale::one_of)
      made.compatible = [](bound const& a, bound const& b) { return a.a == b.a; };
    if (!words.empty())
      made.words = words.data(), made.word_count = words.size(), made.only_words = true;
    return &types_.emplace_back(made);
  }
  /// Of that name; null when there is none. O(qualities).
  [[nodiscard]] quality_type const* named(std::string_view name) const {
    for (auto const& t : types_)
      if (t.name == name) return &t;
    return nullptr;
  }
  void clear() { types_.clear(), words_.clear(); }

 private:
  using order = bool (*)(bound const&, bound const&);
  static order entails_of(quality_scale s) {
    switch (s) {
      case quality_scale::at_least:
      case quality_scale::levels: return [](bound const& a, bound const& b) { return a.a >= b.a; };
      case quality_scale::at_most: return [](bound const& a, bound const& b) { return a.a <= b.a; };
      default: return [](bound const& a, bound const& b) { return a.a == b.a; };
    }
  }
  static bool (*accepts_of(quality_scale s))(bound const&) {
    if (s == quality_scale::presence)
      return [](bound const& b) { return b.kind == bound_kind::nothing; };
    return [](bound const& b) { return b.kind == bound_kind::number; };
  }
  static std::string (*phrase_of(quality_scale s))(quality_type const&, bound const&) {
    switch (s) {
      case quality_scale::at_least:
        return [](quality_type const& q, bound const& b) { return counted(q, " at least ", b); };
      case quality_scale::at_most:
        return [](quality_type const& q, bound const& b) { return counted(q, " at most ", b); };
      case quality_scale::levels: return word_of;
      case quality_scale::one_of:
        return [](quality_type const& q, bound const& b) {
          return std::string{q.name} + ": " + word_of(q, b);
        };
      default: return [](quality_type const& q, bound const&) { return std::string{q.name}; };
    }
  }
  // Whoever reads a bound of words has seen to it that it is one of them.
  static std::string word_of(quality_type const& q, bound const& b) {
    return std::string{q.words[static_cast<std::size_t>(b.a)]};
  }
  static std::string counted(quality_type const& q, char const* how, bound const& b) {
    auto text = std::string{q.name} + how + std::to_string(b.a);
    return q.unit.empty() ? text : text + " " + std::string{q.unit};
  }

  std::deque<quality_type> types_;
  std::deque<std::vector<std::string_view>> words_;
};

}  // namespace lupaus::inline v0::detail
