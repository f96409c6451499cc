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

namespace detail {

/// By part: she buys it, or it is hers and something that she buys waits for it. Found apart from
/// the validator, which this engine is held against.
inline std::vector<bool> what_she_waits_for(model_view const& m,
                                            std::vector<arc<part_id>> const& work) {
  std::vector<bool> counts(m.parts.size());
  std::vector<std::vector<part_id>> earlier(m.parts.size());
  std::vector<part_id> open;
  for (auto const& x : work) earlier[x.target.index()].push_back(x.source);
  for (auto p : m.parts.ids())
    if (is_leaf(m.parts[p]) && !is_hers(m, p)) open.push_back(p);
  while (!open.empty()) {
    auto const p = open.back();
    open.pop_back();
    if (counts[p.index()]) continue;
    counts[p.index()] = true;
    open.insert(open.end(), earlier[p.index()].begin(), earlier[p.index()].end());
  }
  return counts;
}

}  // namespace detail

LUPAUS_DECL critical_path find_critical_path(model_view const& m) {
  detail::work_times const times{m};
  critical_path found;
  found.impossible = times.impossible();
  std::vector<arc<part_id>> arcs{times.work().all()};
  auto const counts = detail::what_she_waits_for(m, arcs);
  for (auto p : m.parts.ids())
    if (counts[p.index()] && !times.is_timed(p)) found.untimed.push_back(p);
  if (!found.impossible.empty() || !found.untimed.empty()) return found;

  // One vertex more: the order, before every part. A longest way is a shortest one of negative
  // times.
  part_id const order{m.parts.size()};
  std::erase_if(arcs, [&](arc<part_id> const& x) { return !counts[x.target.index()]; });
  for (auto p : m.parts.ids())
    if (counts[p.index()]) arcs.push_back({order, p, p});
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
    if (counts[p.index()] && (last == order || distance[p.index()] < distance[last.index()]))
      last = p;
  for (; last != order; last = before[last.index()])
    found.steps.push_back({last, *times.begin_of(last), *times.end_of(last)});
  std::reverse(found.steps.begin(), found.steps.end());
  return found;
}

}  // namespace lupaus::inline v0
