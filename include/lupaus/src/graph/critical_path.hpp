// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the critical path.
#pragma once

#include "lupaus/graph/critical_path.hpp"
#include "lupaus/graph/work_times.hpp"

#include <boost/graph/dag_shortest_paths.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

LUPAUS_DECL critical_path find_critical_path(model_view const& m) {
  detail::work_times const times{m};
  critical_path found;
  found.impossible = times.impossible();
  for (auto p : m.parts.ids())
    if (is_leaf(m.parts[p]) && !times.is_timed(p)) found.untimed.push_back(p);
  if (!found.impossible.empty() || !found.untimed.empty()) return found;

  // One vertex more: the order, before every part. A longest way is a shortest one of negative
  // times.
  part_id const order{m.parts.size()};
  std::vector<arc<part_id>> arcs{times.work().all()};
  for (auto p : m.parts.ids())
    if (is_leaf(m.parts[p])) arcs.push_back({order, p, p});
  precedence_graph const g{m.parts.size() + 1, std::move(arcs)};
  std::vector<seconds_t> weight(num_edges(g)), distance(num_vertices(g));
  for (auto const& e : edges(g))
    weight[e.index] = worst_case(*times.begin_of(e.target)) - worst_case(*times.end_of(e.target));
  std::vector<part_id> before(num_vertices(g));
  auto const index = get(boost::vertex_index, g);
  boost::dag_shortest_paths(
      g, order,
      boost::weight_map(
          boost::make_iterator_property_map(weight.begin(), get(boost::edge_index, g)))
          .distance_map(boost::make_iterator_property_map(distance.begin(), index))
          .predecessor_map(boost::make_iterator_property_map(before.begin(), index)));

  auto last = order;
  for (auto p : m.parts.ids())
    if (is_leaf(m.parts[p]) && (last == order || distance[p.index()] < distance[last.index()]))
      last = p;
  for (; last != order; last = before[last.index()])
    found.steps.push_back({last, *times.begin_of(last), *times.end_of(last)});
  std::reverse(found.steps.begin(), found.steps.end());
  return found;
}

}  // namespace lupaus::inline v0
