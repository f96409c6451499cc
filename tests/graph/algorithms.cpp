// SPDX-License-Identifier: BSL-1.0
//
// Algorithms of Boost.Graph run on a promise, and agree with the checks that answer the same
// question without a graph.
#include "graph/promises.hpp"
#include "lupaus/check/standard_checks.hpp"
#include "lupaus/graph/channels.hpp"
#include "lupaus/graph/precedence.hpp"
#include "lupaus/graph/responsibility.hpp"

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iterator>
#include <set>

using namespace graphs;

namespace {

struct all_but {
  party_id hidden;
  bool operator()(party_id p) const { return p != hidden; }
};

template <class G>
bool reaches(G const& g, party_id from, party_id to, std::size_t n) {
  std::vector<boost::default_color_type> color(n);
  auto const index = get(boost::vertex_index, g);
  auto const colors = boost::make_iterator_property_map(color.begin(), index);
  boost::queue<party_id> queue;
  boost::breadth_first_visit(g, from, queue, boost::bfs_visitor<>{}, colors);
  return color[to.index()] != boost::white_color;
}

std::set<party_id> articulation_parties(model const& m) {
  std::vector<party_id> found;
  boost::articulation_points(channels(m), std::back_inserter(found));
  return {found.begin(), found.end()};
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_customer_is_in_the_middle_where_her_removal_disconnects_two_performers) {
  std::mt19937_64 random{20'260'101};
  std::size_t found = 0, clean = 0;
  for (int run = 0; run < 400; ++run) {
    auto const m = random_chain(random, 2 + run % 5);
    auto const g = channels(m);
    boost::filtered_graph<channel_graph, boost::keep_all, all_but> const without_her{
        g, boost::keep_all{}, all_but{m->customer}};
    std::set<std::pair<party_id, party_id>> expected, got;
    for (auto const& p : m->precedences) {
      auto const x = m->parts[p.before].performer, y = m->parts[p.after].performer;
      auto const n = m->parties.size();
      if (reaches(g, x, y, n) && !reaches(without_her, x, y, n)) expected.emplace(x, y);
    }
    checks::customer_in_the_middle(m.view(), [&](finding const& f) {
      got.emplace(m->parts[static_cast<part_id>(f.where)].performer,
                  m->parts[static_cast<part_id>(f.other)].performer);
    });
    BOOST_TEST_REQUIRE((got == expected), "run " << run);
    // And then she is an articulation point of the whole.
    if (!got.empty()) BOOST_TEST_REQUIRE(articulation_parties(m).contains(m->customer));
    (got.empty() ? clean : found) += 1;
  }
  BOOST_TEST(found > 20U);  // the runs saw both
  BOOST_TEST(clean > 20U);
}

BOOST_AUTO_TEST_CASE(a_cycle_of_delegation_is_a_strong_component_and_leaves_nobody_to_perform) {
  std::mt19937_64 random{7};
  std::size_t cycles = 0;
  for (int run = 0; run < 200; ++run) {
    auto const m = random_delegations(random, 5);
    auto const g = delegations(m);
    std::vector<int> component(num_vertices(g));
    boost::strong_components(
        g, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, g)));
    // Oracle: two parties share a component exactly when each can be reached from the other.
    for (auto x : m->parties.ids())
      for (auto y : m->parties.ids()) {
        auto const both =
            reaches(g, x, y, m->parties.size()) && reaches(g, y, x, m->parties.size());
        BOOST_TEST_REQUIRE((component[x.index()] == component[y.index()]) == both);
        cycles += both && x != y;
      }
  }
  BOOST_TEST(cycles > 20U);
}

BOOST_AUTO_TEST_CASE(parts_come_out_of_a_topological_sort_in_an_order_that_can_be_kept) {
  builder b{"kitchen"};
  b.customer("customer");
  b.seller("shop");
  auto const a = b.service("a"), c = b.service("c"), d = b.service("d"), e = b.service("e");
  b.product(a >> all_of(product{c}, d) >> e);
  auto const m = b.build().value();
  auto const g = precedences(m);
  std::vector<part_id> order;
  boost::topological_sort(g, std::back_inserter(order));
  std::reverse(order.begin(), order.end());
  auto const place = [&](part_id p) { return std::find(order.begin(), order.end(), p); };
  for (auto const& p : m->precedences) BOOST_TEST((place(p.before) < place(p.after)));
  BOOST_TEST(order.size() == m->parts.size());
}

BOOST_AUTO_TEST_CASE(an_impossible_order_is_no_dag) {
  builder b{"knot"};
  b.customer("customer");
  b.seller("shop");
  auto const x = b.service("x"), y = b.service("y");
  b.product(x >> y).before(y, x);
  auto const g = precedences(b.build().value());
  std::vector<part_id> order;
  BOOST_CHECK_THROW(boost::topological_sort(g, std::back_inserter(order)), boost::not_a_dag);
}

BOOST_AUTO_TEST_CASE(every_edge_names_the_element_it_stands_for_and_degrees_add_up) {
  std::mt19937_64 random{3};
  auto const m = random_delegations(random, 6);
  auto const g = responsibilities(m);
  std::size_t out = 0, in = 0;
  for (auto v : vertices(g)) {
    out += out_degree(v, g);
    in += in_degree(v, g);
    for (auto const& e : out_edges(v, g)) BOOST_TEST((source(e, g) == v));
    for (auto const& e : in_edges(v, g)) BOOST_TEST((target(e, g) == v));
  }
  BOOST_TEST(out == num_edges(g));
  BOOST_TEST(in == num_edges(g));
  for (auto const& e : edges(g)) {
    BOOST_TEST_REQUIRE((e.because.kind == element_kind::commitment));
    auto const& c = m->commitments[static_cast<commitment_id>(e.because)];
    BOOST_TEST((c.debtor == source(e, g)));
    BOOST_TEST((c.creditor == target(e, g)));
  }
}
