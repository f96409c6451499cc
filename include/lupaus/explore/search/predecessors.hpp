// SPDX-License-Identifier: BSL-1.0
//
// Which moves lead to a state: what a search backwards walks along.
#pragma once

#include "lupaus/explore/search/transition_system.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// The moves that lead to each state, as linked lists. A move may be marked. 8 bytes a move and 4
/// a state, and at most as much again while they grow.
class predecessors {
 public:
  explicit predecessors(std::size_t states = 0) : first_to_(states) {}

  void add(state_number from, state_number to, bool is_marked = false) {
    if (first_to_.size() <= to) first_to_.resize(std::size_t{to} + 1);
    arcs_.push_back({from | (is_marked ? mark : 0), first_to_[to]});
    first_to_[to] = static_cast<std::uint32_t>(arcs_.size());
  }
  std::size_t bytes() const {
    return arcs_.capacity() * sizeof(arc) + first_to_.capacity() * sizeof(std::uint32_t);
  }
  /// Calls `f(from, is_marked)` for every move to a state, the last added first.
  template <class F>
  void for_each(state_number to, F&& f) const {
    if (to >= first_to_.size()) return;
    for (auto at = first_to_[to]; at != 0; at = arcs_[at - 1].next)
      f(arcs_[at - 1].from & ~mark, (arcs_[at - 1].from & mark) != 0);
  }

 private:
  static constexpr state_number mark = state_number{1} << 31;  // above all numbers of states
  struct arc {
    state_number from;   // with the mark
    std::uint32_t next;  // 1 + the next arc to the same state
  };
  std::vector<arc> arcs_;
  std::vector<std::uint32_t> first_to_;
};

}  // namespace lupaus::inline v0::detail
