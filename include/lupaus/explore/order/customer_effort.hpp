// SPDX-License-Identifier: BSL-1.0
//
// How often the customer must get in touch with somebody before all is well.
#pragma once

#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/predecessors.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/work_meter.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Of every state from which a goal can be reached by dependable moves, the fewest contacts on any
/// way there; of these the most. Backwards from the goals, contact by contact: O(states + moves); 8
/// bytes a dependable move, 12 a state, and as much again while they grow. None where the meter
/// stops it.
template <class Goal>
std::optional<std::size_t> most_contacts(order_space const& space, Goal&& is_goal,
                                         goal_reachability const& ahead, work_meter& meter) {
  constexpr auto unknown = (std::numeric_limits<std::uint32_t>::max)();
  auto const numbers = space.size() * (sizeof(std::uint32_t) + 2 * sizeof(state_number));
  predecessors before;
  space.kept_moves().for_each_marked_upwards(
      [&](state_number from, state_number to, std::uint8_t marks) {
        if (!meter.has_room_for(before.bytes() + numbers)) return false;
        if ((marks & order_marks::dependable) != 0)
          before.add(from, to, (marks & order_marks::contact) != 0);
        return true;
      });
  if (!meter.has_room_for(before.bytes() + numbers)) return std::nullopt;
  std::vector<std::uint32_t> fewest(space.size(), unknown);
  std::vector<state_number> now, later;
  for (std::size_t n = 0; n < space.size() && meter.goes_on(); ++n)
    if (is_goal(n)) fewest[n] = 0, now.push_back(static_cast<state_number>(n));
  std::size_t most = 0;
  for (std::uint32_t contacts = 0; !now.empty(); ++contacts) {
    while (!now.empty()) {
      if (!meter.goes_on()) return std::nullopt;
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
