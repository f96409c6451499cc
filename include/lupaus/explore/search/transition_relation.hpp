// SPDX-License-Identifier: BSL-1.0
//
// The moves between the states of an exploration, by number: what a search backwards needs.
#pragma once

#include "lupaus/explore/search/block_array.hpp"
#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/search_coverage.hpp"

#include <chrono>
#include <concepts>
#include <cstddef>
#include <vector>

namespace lupaus::inline v0 {

/// Stands where every move counts.
struct every_move {
  template <class State, class Label>
  bool operator()(State const&, Label const&, State const&) const {
    return true;
  }
};

/// Where the allowed moves of every expanded state lead, and those of no other state. 4 bytes a
/// move, and for a state without any: the last move of a state is marked, so nothing says where
/// its moves begin, and they are read in the order of states, upwards or downwards.
class transition_relation {
 public:
  /// `is_allowed(from, label, to)` says which moves count. Looks every one up. `why()` says whether
  /// it could; the limits are those of the relation itself. O(states + moves), expected.
  template <transition_system System, move_predicate<System> Allowed = every_move>
  explicit transition_relation(exploration<System> const& space, Allowed&& is_allowed = {},
                               search_limits const& limits = {}) {
    fill(space, is_allowed, limits);
  }

  /// `complete`, or the limit that stopped it; then it is empty.
  [[nodiscard]] stop_reason why() const noexcept { return why_; }
  /// The states whose moves it holds: those before this number.
  [[nodiscard]] std::size_t states() const noexcept { return states_; }
  [[nodiscard]] std::size_t moves() const noexcept { return moves_; }
  [[nodiscard]] std::size_t bytes() const noexcept { return entries_.bytes(); }

  /// Where the moves of each state begin among all, and after the last where they end; `to(at)` is
  /// where one leads, or `nowhere` for a state without any. 8 bytes a state. O(states + moves).
  [[nodiscard]] std::vector<std::size_t> offsets() const {
    std::vector<std::size_t> begins{0};
    begins.reserve(states_ + 1);
    for (std::size_t at = 0; at < entries_.size(); ++at)
      if ((entries_[at] & last) != 0) begins.push_back(at + 1);
    return begins;
  }
  static constexpr state_number nowhere = (std::uint32_t{1} << 31) - 1;
  [[nodiscard]] state_number to(std::size_t at) const noexcept { return entries_[at] & nowhere; }

  /// Calls `f(from, to)` for every move, by ascending states; as long as f is true for a state,
  /// its next move follows, otherwise the next state. O(states + moves).
  template <std::predicate<state_number, state_number> F>
  void for_each_upwards(F&& f) const {
    state_number from = 0;
    bool goes_on = true;
    for (std::size_t at = 0; at < entries_.size(); ++at) {
      auto const entry = entries_[at];
      if (goes_on && (entry & nowhere) != nowhere) goes_on = f(from, entry & nowhere);
      if ((entry & last) == 0) continue;
      ++from;
      goes_on = true;
    }
  }
  /// The same by descending states.
  template <std::predicate<state_number, state_number> F>
  void for_each_downwards(F&& f) const {
    auto from = static_cast<state_number>(states_);
    bool goes_on = true;
    for (auto at = entries_.size(); at-- > 0;) {
      auto const entry = entries_[at];
      if ((entry & last) != 0) {
        --from;
        goes_on = true;
      }
      if (goes_on && (entry & nowhere) != nowhere) goes_on = f(from, entry & nowhere);
    }
  }

 private:
  static constexpr std::uint32_t last = nowhere + 1;
  static constexpr std::size_t batch = 64, most_pending = 256;

  template <class System, class Allowed>
  void fill(exploration<System> const& space, Allowed& is_allowed, search_limits const& limits) {
    using clock = std::chrono::steady_clock;
    using state_type = typename System::state_type;
    using label_type = typename System::label_type;
    auto const& known = space.states();
    auto const start = clock::now();
    std::vector<typename detail::state_set<state_type>::probe> pending;
    std::vector<std::size_t> until;
    while (states_ < space.expanded()) {
      pending.clear();
      until.clear();
      for (auto n = states_;
           n < space.expanded() && until.size() < batch && pending.size() < most_pending; ++n) {
        auto const& from = space[n];
        space.system().for_each_successor(from, [&](state_type const& to, label_type const& label) {
          if (is_allowed(from, label, to)) pending.push_back(known.begin(to));
        });
        until.push_back(pending.size());
      }
      auto const more = pending.size() + until.size();
      auto const growth = entries_.growth(more);
      if (growth > 0 && (bytes() > limits.bytes || growth > limits.bytes - bytes()))
        return give_up(stop_reason::bytes);
      if (limits.time != (std::chrono::nanoseconds::max)() && clock::now() - start >= limits.time)
        return give_up(stop_reason::time);
      if (!entries_.reserve(more)) return give_up(stop_reason::memory);
      for (auto& p : pending) known.locate(p);
      for (std::size_t i = 0, at = 0; i < until.size(); ++i) {
        if (at == until[i]) entries_.push_back(last | nowhere);
        for (; at < until[i]; ++at) {
          state_number to = 0;
          if (!known.find(pending[at], to)) return give_up(stop_reason::unsteady);
          entries_.push_back(at + 1 == until[i] ? to | last : to);
          ++moves_;
        }
        ++states_;
      }
    }
  }
  void give_up(stop_reason why) {
    entries_ = {};
    states_ = moves_ = 0;
    why_ = why;
  }

  detail::block_array<std::uint32_t> entries_;
  std::size_t states_ = 0;
  std::size_t moves_ = 0;
  stop_reason why_ = stop_reason::complete;
};

}  // namespace lupaus::inline v0
