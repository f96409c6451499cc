// SPDX-License-Identifier: BSL-1.0
//
// The states that a system can reach, breadth first: the first state found of a kind is one that
// the fewest moves lead to.
#pragma once

#include "lupaus/explore/search/block_array.hpp"
#include "lupaus/explore/search/move_array.hpp"
#include "lupaus/explore/search/search_coverage.hpp"
#include "lupaus/explore/search/state_set.hpp"
#include "lupaus/explore/search/transition_system.hpp"

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <vector>

namespace lupaus::inline v0 {

/// States that break (or have) what a predicate says: how many of those seen, and the first,
/// which no fewer moves lead to.
struct matching_states {
  std::size_t count = 0;
  std::optional<state_number> first;
};

/// Stands where an exploration keeps no moves.
struct no_moves_kept {};
/// Says of a label which marks its move is kept with: `Marks{}(label)`.
template <class Marks, class System>
concept move_marks = std::same_as<Marks, no_moves_kept> ||
    std::is_invocable_r_v<std::uint8_t, Marks, typename System::label_type const&>;

/// Explores a system, which must outlive it, and keeps what it saw: 4 bytes a state for traces,
/// 5.3 to 10.7 for looking up, and the state; and, where marks are given, 4 bytes a move. It can be
/// run again with higher limits, and then holds what one run would have found. Belongs to one
/// thread.
template <transition_system System, move_marks<System> Marks = no_moves_kept>
class exploration {
 public:
  using system_type = System;
  using state_type = typename System::state_type;
  using label_type = typename System::label_type;
  /// Whether the moves are kept, with the marks that are given.
  static constexpr bool keeps_moves = !std::same_as<Marks, no_moves_kept>;
  /// The progress function is called once for this many states, or a little more; where that takes
  /// long, once in a while.
  static constexpr std::size_t progress_interval = std::size_t{1} << 16;

  explicit exploration(System const& system) : system_{&system} {}
  explicit exploration(System const&&) = delete;  // would dangle

  /// Looks at the whole space, or as far as it may. `progress` gets the search_coverage from time
  /// to time and cancels by false. O(states + transitions), expected.
  template <progress_function Progress = no_progress>
  search_coverage run(search_limits const& limits = {}, Progress&& progress = {}) {
    begin(limits);
    while (advance(limits, progress)) {
    }
    return seen();
  }

  /// Looks until it sees a state for which `is_sought` holds; no fewer moves lead to any such
  /// state. None within `seen()`, otherwise.
  template <state_predicate<System> Predicate, progress_function Progress = no_progress>
  std::optional<state_number> find(Predicate&& is_sought, search_limits const& limits = {},
                                   Progress&& progress = {}) {
    begin(limits);
    for (std::size_t n = 0;; ++n) {
      while (n == size())
        if (!advance(limits, progress)) return std::nullopt;
      if (is_sought((*this)[n])) return static_cast<state_number>(n);
    }
  }

  /// Of the states seen, those for which `is_sought` holds. O(states).
  template <state_predicate<System> Predicate>
  [[nodiscard]] matching_states count(Predicate&& is_sought) const {
    matching_states found;
    for (std::size_t n = 0; n < size(); ++n) {
      if (!is_sought((*this)[n])) continue;
      if (found.count++ == 0) found.first = static_cast<state_number>(n);
    }
    return found;
  }

  [[nodiscard]] System const& system() const noexcept { return *system_; }
  [[nodiscard]] std::size_t size() const noexcept { return states_.size(); }
  [[nodiscard]] state_type const& operator[](std::size_t n) const noexcept { return states_[n]; }
  /// The states before this one were expanded.
  [[nodiscard]] std::size_t expanded() const noexcept { return expanded_; }

  /// How far it looked so far.
  [[nodiscard]] search_coverage seen() const {
    search_coverage e;
    e.states = size();
    e.expanded = expanded_;
    e.transitions = transitions_;
    e.bytes = bytes();
    e.why = why_;
    if (size() > 0) e.depth = depth_of(static_cast<state_number>(size() - 1));
    if (is_begun_) e.complete_depth = levels_.size() - (expanded_ == level_end_ ? 0 : 1);
    if (is_begun_ && expanded_ == size()) e.complete_depth = e.depth;
    return e;
  }

  /// The fewest moves to a state. O(log depth).
  [[nodiscard]] std::size_t depth_of(state_number n) const {
    if (n >= level_end_) return levels_.size();
    auto const above = std::upper_bound(levels_.begin(), levels_.end(), n);
    return static_cast<std::size_t>(above - levels_.begin()) - 1;
  }

  /// The state from which it was first seen; of an initial state, itself.
  [[nodiscard]] state_number parent_of(state_number n) const noexcept { return parents_[n]; }
  /// The initial state from which `path_to` leads.
  [[nodiscard]] state_number origin_of(state_number n) const {
    while (parents_[n] != n) n = parents_[n];
    return n;
  }
  /// A shortest trace to a state, without its initial state; of those, the one whose moves are
  /// told first. O(depth · moves of a state).
  [[nodiscard]] std::vector<trace_step<System>> path_to(state_number n) const {
    std::vector<trace_step<System>> path;
    for (; parents_[n] != n; n = parents_[n]) {
      std::optional<label_type> label;
      system_->for_each_successor((*this)[parents_[n]],
                                  [&](state_type const& to, label_type const& with) {
                                    if (!label && detail::same(to, (*this)[n])) label = with;
                                  });
      if (label) path.push_back({*label, (*this)[n]});  // always, from a system that keeps its word
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

  /// Every move of the expanded states, by number.
  [[nodiscard]] move_array const& moves() const noexcept requires keeps_moves { return moves_; }

  /// The set of states, for looking up; see `transition_relation`.
  detail::state_set<state_type> const& states() const { return states_; }

 private:
  using clock = std::chrono::steady_clock;
  using set = detail::state_set<state_type>;
  static constexpr std::size_t batch = 64;          // states expanded together, at most
  static constexpr std::size_t most_pending = 256;  // moves after which no further state is
  static constexpr std::chrono::milliseconds slow_batch{1};  // then the clock is read at each state

  std::size_t bytes() const {
    return states_.bytes() + parents_.bytes() + moves_.bytes() +
           pending_.capacity() * sizeof(typename set::probe);
  }

  void begin(search_limits const& limits) {
    auto const now = clock::now();
    ends_at_ = limits.time < (clock::time_point::max)() - now ? now + limits.time
                                                              : (clock::time_point::max)();
    told_at_ = now;
    next_told_ = expanded_ + progress_interval;
    if (why_ != stop_reason::complete) why_ = stop_reason::not_yet;
  }

  // Expands the next few states: false at the end of the space, or at a limit.
  template <class Progress>
  bool advance(search_limits const& limits, Progress& progress) {
    if (!is_begun_) return add_initial(limits);
    if (expanded_ == size()) return ends(stop_reason::complete);
    auto const now = clock::now();
    if (now >= ends_at_) return ends(stop_reason::time);
    if (expanded_ >= next_told_ || now - told_at_ >= detail::progress_time) {
      next_told_ = expanded_ + progress_interval;
      told_at_ = now;
      if (!progress(seen())) return ends(stop_reason::caller);
    }
    pending_.clear();
    marks_.clear();
    std::size_t many = 0;
    while (many < batch && expanded_ + many < size() && pending_.size() < most_pending) {
      // What was pending is found again by whoever goes on.
      if (is_slow_ && clock::now() >= ends_at_) return ends(stop_reason::time);
      system_->for_each_successor(states_[expanded_ + many],
                                  [&](state_type const& to, label_type const& with) {
                                    pending_.push_back(states_.begin(to));
                                    if constexpr (keeps_moves) marks_.push_back(Marks{}(with));
                                  });
      until_[many++] = pending_.size();
    }
    is_slow_ = clock::now() - now >= slow_batch;
    if (!make_room(limits, many)) return false;
    for (std::size_t i = 0, at = 0; i < many; ++i) {
      if (expanded_ == level_end_) {
        levels_.push_back(expanded_);
        level_end_ = size();
      }
      auto const from = at;
      kept_.clear();
      for (; at < until_[i]; ++at) {
        state_number to = 0;
        if (!add(pending_[at], static_cast<state_number>(expanded_), limits, to)) return false;
        if constexpr (keeps_moves) kept_.push_back({to, marks_[at]});
      }
      if constexpr (keeps_moves) moves_.add_state(kept_.data(), kept_.data() + kept_.size());
      transitions_ += at - from;
      ++expanded_;
    }
    return true;
  }

  bool add_initial(search_limits const& limits) {
    pending_.clear();
    system_->for_each_initial([&](state_type const& s) { pending_.push_back(states_.begin(s)); });
    if (!make_room(limits, 0)) return false;
    for (auto& p : pending_)
      if (state_number to = 0; !add(p, static_cast<state_number>(size()), limits, to)) return false;
    is_begun_ = true;
    return true;
  }

  // Room for what is pending, the moves of so many states, and all of it located.
  bool make_room(search_limits const& limits, std::size_t expanding) {
    auto const more = pending_.size();
    auto const arcs = keeps_moves ? more + expanding : 0;
    auto const growth = states_.growth(more) + parents_.growth(more) + moves_.growth(arcs);
    if (growth > 0 && (bytes() > limits.bytes || growth > limits.bytes - bytes()))
      return ends(stop_reason::bytes);
    if (size() + more > (keeps_moves ? move_array::most_states : set::most))
      return ends(stop_reason::memory);
    if (!states_.reserve(more) || !parents_.reserve(more) || !moves_.reserve(arcs))
      return ends(stop_reason::memory);
    for (auto& p : pending_) states_.locate(p);
    return true;
  }

  bool add(typename set::probe& p, state_number from, search_limits const& limits,
           state_number& number) {
    if (size() >= limits.states) return states_.find(p, number) || ends(stop_reason::states);
    if (states_.add(p, number)) parents_.push_back(from);
    return true;
  }

  bool ends(stop_reason why) {
    why_ = why;
    return false;
  }

  System const* system_;
  set states_;
  detail::block_array<state_number> parents_;  // of an initial state, itself
  std::vector<std::size_t> levels_;            // the first state of every depth that was begun
  std::size_t level_end_ = 0;                  // after the last state of the deepest of these
  std::size_t expanded_ = 0;
  std::size_t transitions_ = 0;
  bool is_begun_ = false;  // all initial states were seen
  bool is_slow_ = true;    // until it is known
  stop_reason why_ = stop_reason::not_yet;
  move_array moves_;
  std::vector<typename set::probe> pending_;
  std::vector<std::uint8_t> marks_;  // of what is pending
  std::vector<kept_move> kept_;      // of the state that is being expanded
  std::size_t until_[batch] = {};    // the pending moves of each state of the batch end there
  clock::time_point ends_at_{}, told_at_{};
  std::size_t next_told_ = 0;
};

}  // namespace lupaus::inline v0
