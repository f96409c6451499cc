// SPDX-License-Identifier: BSL-1.0
//
// Subcontracts as a graph in the direction in which work is passed on.
#pragma once

#include "lupaus/graph/graph.hpp"
#include "lupaus/graph/responsibility.hpp"
#include "lupaus/model/view.hpp"

#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// True for a contract of work between two firms, neither of them the customer.
inline bool is_subcontract_of_work(model_view const& m, commitment const& c) noexcept {
  return is_work(c) && c.creditor != m.customer && c.debtor != m.customer &&
         firm_of(m, c.debtor) != firm_of(m, c.creditor);
}

/// True when such a contract passes the leaf part on: it is about it, or about what holds it, and
/// names no other event that it is to bring about. O(depth).
inline bool passes_on(model_view const& m, commitment const& c, part_id p) noexcept {
  if (!is_within(m, p, c.about)) return false;
  if (!c.brings_about) return true;
  auto const& e = m.events[c.brings_about];
  return e.kind == event_kind::completed && e.of == p;
}

/// A vertex for every party, an edge from creditor to debtor for each of these commitments; a
/// department stands as the seller.
inline responsibility_graph subcontract_graph(model_view const& m,
                                              std::vector<commitment_id> const& hops) {
  std::vector<arc<party_id>> arcs;
  arcs.reserve(hops.size());
  for (auto const i : hops)
    arcs.push_back({firm_of(m, m.commitments[i].creditor), firm_of(m, m.commitments[i].debtor), i});
  return {m.parties.size(), std::move(arcs)};
}

}  // namespace lupaus::inline v0::detail
