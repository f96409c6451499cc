// SPDX-License-Identifier: BSL-1.0
//
// The graphs model what Boost.Graph's algorithms ask for.
#include "lupaus/check/analysis/wait_graph.hpp"
#include "lupaus/graph/channels.hpp"
#include "lupaus/graph/precedence.hpp"
#include "lupaus/graph/responsibility.hpp"

#include <boost/graph/graph_concepts.hpp>
#include <boost/test/unit_test.hpp>

#include <range/v3/range/concepts.hpp>

#include <type_traits>

using namespace lupaus;

namespace {

template <class G>
struct models_everything {
  using vertex = typename boost::graph_traits<G>::vertex_descriptor;
  using edge = typename boost::graph_traits<G>::edge_descriptor;
  BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<G>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, vertex, boost::vertex_index_t>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, edge, boost::edge_index_t>));
};
template struct models_everything<responsibility_graph>;
template struct models_everything<precedence_graph>;
template struct models_everything<channel_graph>;
template struct models_everything<wait_graph>;

using edge_range = decltype(edges(std::declval<channel_graph const&>()));
using vertex_range = decltype(vertices(std::declval<channel_graph const&>()));
static_assert(ranges::random_access_range<edge_range>);
static_assert(ranges::random_access_range<vertex_range>);
static_assert(
    std::is_same_v<boost::graph_traits<channel_graph>::directed_category, boost::undirected_tag>);

}  // namespace

// The assertions above are made as this is compiled; what remains is the empty graph.
BOOST_AUTO_TEST_CASE(a_graph_without_vertices_has_no_edges) {
  channel_graph const g{0, {}};
  BOOST_TEST(num_vertices(g) == 0U);
  BOOST_TEST(num_edges(g) == 0U);
  auto const [first, last] = edges(g);
  BOOST_TEST((first == last));
}
