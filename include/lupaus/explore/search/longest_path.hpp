// SPDX-License-Identifier: BSL-1.0
//
// The longest time that can pass on the way to where one would like to be.
#pragma once

#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/transition_relation.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// For every state, the longest time of any trace from it to its first goal. Traces that never
/// arrive do not count; `goal_reachability` says which states they come from. Moves that take no
/// time may go in circles; a circle that takes time makes it boundless.
///
/// `time_of(label)` is the time of a move, not negative, in the caller's unit; `is_allowed` is as
/// of a `transition_relation`. Where not every state was expanded, times are those of the traces
/// seen, and a longer one may exist: `is_exact()`. O(states + moves): components in the order of
/// Tarjan ("Depth-First Search and Linear Graph Algorithms", SIAM Journal on Computing 1(2), 1972).
/// 28 bytes a state and 4 a move, and 16 for every state of the deepest way.
template <transition_system System, std::invocable<typename System::label_type const&> TimeOf,
          state_predicate<System> Goal, move_predicate<System> Allowed = every_move>
class longest_times {
 public:
  using ticks = std::int64_t;
  static constexpr ticks boundless = (std::numeric_limits<ticks>::max)();

  longest_times(exploration<System> const& space, TimeOf time_of, Goal is_goal,
                Allowed is_allowed = {}, search_limits const& limits = {})
      : space_{&space},
        time_of_{std::move(time_of)},
        is_goal_{std::move(is_goal)},
        is_allowed_{std::move(is_allowed)},
        moves_{space, is_allowed_, limits} {
    begins_ = moves_.offsets();
    times_.assign(space.size(), never);
    found_.assign(space.size(), 0);
    low_.assign(space.size(), 0);
    for (std::size_t n = 0; n < space.size(); ++n)
      if (found_[n] == 0) search(static_cast<state_number>(n));
    found_ = {}, low_ = {}, open_ = {}, path_ = {};
  }

  /// `complete`, or the limit that stopped it; then no state arrives.
  [[nodiscard]] stop_reason why() const noexcept { return moves_.why(); }
  [[nodiscard]] bool is_exact() const noexcept { return moves_.states() == space_->size(); }
  /// None where no trace arrives, `boundless` where there is no longest.
  [[nodiscard]] std::optional<ticks> operator[](std::size_t n) const {
    return times_[n] == never ? std::nullopt : std::optional{times_[n]};
  }
  /// A trace from a state that takes as long as it can. Empty where that is boundless, or none.
  /// O(states + moves).
  [[nodiscard]] std::vector<trace_step<System>> path_from(state_number start) const {
    std::vector<trace_step<System>> path;
    if (times_[start] == never || times_[start] == boundless) return path;
    // Breadth first along the moves that lose no time, since those of no time may go in circles.
    std::vector<state_number> queue{start}, parent(times_.size(), transition_relation::nowhere);
    parent[start] = start;
    for (std::size_t at = 0; at < queue.size(); ++at) {
      auto const from = queue[at];
      if (is_goal_((*space_)[from])) {
        for (auto n = from; n != start; n = parent[n]) path.push_back(longest_step(parent[n], n));
        std::reverse(path.begin(), path.end());
        return path;
      }
      for_each_move(from, [&](state_number to, auto const& label) {
        if (parent[to] != transition_relation::nowhere || times_[to] == never) return;
        if (times_[to] + time_of_(label) != times_[from]) return;
        parent[to] = from;
        queue.push_back(to);
      });
    }
    return path;
  }

 private:
  static constexpr ticks never = -1;
  struct visit {
    state_number state;
    std::size_t at;
  };

  bool has_moves(state_number n) const {
    return n < moves_.states() && moves_.to(begins_[n]) != transition_relation::nowhere &&
           !is_goal_((*space_)[n]);
  }
  template <class F>
  void for_each_move(state_number n, F&& f) const {
    if (!has_moves(n)) return;
    auto const& from = (*space_)[n];
    auto at = begins_[n];
    space_->system().for_each_successor(from, [&](auto const& to, auto const& label) {
      if (is_allowed_(from, label, to) && at < begins_[n + 1u]) f(moves_.to(at++), label);
    });
  }
  trace_step<System> longest_step(state_number from, state_number to) const {
    std::optional<trace_step<System>> step;
    for_each_move(from, [&](state_number n, auto const& label) {
      if (n == to && !step && times_[to] + time_of_(label) == times_[from])
        step = trace_step<System>{label, (*space_)[to]};
    });
    return *step;
  }

  void enter(state_number n) {
    found_[n] = low_[n] = ++finds_;
    open_.push_back(n);
    path_.push_back({n, has_moves(n) ? begins_[n] : none});
  }
  void search(state_number root) {
    enter(root);
    while (!path_.empty()) {
      auto& [n, at] = path_.back();
      if (at != none && at < begins_[n + 1u]) {
        auto const to = moves_.to(at++);
        if (found_[to] == 0)
          enter(to);
        else if (found_[to] != closed)
          low_[n] = (std::min)(low_[n], found_[to]);
        continue;
      }
      auto const done = n;
      path_.pop_back();
      if (!path_.empty()) {
        auto const before = path_.back().state;
        low_[before] = (std::min)(low_[before], low_[done]);
      }
      if (low_[done] == found_[done]) close(done);
    }
  }
  // The component that was opened since `n`: where it can go was closed before.
  void close(state_number n) {
    auto const begin = std::find(open_.rbegin(), open_.rend(), n).base() - 1;
    auto longest = never;
    bool takes_time = false;
    for (auto at = begin; at != open_.end(); ++at) {
      if (is_goal_((*space_)[*at])) longest = std::max<ticks>(longest, 0);
      for_each_move(*at, [&](state_number to, auto const& label) {
        ticks const time = time_of_(label);
        if (found_[to] != closed)
          takes_time = takes_time || time > 0;
        else if (times_[to] == boundless)
          longest = boundless;
        else if (times_[to] != never && longest != boundless)
          longest = (std::max)(longest, times_[to] + time);
      });
    }
    if (takes_time && longest != never) longest = boundless;
    for (auto at = begin; at != open_.end(); ++at) times_[*at] = longest;
    for (auto at = begin; at != open_.end(); ++at) found_[*at] = closed;
    open_.erase(begin, open_.end());
  }

  static constexpr std::uint32_t closed = ~std::uint32_t{0};
  static constexpr std::size_t none = ~std::size_t{0};

  exploration<System> const* space_;
  TimeOf time_of_;
  Goal is_goal_;
  Allowed is_allowed_;
  transition_relation moves_;
  std::vector<std::size_t> begins_;
  std::vector<ticks> times_;
  std::vector<std::uint32_t> found_, low_;  // as they were found; 0 when not yet
  std::vector<state_number> open_;
  std::vector<visit> path_;
  std::uint32_t finds_ = 0;
};

}  // namespace lupaus::inline v0
