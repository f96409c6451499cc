// SPDX-License-Identifier: BSL-1.0
//
// From which states there is a way out, and from which there is none: what can be reached from
// every state, by moves of a certain kind, found backwards from where one would like to be.
#pragma once

#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/predecessors.hpp"
#include "lupaus/explore/search/transition_relation.hpp"
#include "lupaus/explore/search/work_meter.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lupaus::inline v0 {

enum class reachability : unsigned char {
  reachable,    ///< some allowed moves lead to a goal
  unreachable,  ///< none do: proved, also where not every state was seen
  unknown,      ///< none that was seen, but some lead to states that were not expanded
};

namespace detail {

class bit_array {
 public:
  explicit bit_array(std::size_t n) : words_((n + 63) / 64) {}
  bool operator[](std::size_t i) const { return (words_[i / 64] >> i % 64 & 1) != 0; }
  void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << i % 64; }
  std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

 private:
  std::vector<std::uint64_t> words_;
};

/// Marks, in `can`, every state from which a move of `moves` leads to a marked one, and so on.
/// Sweeps down and up the moves, which settles most systems in a few rounds; what is left then is
/// settled by going backwards from state to state. O(states + moves), with 8 bytes for each move
/// that is left, and as much again while they grow. False when the meter says that it may not go
/// on.
template <class Moves>
class backward_closure {
 public:
  backward_closure(Moves const& moves, bit_array& can, work_meter& meter)
      : moves_{moves}, can_{can}, meter_{meter} {}

  bool run() {
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
      std::size_t found = 0;
      auto const look = [&](state_number from, state_number to) {
        if (can_[from] || !goes_on(from)) return false;
        if (!can_[to]) return true;
        can_.set(from);
        ++found;
        return false;
      };
      if (sweep % 2 == 0)
        moves_.for_each_downwards(look);
      else
        moves_.for_each_upwards(look);
      if (!meter_.goes_on() || found == 0) return meter_.goes_on();
    }
    return go_backwards();
  }

 private:
  static constexpr int most_sweeps = 12;

  /// The meter is asked at few of the states: a move takes less time than the question.
  bool goes_on(state_number from) { return from % 64 != 0 || meter_.goes_on(); }

  bool go_backwards() {
    predecessors before;
    std::vector<state_number> found;
    moves_.for_each_upwards([&](state_number from, state_number to) {
      if (can_[from] || !meter_.has_room_for(before.bytes())) return false;
      if (can_[to]) {
        can_.set(from);
        found.push_back(from);
        return false;
      }
      before.add(from, to);
      return true;
    });
    while (!found.empty() && meter_.goes_on()) {
      auto const to = found.back();
      found.pop_back();
      before.for_each(to, [&](state_number from, bool) {
        if (can_[from]) return;
        can_.set(from);
        found.push_back(from);
      });
    }
    return meter_.goes_on();
  }

  Moves const& moves_;
  bit_array& can_;
  work_meter& meter_;
};

}  // namespace detail

/// The moves of the states before `states()`, read in their order or against it.
template <class T>
concept move_relation = requires(T const& moves, bool (*f)(state_number, state_number)) {
  { moves.states() } -> std::convertible_to<std::size_t>;
  moves.for_each_upwards(f);
  moves.for_each_downwards(f);
};

/// The reachability of every state that an exploration saw. A state is doomed only where every way
/// that allowed moves offer was followed to its end.
class goal_reachability {
 public:
  /// `is_goal(state)` says where one would like to be; `moves` are the allowed ones of the same
  /// exploration. O(states + moves); 1 bit a state, 2 when not every state was expanded.
  template <class Space, move_relation Moves, state_predicate<typename Space::system_type> Goal>
  goal_reachability(Space const& space, Moves const& moves, Goal&& is_goal)
      : goal_reachability{space.size(), moves, [&](std::size_t n) { return is_goal(space[n]); }} {}

  /// The same by the numbers of `states` states. No concept stands here: it would ask a goal that
  /// takes anything for a number.
  template <move_relation Moves, class Goal>
  goal_reachability(std::size_t states, Moves const& moves, Goal&& is_goal)
      : size_{states}, reaches_{states}, open_{0} {
    detail::work_meter unlimited{search_limits{}};
    find(moves, is_goal, unlimited);
  }
  /// The same, as far as the meter lets it: see `is_complete`.
  template <move_relation Moves, class Goal>
  goal_reachability(std::size_t states, Moves const& moves, Goal&& is_goal,
                    detail::work_meter& meter)
      : size_{states}, reaches_{states}, open_{0} {
    find(moves, is_goal, meter);
  }

  /// False where a meter stopped it: then it says nothing of any state.
  [[nodiscard]] bool is_complete() const noexcept { return is_complete_; }

  [[nodiscard]] reachability operator[](std::size_t n) const noexcept {
    if (reaches_[n]) return reachability::reachable;
    return is_partial_ && open_[n] ? reachability::unknown : reachability::unreachable;
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::size_t bytes() const noexcept { return reaches_.bytes() + open_.bytes(); }
  /// How many states have that reachability. O(states).
  [[nodiscard]] std::size_t count(reachability f) const noexcept {
    std::size_t n = 0;
    for (std::size_t i = 0; i < size_; ++i) n += (*this)[i] == f ? 1u : 0u;
    return n;
  }
  /// The first state of that reachability, which no fewer moves lead to than to any other.
  /// O(states).
  [[nodiscard]] std::optional<state_number> first(reachability f) const noexcept {
    for (std::size_t i = 0; i < size_; ++i)
      if ((*this)[i] == f) return static_cast<state_number>(i);
    return std::nullopt;
  }

 private:
  template <class Moves, class Goal>
  void find(Moves const& moves, Goal& is_goal, detail::work_meter& meter) {
    for (std::size_t n = 0; n < size_ && meter.goes_on(); ++n)
      if (is_goal(n)) reaches_.set(n);
    close(moves, meter);
    is_complete_ = meter.goes_on();
  }
  template <class Moves>
  void close(Moves const& moves, detail::work_meter& meter) {
    if (!detail::backward_closure{moves, reaches_, meter}.run() || moves.states() == size_) return;
    open_ = reaches_;
    for (auto n = moves.states(); n < size_; ++n) open_.set(n);
    detail::backward_closure{moves, open_, meter}.run();
    is_partial_ = true;
  }

  std::size_t size_;
  detail::bit_array reaches_;
  detail::bit_array open_;  // a goal or a state that was not expanded can be reached
  bool is_partial_ = false, is_complete_ = true;
};

}  // namespace lupaus::inline v0
