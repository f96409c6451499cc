// SPDX-License-Identifier: BSL-1.0
//
// Whether one state of an order still comes out well by what can be counted on.
#pragma once

#include "lupaus/explore/order/order_view.hpp"
#include "lupaus/explore/search/exploration.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// What can be counted on from one state of a system.
template <class System>
struct counted_on_from {
  using state_type = typename System::state_type;
  using label_type = typename System::label_type;
  System const* system;
  state_type start;

  template <class F>
  void for_each_initial(F&& f) const {
    f(start);
  }
  template <class F>
  void for_each_successor(state_type const& s, F&& f) const {
    system->for_each_successor(s, [&](state_type const& to, label_type const& with) {
      if (with.is_dependable) f(to, with);
    });
  }
};

/// From a state, dependable moves lead to an acceptable outcome, or to where the policy breaks.
/// Searches until one is found: O(states + moves) at worst, of what can be counted on.
template <class System>
bool can_end_well(System const& system, typename System::state_type const& s) {
  counted_on_from<System> const from_here{&system, s};
  exploration space{from_here};
  return space
      .find([&](typename System::state_type const& x) {
        auto const v = system.view(x);
        return v.is_acceptable() || v.phase() == order_phase::broken;
      })
      .has_value();
}

}  // namespace detail

}  // namespace lupaus::inline v0
