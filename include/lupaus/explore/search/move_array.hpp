// SPDX-License-Identifier: BSL-1.0
//
// The moves between numbered states: what a search backwards needs.
#pragma once

#include "lupaus/explore/search/block_array.hpp"
#include "lupaus/explore/search/transition_system.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0 {

/// A move as it is kept: where it leads, and up to two marks.
struct kept_move {
  state_number to = 0;
  std::uint8_t marks = 0;
};

/// Where the moves of states 0, 1, 2 … lead. 4 bytes a move, and for a state without any: the last
/// move of a state is flagged, so nothing says where its moves begin, and they are read in the
/// order of states, upwards or downwards.
class move_array {
 public:
  /// The marks that a move can have.
  static constexpr std::uint8_t first_mark = 1, second_mark = 2;
  /// At most so many states can be numbered in it.
  static constexpr std::size_t most_states = (std::size_t{1} << 29) - 1;

  /// The states whose moves it holds: those before this number.
  [[nodiscard]] std::size_t states() const noexcept { return states_; }
  [[nodiscard]] std::size_t moves() const noexcept { return moves_; }
  [[nodiscard]] std::size_t bytes() const noexcept { return entries_.bytes(); }

  /// The same states have moves to the same states; marks are not compared. O(states + moves).
  friend bool operator==(move_array const& a, move_array const& b) {
    if (a.entries_.size() != b.entries_.size()) return false;
    for (std::size_t at = 0; at < a.entries_.size(); ++at)
      if (((a.entries_[at] ^ b.entries_[at]) & (last | nowhere)) != 0) return false;
    return true;
  }

  // ---- writing ---------------------------------------------------------------------------------

  /// Bytes that so many moves and states more would add, at most.
  [[nodiscard]] std::size_t growth(std::size_t more) const { return entries_.growth(more); }
  /// Makes room for them; false when there is no memory.
  [[nodiscard]] bool reserve(std::size_t more) { return entries_.reserve(more); }
  /// The moves of the next state. Precondition: room was made.
  void add_state(kept_move const* begin, kept_move const* end) {
    if (begin == end) entries_.push_back(last | nowhere);
    for (auto const* m = begin; m != end; ++m)
      entries_.push_back((m + 1 == end ? last : 0) | std::uint32_t{m->marks} << 29 | m->to);
    moves_ += static_cast<std::size_t>(end - begin);
    ++states_;
  }

  // ---- reading ---------------------------------------------------------------------------------

  /// Where the moves of each state begin among all, and after the last where they end; `to(at)` is
  /// where one leads, or `nowhere` for a state without any. 8 bytes a state. O(states + moves).
  [[nodiscard]] std::vector<std::size_t> offsets() const {
    std::vector<std::size_t> begins{0};
    begins.reserve(states_ + 1);
    for (std::size_t at = 0; at < entries_.size(); ++at)
      if ((entries_[at] & last) != 0) begins.push_back(at + 1);
    return begins;
  }
  static constexpr state_number nowhere = most_states;
  [[nodiscard]] state_number to(std::size_t at) const noexcept { return entries_[at] & nowhere; }

  /// Calls `f(from, to)` for every move, by ascending states; as long as f is true for a state,
  /// its next move follows, otherwise the next state. O(states + moves).
  template <std::predicate<state_number, state_number> F>
  void for_each_upwards(F&& f) const {
    for_each_marked_upwards(
        [&](state_number from, state_number to, std::uint8_t) { return f(from, to); });
  }
  /// The same by descending states.
  template <std::predicate<state_number, state_number> F>
  void for_each_downwards(F&& f) const {
    for_each_marked_downwards(
        [&](state_number from, state_number to, std::uint8_t) { return f(from, to); });
  }
  /// Calls `f(from, to, marks)` as above.
  template <std::predicate<state_number, state_number, std::uint8_t> F>
  void for_each_marked_upwards(F&& f) const {
    state_number from = 0;
    bool goes_on = true;
    for (std::size_t at = 0; at < entries_.size(); ++at) {
      auto const entry = entries_[at];
      if (goes_on && (entry & nowhere) != nowhere)
        goes_on = f(from, entry & nowhere, marks_of(entry));
      if ((entry & last) == 0) continue;
      ++from;
      goes_on = true;
    }
  }
  template <std::predicate<state_number, state_number, std::uint8_t> F>
  void for_each_marked_downwards(F&& f) const {
    auto from = static_cast<state_number>(states_);
    bool goes_on = true;
    for (auto at = entries_.size(); at-- > 0;) {
      auto const entry = entries_[at];
      if ((entry & last) != 0) {
        --from;
        goes_on = true;
      }
      if (goes_on && (entry & nowhere) != nowhere)
        goes_on = f(from, entry & nowhere, marks_of(entry));
    }
  }

 private:
  static constexpr std::uint32_t last = std::uint32_t{1} << 31;

  static constexpr std::uint8_t marks_of(std::uint32_t entry) {
    return static_cast<std::uint8_t>(entry >> 29 & 3);
  }

  detail::block_array<std::uint32_t> entries_;
  std::size_t states_ = 0;
  std::size_t moves_ = 0;
};

/// Of an array the moves with a mark, as a search backwards reads them.
class marked_moves {
 public:
  /// The array must outlive it.
  marked_moves(move_array const& moves, std::uint8_t mark) : moves_{&moves}, mark_{mark} {}

  [[nodiscard]] std::size_t states() const noexcept { return moves_->states(); }
  template <std::predicate<state_number, state_number> F>
  void for_each_upwards(F&& f) const {
    moves_->for_each_marked_upwards([&](state_number from, state_number to, std::uint8_t marks) {
      return (marks & mark_) == 0 || f(from, to);
    });
  }
  template <std::predicate<state_number, state_number> F>
  void for_each_downwards(F&& f) const {
    moves_->for_each_marked_downwards([&](state_number from, state_number to, std::uint8_t marks) {
      return (marks & mark_) == 0 || f(from, to);
    });
  }

 private:
  move_array const* moves_;
  std::uint8_t mark_;
};

}  // namespace lupaus::inline v0
