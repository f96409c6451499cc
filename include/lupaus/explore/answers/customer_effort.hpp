// SPDX-License-Identifier: BSL-1.0
//
// How often the customer must get in touch with somebody before all is well.
#pragma once

#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/predecessors.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/transition_relation.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace lupaus::inline v0::detail {

/// Of every state from which a goal can be reached by dependable moves, the fewest contacts on any
/// way there; of these the most. `counted_on` holds the dependable moves. Backwards from the goals,
/// contact by contact: O(states + moves); 8 bytes a move, 8 a state.
template <class Goal>
std::size_t most_contacts(order_space const& space, transition_relation const& counted_on,
                          Goal&& is_goal, goal_reachability const& ahead) {
  predecessors before{space.size()};
  auto const begins = counted_on.offsets();
  for (std::size_t n = 0; n < counted_on.states(); ++n) {
    auto at = begins[n];
    auto const add = [&](std::uint8_t const*, order_move const& m) {
      if (m.is_dependable && at < begins[n + 1])
        before.add(static_cast<state_number>(n), counted_on.to(at++), is_contact(m));
    };
    space.for_each_successor(n, add);
  }
  constexpr auto unknown = (std::numeric_limits<std::uint32_t>::max)();
  std::vector<std::uint32_t> fewest(space.size(), unknown);
  std::vector<state_number> now, later;
  for (std::size_t n = 0; n < space.size(); ++n)
    if (is_goal(n)) fewest[n] = 0, now.push_back(static_cast<state_number>(n));
  std::size_t most = 0;
  for (std::uint32_t contacts = 0; !now.empty(); ++contacts) {
    while (!now.empty()) {
      auto const to = now.back();
      now.pop_back();
      if (fewest[to] != contacts) continue;
      if (ahead[to] == reachability::reachable) most = std::max<std::size_t>(most, contacts);
      before.for_each(to, [&](state_number from, bool is_contact) {
        auto const with = contacts + (is_contact ? 1u : 0u);
        if (fewest[from] <= with) return;
        fewest[from] = with;
        (is_contact ? later : now).push_back(from);
      });
    }
    std::swap(now, later);
  }
  return most;
}

}  // namespace lupaus::inline v0::detail
