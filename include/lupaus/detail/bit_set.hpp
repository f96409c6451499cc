// SPDX-License-Identifier: BSL-1.0
//
// Sets of up to 64 parts or parties as one word, and graphs over them as a word a node.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// A set of up to 64 things.
using mask = std::uint64_t;

inline constexpr std::size_t mask_size = 64;

constexpr mask bit(std::size_t i) { return mask{1} << i; }
constexpr bool has(mask m, std::size_t i) { return (m >> i & 1) != 0; }

/// Calls `f(i)` for every member, in ascending order.
template <class F>
constexpr void for_each_bit(mask m, F&& f) {
  for (; m != 0; m &= m - 1) f(static_cast<std::size_t>(std::countr_zero(m)));
}

/// For every node, the nodes that its edges lead to.
using mask_graph = std::array<mask, mask_size>;

/// All that is reached from a set, itself included. O(nodes reached).
constexpr mask reached_from(mask_graph const& g, mask from) {
  auto seen = from;
  for (auto open = from; open != 0;) {
    mask next = 0;
    for_each_bit(open, [&](std::size_t i) { next |= g[i]; });
    open = next & ~seen;
    seen |= next;
  }
  return seen;
}

/// True when the edges among the nodes have no cycle. Nodes without an edge to what is left are
/// taken off; most graphs here are numbered along their edges, one way or the other, and done in
/// two rounds. O(nodes · rounds).
constexpr bool is_acyclic(mask_graph const& g, mask nodes) {
  for (;;) {
    auto const before = nodes;
    for_each_bit(before, [&](std::size_t i) {
      if ((g[i] & nodes) == 0) nodes &= ~bit(i);
    });
    for (auto left = nodes; left != 0;) {
      auto const i = mask_size - 1 - static_cast<std::size_t>(std::countl_zero(left));
      left &= ~bit(i);
      if ((g[i] & nodes) == 0) nodes &= ~bit(i);
    }
    if (nodes == 0) return true;
    if (nodes == before) return false;
  }
}

}  // namespace lupaus::inline v0::detail
