// SPDX-License-Identifier: BSL-1.0
//
// Walks from many places at once: what 64 questions reach, in the time that one walk takes.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/work_budget.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// A set of up to 64 questions, by their numbers.
using questions = std::uint64_t;
inline constexpr std::size_t most_questions = 64;

constexpr questions question(std::size_t i) { return questions{1} << i % most_questions; }

/// A graph whose nodes are gone over so that each comes before what comes after it, as far as
/// nothing comes back (in the reverse order of leaving them, depth first). `for_each_edge(f)` calls
/// `f(from, to)` for each; it is called twice. O(nodes + edges) to make. Walks are counted by
/// `work`, if there is one.
class sweep {
 public:
  template <class Edges>
  constexpr sweep(std::size_t n, Edges&& for_each_edge, work_budget* work = nullptr)
      : work_{work},
        next_{n,
              [&](auto&& f) {
                for_each_edge([&](std::size_t from, std::size_t to) {
                  f(from, static_cast<std::uint32_t>(to));
                });
              }},
        order_{n},
        place_{n} {
    sort();
  }

  constexpr std::size_t size() const { return order_.size(); }

  /// Lets the set of every node go on to the nodes after it, as far as they let it enter:
  /// `enter(node)` is the set of those questions for which it may be entered. O(nodes + edges)
  /// where nothing comes back, else that for every question at most.
  template <class Enter>
  constexpr void spread(scratch<questions>& sets, Enter&& enter) const {
    auto from = size(), last = std::size_t{0};  // the places between which there is anything
    for (std::size_t v = 0; v < size(); ++v) {
      if (sets[v] == 0) continue;
      if (place_[v] < from) from = place_[v];
      if (place_[v] > last) last = place_[v];
    }
    if (from == size() || !goes_on(work_, 1 + size() - from)) return;
    auto comes_back = false;
    for (auto i = from; i <= last; ++i)
      go_on_from(order_[i], sets, enter, [&](std::uint32_t w) {
        if (place_[w] > last) last = place_[w];
        comes_back = comes_back || place_[w] < i;
      });
    if (comes_back) spread_back(sets, enter);
  }

  /// Goes over the steps that lead on from a node: `step(from, to)` is true when it takes there
  /// what was not known there, and then the steps from there are gone over, again if need be.
  /// O(nodes + edges) where nothing comes back, else that for each time that something new does.
  template <class Step>
  constexpr void go_over(std::size_t first, Step&& step) const {
    flags is_open{size()};  // by places
    is_open[place_[first]] = true;
    std::size_t last = place_[first];
    for (auto again = last; again < size();) {
      auto i = again;
      again = size();
      for (; i <= last; ++i) {
        if (!is_open[i]) continue;
        is_open[i] = false;
        if (!goes_on(work_, 1)) return;
        for (auto const w : next_[order_[i]]) {
          auto const to = std::size_t{place_[w]};
          if (!step(std::size_t{order_[i]}, std::size_t{w})) continue;
          is_open[to] = true;
          if (to > last) last = to;
          if (to <= i && to < again) again = to;
        }
      }
    }
  }

 private:
  /// Lets the set of a node go on to those right after it, and calls `grown(node)` for each whose
  /// own it is more than.
  template <class Enter, class F>
  constexpr void go_on_from(std::uint32_t v, scratch<questions>& sets, Enter& enter,
                            F&& grown) const {
    if (sets[v] == 0) return;
    for (auto const w : next_[v]) {
      auto const more = sets[v] & ~sets[w];
      if (more == 0) continue;
      auto const entered = more & enter(std::size_t{w});
      if (entered == 0) continue;
      sets[w] |= entered;
      grown(w);
    }
  }
  /// The same from all nodes, and again from each whose set has grown: a set grows once for each
  /// question at most.
  template <class Enter>
  constexpr void spread_back(scratch<questions>& sets, Enter& enter) const {
    scratch<std::uint32_t> open{size(), unset{}};  // a ring; a node is in it once
    flags is_open{size(), true};
    for (std::size_t i = 0; i < size(); ++i) open[i] = order_[i];
    auto left = size();
    for (std::size_t first = 0; left > 0; first = (first + 1) % size()) {
      auto const v = open[first];
      --left;
      is_open[v] = false;
      if (!goes_on(work_, 1 + next_[v].size())) return;
      go_on_from(v, sets, enter, [&](std::uint32_t w) {
        if (is_open[w]) return;
        is_open[w] = true;
        open[(first + 1 + left++) % size()] = w;
      });
    }
  }
  constexpr void sort() {
    auto const n = size();
    flags seen{n};
    scratch<std::uint32_t> path{n}, left{n};  // where we are, and how many edges are left there
    auto free = n;                            // the places before it are not yet taken
    for (std::size_t root = 0; root < n; ++root) {
      if (seen[root]) continue;
      std::size_t depth = 0;
      auto const enter = [&](std::uint32_t v) {
        seen[v] = true;
        left[v] = static_cast<std::uint32_t>(next_[v].size());
        path[depth++] = v;
      };
      enter(static_cast<std::uint32_t>(root));
      while (depth > 0) {
        auto const v = path[depth - 1];
        if (left[v] > 0) {
          if (auto const w = *(next_[v].end() - left[v]--); !seen[w]) enter(w);
          continue;
        }
        --depth;
        order_[--free] = v;
        place_[v] = static_cast<std::uint32_t>(free);
      }
    }
  }

  work_budget* work_;
  rows_by<std::size_t, std::uint32_t> next_;
  scratch<std::uint32_t> order_;
  scratch<std::uint32_t> place_;  // of each node in it
};

}  // namespace lupaus::inline v0::detail
