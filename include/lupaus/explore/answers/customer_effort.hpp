// SPDX-License-Identifier: BSL-1.0
//
// How often the customer must get in touch with somebody before all is well.
#pragma once

#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/transitions.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace lupaus::inline v0::detail {

/// Of every state from which a goal can be reached by the moves of `allowed`, the fewest contacts
/// on any way there; of these the most. `allowed` holds the moves whose label is dependable.
/// Backwards from the goals, contact by contact: O(states + moves); 12 bytes a move, 9 a state.
template <class System, class Goal>
std::size_t most_contacts(exploration<System> const& space, relation const& allowed, Goal&& is_goal,
                          outlook const& ahead) {
  using state = typename System::state_type;
  struct arc {
    state_number from;
    std::uint32_t next;  // 1 + the next arc to the same state
    bool is_contact;
  };
  std::vector<arc> arcs;
  std::vector<std::uint32_t> first_to(space.size());
  auto const begins = allowed.offsets();
  for (std::size_t n = 0; n < allowed.states(); ++n) {
    auto at = begins[n];
    space.system().for_each_successor(space[n], [&](state const&, auto const& label) {
      if (!label.is_dependable || at >= begins[n + 1]) return;
      auto const to = allowed.to(at++);
      arcs.push_back({static_cast<state_number>(n), first_to[to], is_contact(label)});
      first_to[to] = static_cast<std::uint32_t>(arcs.size());
    });
  }
  constexpr auto unknown = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> fewest(space.size(), unknown);
  std::vector<state_number> now, later;
  for (std::size_t n = 0; n < space.size(); ++n)
    if (is_goal(space[n])) fewest[n] = 0, now.push_back(static_cast<state_number>(n));
  std::size_t most = 0;
  for (std::uint32_t contacts = 0; !now.empty(); ++contacts) {
    while (!now.empty()) {
      auto const to = now.back();
      now.pop_back();
      if (fewest[to] != contacts) continue;
      if (ahead[to] == fate::hopeful) most = std::max<std::size_t>(most, contacts);
      for (auto at = first_to[to]; at != 0; at = arcs[at - 1].next) {
        auto const& a = arcs[at - 1];
        auto const with = contacts + (a.is_contact ? 1u : 0u);
        if (fewest[a.from] <= with) continue;
        fewest[a.from] = with;
        (a.is_contact ? later : now).push_back(a.from);
      }
    }
    std::swap(now, later);
  }
  return most;
}

}  // namespace lupaus::inline v0::detail
