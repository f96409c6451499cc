// SPDX-License-Identifier: BSL-1.0
//
// What the explorer looks at, how far, and what must always hold.
#pragma once

#include "lupaus/explore/order/order_view.hpp"
#include "lupaus/explore/search/search_coverage.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// What must hold of every order at every time.
struct invariant {
  std::string name;
  std::function<bool(order_view const&)> holds;
};

struct explore_options {
  std::size_t failures = 2;  ///< how many may happen to one order, of all its parts together
  /// The failure modes that may happen; all where it is empty.
  std::vector<event_id> only = {};
  std::size_t units = 2;  ///< followed of a part that has more
  /// Of the whole call: the search, and all that is told of what was seen. As they are set, the
  /// answer is the same on every machine with the same standard library.
  search_limits limits = {.states = std::size_t{1} << 25, .bytes = std::size_t{2} << 30};
  /// Explores all parts in one space, also those that have nothing to do with each other, and those
  /// that meet by precedence alone. Slower, never otherwise in what it says of traps and times.
  bool together = false;
  /// Parts that meet are explored in one space up to so many states, and from there on apart, where
  /// that can be: see `verdict::is_apart`.
  std::size_t states_together = std::size_t{1} << 14;
  bool times = true;  ///< looks for `verdict::times` too, in a space of its own
  /// States hold when things happened, and the policy is told what time it is. More states; for
  /// policies that decide by the clock.
  bool tells_time = false;
  std::vector<invariant> invariants = {};
  /// Called from time to time; false stops the search.
  std::function<bool(search_coverage const&)> progress = {};
};

}  // namespace lupaus::inline v0
