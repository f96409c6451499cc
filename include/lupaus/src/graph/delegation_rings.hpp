// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: rings of delegation.
#pragma once

#include "lupaus/graph/delegation_rings.hpp"
#include "lupaus/graph/subcontracts.hpp"

#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The strong component of each firm.
inline std::vector<std::size_t> components_of(responsibility_graph const& g) {
  std::vector<std::size_t> component(num_vertices(g));
  boost::strong_components(
      g, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, g)));
  return component;
}

/// The subcontracts between firms of one component: those on rings.
inline std::vector<commitment_id> inside_components(responsibility_graph const& g) {
  auto const component = components_of(g);
  std::vector<commitment_id> inside;
  for (auto const& e : edges(g))
    if (component[e.source.index()] == component[e.target.index()])
      inside.push_back(static_cast<commitment_id>(e.because));
  return inside;
}

}  // namespace detail

LUPAUS_DECL std::vector<delegation_ring> find_delegation_rings(model_view const& m) {
  std::vector<commitment_id> of_anything;
  for (auto i : m.commitments.ids())
    if (detail::is_subcontract_of_work(m, m.commitments[i])) of_anything.push_back(i);
  // What lies on no ring of anything lies on none of a part.
  auto const may_be = detail::inside_components(detail::subcontract_graph(m, of_anything));

  std::vector<delegation_ring> rings;
  std::set<std::vector<party_id>> known;
  if (may_be.empty()) return rings;
  for (auto p : m.parts.ids()) {
    if (!is_leaf(m.parts[p])) continue;
    std::vector<commitment_id> on_part;
    for (auto const i : may_be)
      if (detail::passes_on(m, m.commitments[i], p)) on_part.push_back(i);
    if (on_part.empty()) continue;
    auto const g = detail::subcontract_graph(m, on_part);
    auto const component = detail::components_of(g);
    std::vector<delegation_ring> found(num_vertices(g));
    for (auto const& e : edges(g)) {
      auto const of = component[e.source.index()];
      if (of == component[e.target.index()])
        found[of].contracts.push_back(static_cast<commitment_id>(e.because));
    }
    for (auto v : vertices(g)) found[component[v.index()]].firms.push_back(v);
    for (auto v : vertices(g)) {  // in the order of their first firms
      auto& ring = found[component[v.index()]];
      if (ring.contracts.empty() || !known.insert(ring.firms).second) continue;
      ring.part = p;
      rings.push_back(ring);
    }
  }
  return rings;
}

}  // namespace lupaus::inline v0
