// SPDX-License-Identifier: BSL-1.0
//
// Dominators in the graph of situations: what every way from the order leads over.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/situations.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Over which situations every way from the order to another leads: the dominator tree of the graph
/// of situations, for questions in O(1). Made at the first question, in O(nodes + steps) for all
/// but contrived models (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm", 2001),
/// and in O(steps · log nodes) for those (Lengauer and Tarjan, "A Fast Algorithm for Finding
/// Dominators in a Flowgraph", 1979).
class dominators {
 public:
  using node = situations::node;

  /// No way leads over the nodes that are barred, if any are given. Both must outlive this.
  constexpr explicit dominators(situations const& s, flags const* barred = nullptr)
      : s_{&s}, barred_{barred}, rank_{s.size(), unreached}, first_{s.size()}, size_{s.size()} {}

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
    scratch<std::size_t> above{n, unreached};
    if (!find_above(line, first, above) && !find_above_by_search(line, first, above))
      return forget();
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

  /// Calls `f(place)` for what comes right after the node at a place in the line.
  template <class F>
  constexpr void for_each_next(scratch<node> const& line, std::size_t i, F&& f) const {
    s_->for_each_next(line[i], [&](node to) {
      if (rank_[to] != unreached) f(rank_[to]);
    });
  }

  /// The nearest dominator of each, by their places in the line, of which the first is its own.
  /// False where that takes long.
  constexpr bool find_above(scratch<node> const& line, std::size_t first,
                            scratch<std::size_t>& above) const {
    auto const n = s_->size();
    auto const most = 64 * n;
    std::size_t steps = 0;
    above[first] = first;
    for (bool news = true; news;) {
      news = false;
      for (auto i = first; i < n; ++i) {
        auto const before = steps++;
        for_each_next(line, i, [&](std::size_t to) {
          auto& known = above[to];
          auto a = i, b = known;
          if (b == unreached) b = a;
          for (; a != b; ++steps) (a > b ? a : b) = above[a > b ? a : b];
          if (known == a) return;
          known = a;
          news = true;
        });
        if (!s_->goes_on(steps - before) || steps > most) return false;
      }
    }
    return true;
  }

  // What a search depth first finds, by the order in which it finds it, and a forest of what it
  // was asked about.
  struct found_node {
    std::size_t place = 0;       // in the line
    std::size_t parent = 0;      // on the way of the search
    std::size_t semi = 0;        // the first from which a way leads here over later ones alone
    std::size_t best = 0;        // of those above it in the forest, the one with the first `semi`
    std::size_t up = unreached;  // in the forest; nothing: it is a root
    std::size_t above = 0;
    std::size_t held = unreached, next = unreached;  // those whose `semi` it is, as a list
  };

  /// The same, however long the first takes. False where the work ends.
  constexpr bool find_above_by_search(scratch<node> const& line, std::size_t first,
                                      scratch<std::size_t>& above) const {
    auto const n = s_->size();
    if (!s_->goes_on(n)) return false;
    scratch<found_node> all{n - first};
    scratch<std::size_t> number{n, unreached};  // of each place
    search(line, first, all, number);
    rows_by<std::size_t, std::size_t> const earlier{
        n - first, [&](auto&& f) {
          for (auto i = first; i < n; ++i)
            for_each_next(line, i, [&](std::size_t to) { f(number[to], number[i]); });
        }};
    scratch<std::size_t> path{n - first};
    for (auto w = all.size(); w-- > 1;) {
      auto& x = all[w];
      for (auto const v : earlier[w])
        if (auto const u = best_of(all, v, path); all[u].semi < x.semi) x.semi = all[u].semi;
      x.next = all[x.semi].held;
      all[x.semi].held = w;
      x.up = x.parent;
      for (auto v = all[x.parent].held; v != unreached; v = all[v].next) {
        auto const u = best_of(all, v, path);
        all[v].above = all[u].semi < all[v].semi ? u : x.parent;
      }
      all[x.parent].held = unreached;
    }
    above[all[0].place] = all[0].place;
    for (std::size_t w = 1; w < all.size(); ++w) {
      auto& x = all[w];
      if (x.above != x.semi) x.above = all[x.above].above;
      above[x.place] = all[x.above].place;
    }
    return true;
  }
  constexpr void search(scratch<node> const& line, std::size_t first, scratch<found_node>& all,
                        scratch<std::size_t>& number) const {
    scratch<std::size_t> tried{all.size()}, way{all.size()};
    std::size_t found = 0, depth = 0;
    auto const enter = [&](std::size_t place, std::size_t parent) {
      all[found] = {.place = place, .parent = parent, .semi = found, .best = found};
      number[place] = found;
      way[depth++] = found++;
    };
    enter(first, 0);
    while (depth > 0) {
      auto const from = way[depth - 1];
      auto const next = s_->next(line[all[from].place]);
      if (tried[from] == next.size()) {
        --depth;
        continue;
      }
      auto const to = rank_[next[tried[from]++]];
      if (to != unreached && number[to] == unreached) enter(to, from);
    }
  }
  /// Of what stands above it in the forest, itself with it, the one with the first `semi`. The ways
  /// up become short.
  static constexpr std::size_t best_of(scratch<found_node>& all, std::size_t v,
                                       scratch<std::size_t>& path) {
    if (all[v].up == unreached) return v;
    std::size_t depth = 0;
    for (auto u = v; all[all[u].up].up != unreached; u = all[u].up) path[depth++] = u;
    while (depth > 0) {
      auto& x = all[path[--depth]];
      auto const& over = all[x.up];
      if (all[over.best].semi < all[x.best].semi) x.best = over.best;
      x.up = over.up;
    }
    return all[v].best;
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
        if (!seen[to] && !(barred_ && (*barred_)[to])) seen[to] = true, way[depth++] = to;
        continue;
      }
      line[--at] = from;
      rank_[from] = at;
      --depth;
    }
    return at;
  }

  situations const* s_;
  flags const* barred_;
  bool is_made_ = false;
  scratch<std::size_t> rank_;   // of each node, its place in the line
  scratch<std::size_t> first_;  // of each place, where its run begins
  scratch<std::size_t> size_;   // and how long it is
};

}  // namespace lupaus::inline v0::detail
