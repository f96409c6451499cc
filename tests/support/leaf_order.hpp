// SPDX-License-Identifier: BSL-1.0
//
// What a product says about the order of its leaf parts, read off the tree as it was written.
#pragma once

#include "support/description.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace proof {

class leaf_order {
 public:
  leaf_order() = default;
  explicit leaf_order(shape const& product) { read(product); }

  std::vector<std::string> const& leaves() const { return leaves_; }
  /// (a, b): a is completed, and then b begins.
  std::set<std::pair<std::string, std::string>> const& steps() const { return steps_; }

  /// True when b comes after a, directly or not.
  bool precedes(std::string const& a, std::string const& b) const {
    for (auto const& [x, y] : steps_)
      if (x == a && (y == b || precedes(y, b))) return true;
    return false;
  }
  /// True when every chain of parts that leads to b leads over a.
  bool always_precedes(std::string const& a, std::string const& b) const {
    auto begins = true;
    for (auto const& [x, y] : steps_) {
      if (y != b) continue;
      begins = false;
      if (x != a && !always_precedes(a, x)) return false;
    }
    return !begins;
  }

 private:
  using names = std::vector<std::string>;

  /// The leaves that begin the node, and those that end it.
  std::pair<names, names> read(shape const& s) {
    if (s.inside.empty()) {
      leaves_.push_back(s.name);
      return {{s.name}, {s.name}};
    }
    auto [first, last] = read(s.inside.front());
    for (std::size_t i = 1; i < s.inside.size(); ++i) {
      auto const [begin, end] = read(s.inside[i]);
      if (s.in_order) {
        for (auto const& a : last)
          for (auto const& b : begin) steps_.emplace(a, b);
        last = end;
      } else {
        first.insert(first.end(), begin.begin(), begin.end());
        last.insert(last.end(), end.begin(), end.end());
      }
    }
    return {first, last};
  }

  names leaves_;
  std::set<std::pair<std::string, std::string>> steps_;
};

}  // namespace proof
