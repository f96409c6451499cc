// SPDX-License-Identifier: BSL-1.0
//
// The graph of what comes before what.
#pragma once

#include "lupaus/graph/graph.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// What comes before what: a vertex for every part (composites stand alone, for precedence is
/// between leaves), an edge from the earlier to the later. Acyclic in a possible order.
using precedence_graph = model_graph<part_id, boost::bidirectional_tag>;

/// O(parts + precedences).
[[nodiscard]] inline precedence_graph precedences(model_view const& m) {
  std::vector<arc<part_id>> arcs;
  for (auto const& p : m.precedences) arcs.push_back({p.before, p.after, p.after});
  return {m.parts.size(), std::move(arcs)};
}

}  // namespace lupaus::inline v0
