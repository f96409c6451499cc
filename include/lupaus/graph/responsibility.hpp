// SPDX-License-Identifier: BSL-1.0
//
// The graph of who owes whom, and of who passes work on to whom.
#pragma once

#include "lupaus/graph/graph.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// Who owes whom: a vertex for every party, an edge from debtor to creditor for every commitment
/// and subcontract, and for every claim from the claimant to the customer. `because` names it.
/// A cycle of delegation is a strong component; a chain of responsibility is a path.
using responsibility_graph = model_graph<party_id, boost::bidirectional_tag>;

/// O(parties + claims + commitments).
[[nodiscard]] inline responsibility_graph responsibilities(model_view const& m) {
  std::vector<arc<party_id>> arcs;
  for (auto i : m.claims.ids()) arcs.push_back({m.claims[i].claimant, m.customer, i});
  for (auto i : m.commitments.ids())
    arcs.push_back({m.commitments[i].debtor, m.commitments[i].creditor, i});
  return {m.parties.size(), std::move(arcs)};
}

/// The same, of subcontracts alone.
[[nodiscard]] inline responsibility_graph delegations(model_view const& m) {
  std::vector<arc<party_id>> arcs;
  for (auto i : m.commitments.ids())
    if (layer_of(m, m.commitments[i]) == layer::delivery && !m.commitments[i].overrides)
      arcs.push_back({m.commitments[i].debtor, m.commitments[i].creditor, i});
  return {m.parties.size(), std::move(arcs)};
}

}  // namespace lupaus::inline v0
