// SPDX-License-Identifier: BSL-1.0
//
// Sets of pairs, and what a graph leads to: a machine word a row where there are at most 64 parts
// or parties, as in most promises; sorted rows beyond.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// A set of numbers below 64.
using bit_word = std::uint64_t;
inline constexpr std::size_t word_bits = 64;

constexpr bit_word bit(std::size_t i) { return bit_word{1} << i; }

/// A set of numbers below a bound: a machine word up to 64, and more words beyond.
class number_set {
 public:
  constexpr explicit number_set(std::size_t bound) : words_{bound / word_bits + 1} {}

  constexpr bool contains(std::size_t i) const {
    return (words_[i / word_bits] & bit(i % word_bits)) != 0;
  }
  constexpr void insert(std::size_t i) { words_[i / word_bits] |= bit(i % word_bits); }
  /// Empties it but for one number.
  constexpr void begin_with(std::size_t i) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] = 0;
    insert(i);
  }

 private:
  scratch<bit_word, 4> words_;
};

/// Which pairs there are. `for_each_pair(f)` tells them, by calling `f(first, second)`; it may be
/// called twice. O(firsts + pairs) to make, and O(seconds) beyond 64 seconds.
template <class First, class Second>
class pair_set {
 public:
  template <class Pairs>
  constexpr pair_set(std::size_t firsts, std::size_t seconds, Pairs&& for_each_pair)
      : is_small_{seconds <= word_bits},
        words_{is_small_ ? firsts : 0},
        rows_{is_small_ ? 0 : firsts, is_small_ ? 0 : seconds, [&](auto&& f) {
                if (!is_small_) for_each_pair([&](First a, Second b) { f(a, b, no_more{}); });
              }} {
    if (is_small_)
      for_each_pair([&](First a, Second b) { words_[index_of(a)] |= bit(index_of(b)); });
  }
  /// O(1), and beyond 64 seconds O(log pairs of the first).
  constexpr bool contains(First a, Second b) const {
    if (is_small_) return (words_[index_of(a)] >> index_of(b) & 1U) != 0;
    return rows_.contains(a, b);
  }

 private:
  bool is_small_;
  scratch<bit_word, 64> words_;  // of each first
  rows_by_pair<First, Second, no_more> rows_;
};

/// What is reached from a node over edges, itself included. `for_each_edge(f)` calls `f(from, to)`;
/// it may be called twice. O(nodes + edges) to make.
template <class Node>
class reached_nodes {
 public:
  template <class Edges>
  constexpr reached_nodes(std::size_t nodes, Node from, Edges&& for_each_edge)
      : is_reached_{nodes} {
    if (nodes <= word_bits)
      find_few(nodes, from, for_each_edge);
    else
      find_many(nodes, from, for_each_edge);
  }
  constexpr bool contains(Node n) const { return is_reached_[index_of(n)]; }

 private:
  template <class Edges>
  constexpr void find_few(std::size_t nodes, Node from, Edges& for_each_edge) {
    scratch<bit_word, word_bits> next{nodes};
    for_each_edge([&](Node a, Node b) { next[index_of(a)] |= bit(index_of(b)); });
    bit_word reached = 0;
    for (auto open = bit(index_of(from)); open != 0;) {
      reached |= open;
      bit_word found = 0;
      for (; open != 0; open &= open - 1)
        found |= next[static_cast<std::size_t>(std::countr_zero(open))];
      open = found & ~reached;
    }
    for (; reached != 0; reached &= reached - 1)
      is_reached_[static_cast<std::size_t>(std::countr_zero(reached))] = true;
  }
  template <class Edges>
  constexpr void find_many(std::size_t nodes, Node from, Edges& for_each_edge) {
    rows_by<Node, Node> const next{nodes, for_each_edge};
    scratch<Node> open{nodes};
    std::size_t n = 0;
    auto const reach = [&](Node x) {
      if (!is_reached_[index_of(x)]) is_reached_[index_of(x)] = true, open[n++] = x;
    };
    reach(from);
    while (n > 0)
      for (auto const x : next[open[--n]]) reach(x);
  }

  flags is_reached_;
};

}  // namespace lupaus::inline v0::detail
