// SPDX-License-Identifier: BSL-1.0
//
// What can be explored: anything that says in which states it may begin and, for a state, which
// moves lead where. The explorer knows nothing of promises; a policy is one such system.
#pragma once

#include "lupaus/config.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace lupaus::inline v0 {

/// A state is a value of a few machine words: copied by its bytes, and equal exactly where its
/// bytes are equal. So it holds no padding, no floating point and no pointer to anything that
/// decides; what it does not hold, does not count.
template <class S>
concept packed_state = std::is_trivially_copyable_v<S> && std::is_trivially_destructible_v<S> &&
                       std::has_unique_object_representations_v<S> &&
                       alignof(S) <= alignof(std::max_align_t);

namespace detail {
/// Stand for a caller's function in the concept.
template <class S>
struct any_state_sink {
  void operator()(S const&) const {}
};
template <class S, class L>
struct any_move_sink {
  void operator()(S const&, L const&) const {}
};
}  // namespace detail

/// A system with the types `state_type` and `label_type`, and two functions:
///
///   for_each_initial(f)       calls f(state) for every state that it may begin in
///   for_each_successor(s, f)  calls f(state, label) for every move from `s`
///
/// Both must do the same each time they are asked: what they call, in which order, may depend on
/// nothing but `s`. Among traces of equal length the explorer prefers moves that are told first.
template <class T>
concept transition_system = packed_state<typename T::state_type> &&
    std::copyable<typename T::label_type> &&
    requires(T const& system, typename T::state_type const& s,
             detail::any_state_sink<typename T::state_type> on_state,
             detail::any_move_sink<typename T::state_type, typename T::label_type> on_move) {
  system.for_each_initial(on_state);
  system.for_each_successor(s, on_move);
};

/// Says of a state whether it is one of those that are sought.
template <class F, class System>
concept state_predicate =
    transition_system<System> && std::predicate<F&, typename System::state_type const&>;

/// Says of a move whether it counts: `f(from, label, to)`.
template <class F, class System>
concept move_predicate = transition_system<System> &&
    std::predicate<F&, typename System::state_type const&, typename System::label_type const&,
                   typename System::state_type const&>;

/// States are numbered 0, 1, 2 … in the order in which the explorer meets them.
using state_number = std::uint32_t;

/// One move of a trace and the state that it leads to.
template <transition_system System>
struct trace_step {
  typename System::label_type label;
  typename System::state_type state;
};

}  // namespace lupaus::inline v0
