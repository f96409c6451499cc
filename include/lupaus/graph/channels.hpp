// SPDX-License-Identifier: BSL-1.0
//
// The graph of who can reach whom.
#pragma once

#include "lupaus/graph/graph.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// Who can reach whom: a vertex for every party, an edge for every declared channel, owed notice
/// about a part and coordination. Departments reach whom the seller reaches. She is in the middle
/// where the customer is an articulation point.
using channel_graph = model_graph<party_id, boost::undirected_tag>;

/// O(parties + channels + notices + coordinations).
[[nodiscard]] inline channel_graph channels(model_view const& m) {
  std::vector<arc<party_id>> arcs;
  auto const join = [&](party_id a, party_id b, element because) {
    a = firm_of(m, a);
    b = firm_of(m, b);
    if (a && b && a != b) arcs.push_back({a, b, because});
  };
  for (auto i : m.channels.ids()) join(m.channels[i].a, m.channels[i].b, i);
  for (auto i : m.notices.ids())
    if (makes_a_channel(m, m.notices[i])) join(m.notices[i].from, m.notices[i].to, i);
  for (auto i : m.coordinations.ids()) {
    auto const& c = m.coordinations[i];
    join(c.owner, m.parts[c.before].performer, i);
    join(c.owner, m.parts[c.after].performer, i);
  }
  return {m.parties.size(), std::move(arcs)};
}

}  // namespace lupaus::inline v0
