// SPDX-License-Identifier: BSL-1.0
//
// Dominators in the graph of situations: what every way from the order leads over.
#pragma once

#include "lupaus/life/situations.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Over which situations every way from the order to another leads: the dominator tree of the graph
/// of situations, for questions in O(1). Made at the first question, in O(nodes + steps) for all
/// but contrived models. (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm", 2001.)
class dominators {
 public:
  using node = situations::node;

  constexpr explicit dominators(situations const& s)
      : s_{&s}, rank_{s.size(), unreached}, first_{s.size()}, size_{s.size()} {}

  /// True when every way to `later` leads over `earlier`; of what no way leads to, always.
  constexpr bool is_certain_before(node earlier, node later) {
    if (!is_made_) make();
    if (rank_[later] == unreached) return true;
    if (rank_[earlier] == unreached) return false;
    auto const first = first_[rank_[earlier]], at = first_[rank_[later]];
    return first <= at && at - first < size_[rank_[earlier]];
  }
  /// What can be reached stands each at its own place below size(), after all that is certain
  /// before it.
  constexpr std::size_t place_of(node n) {
    if (!is_made_) make();
    return first_[rank_[n]];
  }
  constexpr bool is_reachable(node n) {
    if (!is_made_) make();
    return rank_[n] != unreached;
  }

 private:
  static constexpr auto unreached = ~std::size_t{0};

  constexpr void make() {
    is_made_ = true;
    auto const n = s_->size();
    scratch<node> line{n};  // reverse postorder; what is not reached leaves room before it
    auto const first = put_in_line(line);
    // The nearest dominator of each, by their places in the line.
    scratch<std::size_t> above{n, unreached};
    above[first] = first;
    for (bool news = true; news;) {
      news = false;
      for (auto i = first; i < n; ++i) {
        std::size_t steps = 1;
        s_->for_each_next(line[i], [&](node to) {
          auto& known = above[rank_[to]];
          auto a = i, b = known;
          if (b == unreached) b = a;
          for (; a != b; ++steps) (a > b ? a : b) = above[a > b ? a : b];
          if (known == a) return;
          known = a;
          news = true;
        });
        if (!s_->goes_on(steps)) return forget();
      }
    }
    // Each with all that it dominates makes a run of numbers.
    for (auto i = n; i-- > first;) {
      ++size_[i];
      if (i > first) size_[above[i]] += size_[i];
    }
    scratch<std::size_t> next{n};
    next[first] = 1;
    for (auto i = first + 1; i < n; ++i) {
      first_[i] = next[above[i]];
      next[above[i]] += size_[i];
      next[i] = first_[i] + 1;
    }
  }

  /// Nothing is known of what leads where.
  constexpr void forget() {
    for (node v = 0; v < s_->size(); ++v) rank_[v] = unreached;
  }

  /// Fills the line from its end; returns where it begins: with the order.
  constexpr std::size_t put_in_line(scratch<node>& line) {
    auto const n = s_->size();
    scratch<std::size_t> tried{n};  // of the steps from each node on the way
    scratch<node> way{n};
    flags seen{n};
    auto at = n;
    std::size_t depth = 1;
    way[0] = s_->of(ordering);
    seen[way[0]] = true;
    while (depth > 0) {
      auto const from = way[depth - 1];
      auto const next = s_->next(from);
      if (tried[from] < next.size()) {
        auto const to = next[tried[from]++];
        if (!seen[to]) seen[to] = true, way[depth++] = to;
        continue;
      }
      line[--at] = from;
      rank_[from] = at;
      --depth;
    }
    return at;
  }

  situations const* s_;
  bool is_made_ = false;
  scratch<std::size_t> rank_;   // of each node, its place in the line
  scratch<std::size_t> first_;  // of each place, where its run begins
  scratch<std::size_t> size_;   // and how long it is
};

}  // namespace lupaus::inline v0::detail
