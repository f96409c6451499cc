// SPDX-License-Identifier: BSL-1.0
//
// What one would write by hand for the nine rules and nothing else: offers of 16 parties and 16
// parts at most, six kinds of promise, numbers for names; counts, and no finding.
//   by_graph   Boost.Graph: an adjacency_list for each relation of each offer
//   by_masks   a word for each row of each relation; allocates nothing
#pragma once

#include "../catalogue/offer_model.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace catalogue {

/// An offer as the loops read it: parties and parts by their number in the offer, 0 to 15.
struct plain_offer {
  struct part {
    std::uint32_t performer, hours;
  };
  struct edge {
    std::uint32_t from, to;
  };
  struct promise {
    std::uint32_t part, kind, hours;
  };
  struct remedy {
    std::uint32_t part, mode, by;
  };
  std::uint32_t merchant, customer, deadline;
  std::vector<part> parts;
  std::vector<edge> prec, deleg, channels, needs, waits, failures;
  std::vector<promise> claims, commits;
  std::vector<remedy> remedies;

  explicit plain_offer(offer const& o)
      : merchant{local(o.merchant)}, customer{local(o.customer)}, deadline{small(o.deadline)} {
    parts.resize(o.parts.size());
    for (auto const& r : o.parts) parts[local(r[0])] = {local(r[1]), small(r[2])};
    for (auto [from, to] :
         {std::pair{&o.prec, &prec}, std::pair{&o.deleg, &deleg}, std::pair{&o.waits, &waits},
          std::pair{&o.channels, &channels}, std::pair{&o.needs, &needs}})
      for (auto const& r : *from) to->push_back({local(r[0]), local(r[1])});
    for (auto const& r : o.failures) failures.push_back({local(r[0]), small(r[1])});
    for (auto const& r : o.claims) claims.push_back({local(r[0]), small(r[1]), small(r[2])});
    for (auto const& r : o.commits) commits.push_back({local(r[0]), small(r[1]), small(r[2])});
    for (auto const& r : o.remedies) remedies.push_back({local(r[0]), small(r[1]), local(r[2])});
  }

 private:
  static std::uint32_t small(number n) { return static_cast<std::uint32_t>(n); }
  static std::uint32_t local(number n) { return small(n % per_offer); }
};

namespace detail {

using digraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using ugraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

template <class Graph>
Graph graph_of(std::size_t nodes, std::vector<plain_offer::edge> const& edges) {
  Graph g(nodes);
  for (auto const& e : edges) add_edge(e.from, e.to, g);
  return g;
}

inline std::size_t on_cycles(digraph const& g) {
  std::vector<std::size_t> component(num_vertices(g));
  auto const n = strong_components(
      g, make_iterator_property_map(component.begin(), get(boost::vertex_index, g)));
  std::vector<std::size_t> size(n);
  for (auto const c : component) ++size[c];
  std::size_t found = 0;
  for (auto const c : component) found += size[c] > 1;
  return found;
}

}  // namespace detail

/// The nine rules by Boost.Graph, plainly.
inline void by_graph(plain_offer const& o, counts& k) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> strongest;
  for (auto const& c : o.commits) {
    auto const [at, is_new] = strongest.emplace(std::pair{c.part, c.kind}, c.hours);
    if (!is_new) at->second = std::min(at->second, c.hours);
  }
  for (auto const& c : o.claims) {
    auto const at = strongest.find({c.part, c.kind});
    k[0] += at == strongest.end();
    k[1] += at != strongest.end() && at->second > c.hours;
  }

  auto const deleg = detail::graph_of<detail::digraph>(per_offer, o.deleg);
  std::vector<boost::default_color_type> color(per_offer);
  breadth_first_search(
      deleg, vertex(o.merchant, deleg),
      boost::color_map(make_iterator_property_map(color.begin(), get(boost::vertex_index, deleg))));
  auto const is_reached = [&](std::uint32_t who) { return color[who] != boost::white_color; };
  for (auto const& p : o.parts) k[2] += !is_reached(p.performer);
  k[3] += detail::on_cycles(deleg);

  auto const prec = detail::graph_of<detail::digraph>(o.parts.size(), o.prec);
  std::vector<std::size_t> order;
  topological_sort(prec, std::back_inserter(order));
  std::vector<std::uint32_t> ends(o.parts.size());
  for (auto p = order.rbegin(); p != order.rend(); ++p) {
    ends[*p] += o.parts[*p].hours;
    auto const [begin, end] = adjacent_vertices(*p, prec);
    for (auto q = begin; q != end; ++q) ends[*q] = std::max(ends[*q], ends[*p]);
  }
  k[4] += *std::max_element(ends.begin(), ends.end()) > o.deadline;

  auto const with_her = detail::graph_of<detail::ugraph>(per_offer, o.channels);
  detail::ugraph without_her(per_offer);
  for (auto const& e : o.channels)
    if (e.from != o.customer && e.to != o.customer) add_edge(e.from, e.to, without_her);
  std::vector<std::size_t> joined(per_offer), apart(per_offer);
  connected_components(with_her, joined.data());
  connected_components(without_her, apart.data());
  for (auto const& n : o.needs)
    k[5] += joined[n.from] == joined[n.to] && apart[n.from] != apart[n.to];

  std::set<std::pair<std::uint32_t, std::uint32_t>> covered;
  for (auto const& r : o.remedies) {
    covered.emplace(r.part, r.mode);
    k[7] += !is_reached(r.by);
  }
  for (auto const& f : o.failures) k[6] += !covered.contains({f.from, f.to});

  auto waits = detail::graph_of<detail::digraph>(o.parts.size(), o.waits);
  for (auto const& e : o.prec) add_edge(e.to, e.from, waits);
  k[8] += detail::on_cycles(waits);
}

namespace detail {

using word = std::uint16_t;
using rows = std::array<word, per_offer>;

constexpr word one(std::uint32_t i) { return static_cast<word>(1U << i); }
constexpr bool has(word w, std::uint32_t i) { return (w >> i & 1U) != 0; }

/// All that is reached from a set over the rows and past some, itself included.
inline word reached(rows const& to, word from, word past = 0) {
  auto seen = from;
  for (auto open = from; open != 0;) {
    word next = 0;
    for (auto left = open; left != 0; left = static_cast<word>(left & (left - 1U)))
      next = static_cast<word>(next | to[static_cast<std::size_t>(std::countr_zero(left))]);
    open = static_cast<word>(next & ~seen & ~past);
    seen = static_cast<word>(seen | open);
  }
  return seen;
}

/// How many of the first `n` can come back to themselves. (Warshall 1962.)
inline std::size_t on_cycles(rows to, std::size_t n) {
  for (std::uint32_t via = 0; via < n; ++via)
    for (std::size_t i = 0; i < n; ++i)
      to[i] = static_cast<word>(to[i] | (has(to[i], via) ? to[via] : 0));
  std::size_t found = 0;
  for (std::uint32_t i = 0; i < n; ++i) found += has(to[i], i);
  return found;
}

inline void add(rows& to, std::uint32_t i, std::uint32_t j) {
  to[i] = static_cast<word>(to[i] | one(j));
}

}  // namespace detail

/// The nine rules by masks: as fast as it goes, for offers as small as these.
inline void by_masks(plain_offer const& o, counts& k) {
  using namespace detail;
  constexpr auto nothing = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t strongest[per_offer][8];
  for (auto& part : strongest)
    for (auto& s : part) s = nothing;
  for (auto const& c : o.commits)
    strongest[c.part][c.kind] = std::min(strongest[c.part][c.kind], c.hours);
  for (auto const& c : o.claims) {
    auto const s = strongest[c.part][c.kind];
    k[0] += s == nothing;
    k[1] += s != nothing && s > c.hours;
  }

  rows deleg{};
  for (auto const& e : o.deleg) add(deleg, e.from, e.to);
  auto const chain = reached(deleg, one(o.merchant));
  for (auto const& p : o.parts) k[2] += !has(chain, p.performer);
  k[3] += on_cycles(deleg, per_offer / 2);

  auto const n = o.parts.size();
  rows before{}, waits{};
  for (auto const& e : o.prec) add(before, e.to, e.from);
  waits = before;
  for (auto const& e : o.waits) add(waits, e.from, e.to);
  std::array<std::uint32_t, per_offer> ends;
  word done = 0;
  std::uint32_t last = 0;
  auto const all = static_cast<word>((1U << n) - 1U);
  while (done != all)
    for (auto open = static_cast<unsigned>(all & ~done); open != 0; open &= open - 1U) {
      auto const p = static_cast<std::uint32_t>(std::countr_zero(open));
      if ((before[p] & ~done) != 0) continue;
      std::uint32_t begins = 0;
      for (auto left = before[p]; left != 0; left = static_cast<word>(left & (left - 1U)))
        begins = std::max(begins, ends[static_cast<std::size_t>(std::countr_zero(left))]);
      ends[p] = begins + o.parts[p].hours;
      last = std::max(last, ends[p]);
      done = static_cast<word>(done | one(p));
    }
  k[4] += last > o.deadline;

  rows joined{};
  for (auto const& e : o.channels) add(joined, e.from, e.to), add(joined, e.to, e.from);
  for (auto const& e : o.needs)
    k[5] += !has(reached(joined, one(e.from), one(o.customer)), e.to) &&
            has(reached(joined, one(e.from)), e.to);

  rows covered{};
  for (auto const& r : o.remedies) {
    add(covered, r.part, r.mode);
    k[7] += !has(chain, r.by);
  }
  for (auto const& f : o.failures) k[6] += !has(covered[f.from], f.to);
  k[8] += on_cycles(waits, n);
}

}  // namespace catalogue
