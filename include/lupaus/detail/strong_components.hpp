// SPDX-License-Identifier: BSL-1.0
//
// What lies on a cycle, and with what: the strong components of a graph. Boost.Graph has the same
// for its graphs; this one also runs in constant evaluation.
#pragma once

#include "lupaus/detail/scratch_array.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// The strong components of the graph over 0 … n-1 whose edges `for_each_edge(f)` tells, by calling
/// `f(from, to)` for each; it is called twice. O(n + edges). (Tarjan, "Depth-First Search and
/// Linear Graph Algorithms", SIAM Journal on Computing 1(2), 1972.)
class components {
 public:
  template <class Edges>
  constexpr components(std::size_t n, Edges&& for_each_edge)
      : leader_{n}, second_{n}, is_cyclic_{n}, first_{n + 1}, next_{count(for_each_edge)} {
    for_each_edge([&](std::size_t from, std::size_t) { ++first_[from + 1]; });
    for (std::size_t v = 0; v < n; ++v) first_[v + 1] += first_[v];
    scratch<std::size_t> at{n};
    for (std::size_t v = 0; v < n; ++v) at[v] = first_[v];
    for_each_edge([&](std::size_t from, std::size_t to) {
      next_[at[from]++] = to;
      is_cyclic_[from] = is_cyclic_[from] || from == to;
    });
    search(at);
  }

  constexpr std::size_t size() const { return leader_.size(); }
  /// The lowest member of the component of `v`.
  constexpr std::size_t leader(std::size_t v) const { return leader_[v]; }
  /// True when `v` lies on a cycle.
  constexpr bool is_cyclic(std::size_t v) const { return is_cyclic_[v]; }
  /// Calls `f(leader)` for every component that is a cycle, in ascending order.
  template <class F>
  constexpr void for_each_cycle(F&& f) const {
    for (std::size_t v = 0; v < size(); ++v)
      if (is_cyclic_[v] && leader_[v] == v) f(v);
  }
  /// The lowest member after the leader of a component; the leader itself when it is alone.
  constexpr std::size_t after(std::size_t leader) const { return second_[leader]; }

 private:
  template <class Edges>
  static constexpr std::size_t count(Edges&& for_each_edge) {
    std::size_t edges = 0;
    for_each_edge([&](std::size_t, std::size_t) { ++edges; });
    return edges;
  }

  constexpr void search(scratch<std::size_t>& at) {
    auto const n = size();
    for (std::size_t v = 0; v < n; ++v) at[v] = first_[v];
    scratch<std::size_t> found{n}, low{n}, open{n}, path{n};  // found: 0 when not yet
    flags is_open{n};
    std::size_t finds = 0, opened = 0, depth = 0;
    auto const enter = [&](std::size_t v) {
      found[v] = low[v] = ++finds;
      open[opened++] = path[depth++] = v;
      is_open[v] = true;
    };
    for (std::size_t root = 0; root < n; ++root) {
      if (found[root]) continue;
      enter(root);
      while (depth > 0) {
        auto const v = path[depth - 1];
        if (at[v] < first_[v + 1]) {
          auto const w = next_[at[v]++];
          if (!found[w])
            enter(w);
          else if (is_open[w] && found[w] < low[v])
            low[v] = found[w];
          continue;
        }
        --depth;
        if (depth > 0 && low[v] < low[path[depth - 1]]) low[path[depth - 1]] = low[v];
        if (low[v] != found[v]) continue;
        auto begin = opened;  // the component is what was opened since v
        auto lowest = v, second = n;
        do {
          auto const w = open[--begin];
          is_open[w] = false;
          if (w < lowest)
            second = lowest, lowest = w;
          else if (w != lowest && w < second)
            second = w;
        } while (open[begin] != v);
        second_[lowest] = second == n ? lowest : second;
        for (auto i = begin; i < opened; ++i) {
          leader_[open[i]] = lowest;
          is_cyclic_[open[i]] = is_cyclic_[open[i]] || opened - begin > 1;
        }
        opened = begin;
      }
    }
  }

  scratch<std::size_t> leader_;
  scratch<std::size_t> second_;  // of each leader
  flags is_cyclic_;
  scratch<std::size_t> first_;  // of the edges from each node, in next_
  scratch<std::size_t> next_;
};

/// A graph of at most 64 nodes, a word for what each leads to.
class small_graph {
 public:
  static constexpr std::size_t most = 64;

  constexpr void add(std::size_t from, std::size_t to) {
    to_[from] |= std::uint64_t{1} << to;
    some_ |= std::uint64_t{1} << from;
  }
  /// Nodes without an edge to what is left are taken off; most graphs here are numbered along their
  /// edges, one way or the other, and done in two rounds. O(nodes · rounds).
  constexpr bool has_cycle() const {
    auto left = some_;
    for (auto before = ~left; left != before;) {
      before = left;
      for (auto open = left; open != 0; open &= open - 1)
        take_off(static_cast<std::size_t>(std::countr_zero(open)), left);
      for (auto open = left; open != 0;) {
        auto const v = most - 1 - static_cast<std::size_t>(std::countl_zero(open));
        open &= ~(std::uint64_t{1} << v);
        take_off(v, left);
      }
    }
    return left != 0;
  }

 private:
  constexpr void take_off(std::size_t v, std::uint64_t& left) const {
    if ((to_[v] & left) == 0) left &= ~(std::uint64_t{1} << v);
  }

  std::array<std::uint64_t, most> to_ = {};
  std::uint64_t some_ = 0;  // those that have edges
};

/// True when the graph has a cycle: told as for `components`. O(n + edges); small ones, which are
/// most, in less time than it takes to find their components.
template <class Edges>
constexpr bool has_cycle(std::size_t n, Edges&& for_each_edge) {
  if (n <= small_graph::most) {
    small_graph g;
    for_each_edge([&](std::size_t from, std::size_t to) { g.add(from, to); });
    return g.has_cycle();
  }
  auto found = false;
  components{n, for_each_edge}.for_each_cycle([&](std::size_t) { found = true; });
  return found;
}

}  // namespace lupaus::inline v0::detail
