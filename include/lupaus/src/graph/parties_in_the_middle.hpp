// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: parties in the middle.
#pragma once

#include "lupaus/graph/channels.hpp"
#include "lupaus/graph/parties_in_the_middle.hpp"

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Those who have to coordinate: `who` is not set. Each once, those of consecutive parts first.
inline std::vector<party_in_the_middle> coordination_needs(model_view const& m) {
  std::set<std::pair<party_id, party_id>> contracted{{m.customer, m.seller}};
  for (auto const& c : m.commitments)
    if (c.creditor != m.customer) contracted.emplace(firm_of(m, c.debtor), firm_of(m, c.creditor));
  std::vector<party_in_the_middle> needs;
  std::set<std::tuple<party_id, party_id, part_id, part_id>> known;
  auto const add = [&](party_id a, party_id b, part_id before, part_id after) {
    a = firm_of(m, a), b = firm_of(m, b);
    if (a && b && a != b && known.emplace(a, b, before, after).second)
      needs.push_back({{}, a, b, before, after});
  };
  for (auto const& p : m.precedences) {
    auto const a = firm_of(m, m.parts[p.before].performer),
               b = firm_of(m, m.parts[p.after].performer);
    if (!contracted.contains({a, b}) && !contracted.contains({b, a})) add(a, b, p.before, p.after);
  }
  for (auto const& n : m.needs)
    if (n.before)
      add(m.parts[n.before].performer, m.parts[n.after].performer, n.before, n.after);
    else
      add(n.a, n.b, {}, {});
  return needs;
}

/// Hides one party.
struct all_but {
  party_id hidden = {};
  bool operator()(party_id p) const noexcept { return p != hidden; }
};

/// The component of each party, as the channels of the graph join them.
template <class Graph>
std::vector<std::size_t> joined_parties(Graph const& g, std::size_t parties) {
  std::vector<std::size_t> component(parties);
  boost::connected_components(
      g, boost::make_iterator_property_map(component.begin(), index_map<party_id>{}),
      boost::vertex_index_map(index_map<party_id>{}));
  return component;
}

}  // namespace detail

LUPAUS_DECL std::vector<party_in_the_middle> find_parties_in_the_middle(model_view const& m) {
  auto const g = channels(m);
  std::vector<party_id> points;
  boost::articulation_points(g, std::back_inserter(points));
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());

  std::vector<party_in_the_middle> found;
  if (points.empty()) return found;
  auto const needs = detail::coordination_needs(m);
  auto const with = detail::joined_parties(g, m.parties.size());
  for (auto const who : points) {
    boost::filtered_graph<channel_graph, boost::keep_all, detail::all_but> const others{
        g, boost::keep_all{}, detail::all_but{who}};
    auto const without = detail::joined_parties(others, m.parties.size());
    for (auto need : needs) {
      auto const a = need.giver.index(), b = need.taker.index();
      if (need.giver == who || need.taker == who || with[a] != with[b] || without[a] == without[b])
        continue;
      need.who = who;
      found.push_back(need);
    }
  }
  return found;
}

}  // namespace lupaus::inline v0
