// SPDX-License-Identifier: BSL-1.0
//
// The door to Boost.Graph: vertices are the ids of the model, an edge points back at the element
// that it stands for, and every property is read from the model in place. What is stored is an
// index of edges by source and by target, made once in O(V + E).
//
// Models IncidenceGraph, BidirectionalGraph, AdjacencyGraph, VertexListGraph and EdgeListGraph;
// `vertex_index` and `edge_index` are readable property maps. Immutable.
#pragma once

#include "lupaus/model/column.hpp"
#include "lupaus/model/element.hpp"

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// What can be a vertex: a small value with a place in a row, as the ids of a model.
template <class V>
concept graph_vertex = std::regular<V> && requires(V const v, std::size_t i) {
  V{i};
  { v.index() } -> std::convertible_to<std::size_t>;
};

/// Whether edges have a direction: Boost.Graph's tags for it.
template <class D>
concept graph_direction =
    std::same_as<D, boost::bidirectional_tag> || std::same_as<D, boost::undirected_tag>;

/// A pair of iterators that is a range too: for boost::tie, for range-for and for range-v3 alike.
template <class Iterator>
struct iterator_range : std::pair<Iterator, Iterator> {
  using std::pair<Iterator, Iterator>::pair;
  [[nodiscard]] Iterator begin() const { return this->first; }
  [[nodiscard]] Iterator end() const { return this->second; }
};

/// An edge, and the element of the model that it is there for.
template <graph_vertex Vertex>
struct arc {
  Vertex source = {};
  Vertex target = {};
  element because = {};
  std::uint32_t index = 0;

  /// An undirected edge is the same seen from either end.
  friend constexpr bool operator==(arc const& a, arc const& b) noexcept {
    return a.index == b.index;
  }
  friend constexpr auto operator<=>(arc const& a, arc const& b) noexcept {
    return a.index <=> b.index;
  }
};

namespace detail {

struct graph_traversal : virtual boost::bidirectional_graph_tag,
                         virtual boost::adjacency_graph_tag,
                         virtual boost::vertex_list_graph_tag,
                         virtual boost::edge_list_graph_tag {};

/// Edges, sorted by one of their ends.
template <graph_vertex Vertex>
class adjacency {
 public:
  adjacency(std::size_t vertices, std::vector<arc<Vertex>> const& arcs, bool by_source)
      : first_(vertices + 1), arcs_(arcs.size()) {
    auto const key = [&](arc<Vertex> const& a) {
      return (by_source ? a.source : a.target).index();
    };
    for (auto const& a : arcs) ++first_[key(a) + 1];
    for (std::size_t i = 0; i < vertices; ++i) first_[i + 1] += first_[i];
    auto next = first_;
    for (auto const& a : arcs) arcs_[next[key(a)]++] = a;
  }
  iterator_range<arc<Vertex> const*> of(Vertex v) const noexcept {
    auto const* all = arcs_.data();
    return {all + first_[v.index()], all + first_[v.index() + 1]};
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<arc<Vertex>> arcs_;
};

}  // namespace detail

/// A graph over the model's own ids. `Direction` is boost::bidirectional_tag or
/// boost::undirected_tag. Copies share the index.
template <graph_vertex Vertex, graph_direction Direction>
class model_graph {
  static constexpr bool undirected = std::is_same_v<Direction, boost::undirected_tag>;
  using arcs = std::vector<arc<Vertex>>;

 public:
  using vertex_descriptor = Vertex;
  using edge_descriptor = arc<Vertex>;
  using directed_category = Direction;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using traversal_category = detail::graph_traversal;
  using vertex_iterator = id_iterator<Vertex>;
  using edge_iterator = edge_descriptor const*;
  using out_edge_iterator = edge_descriptor const*;
  using in_edge_iterator = edge_descriptor const*;
  using adjacency_iterator =
      typename boost::adjacency_iterator_generator<model_graph, Vertex, out_edge_iterator>::type;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;

  [[nodiscard]] static constexpr Vertex null_vertex() noexcept { return Vertex{}; }

  /// The index is made here; `all` are the edges, each once.
  model_graph(std::size_t vertices, arcs all) : vertices_{vertices} {
    for (std::size_t i = 0; i < all.size(); ++i) all[i].index = static_cast<std::uint32_t>(i);
    auto seen_from_ends = all;
    if constexpr (undirected)
      for (auto const& a : all) seen_from_ends.push_back({a.target, a.source, a.because, a.index});
    index_ = std::make_shared<index const>(
        index{{vertices, seen_from_ends, true}, {vertices, seen_from_ends, false}, std::move(all)});
  }

  [[nodiscard]] std::size_t order() const noexcept { return vertices_; }
  [[nodiscard]] arcs const& all() const noexcept { return index_->all; }
  [[nodiscard]] auto from(Vertex v) const noexcept { return index_->out.of(v); }
  [[nodiscard]] auto to(Vertex v) const noexcept { return index_->in.of(v); }

 private:
  struct index {
    detail::adjacency<Vertex> out, in;
    arcs all;
  };
  std::size_t vertices_;
  std::shared_ptr<index const> index_;
};

// The free functions that Boost.Graph finds by argument-dependent lookup.

template <graph_vertex V, graph_direction D>
[[nodiscard]] iterator_range<id_iterator<V>> vertices(model_graph<V, D> const& g) noexcept {
  return {id_iterator<V>{0}, id_iterator<V>{g.order()}};
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] std::size_t num_vertices(model_graph<V, D> const& g) noexcept {
  return g.order();
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] iterator_range<arc<V> const*> edges(model_graph<V, D> const& g) noexcept {
  return {g.all().data(), g.all().data() + g.all().size()};
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] std::size_t num_edges(model_graph<V, D> const& g) noexcept {
  return g.all().size();
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] V source(arc<V> const& e, model_graph<V, D> const&) noexcept {
  return e.source;
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] V target(arc<V> const& e, model_graph<V, D> const&) noexcept {
  return e.target;
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] iterator_range<arc<V> const*> out_edges(V v, model_graph<V, D> const& g) noexcept {
  return g.from(v);
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] std::size_t out_degree(V v, model_graph<V, D> const& g) noexcept {
  auto const r = g.from(v);
  return static_cast<std::size_t>(r.end() - r.begin());
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] iterator_range<arc<V> const*> in_edges(V v, model_graph<V, D> const& g) noexcept {
  return g.to(v);
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] std::size_t in_degree(V v, model_graph<V, D> const& g) noexcept {
  auto const r = g.to(v);
  return static_cast<std::size_t>(r.end() - r.begin());
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] std::size_t degree(V v, model_graph<V, D> const& g) noexcept {
  if constexpr (std::is_same_v<D, boost::undirected_tag>) return out_degree(v, g);
  return out_degree(v, g) + in_degree(v, g);
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] auto adjacent_vertices(V v, model_graph<V, D> const& g) noexcept {
  using iterator = typename model_graph<V, D>::adjacency_iterator;
  auto const r = g.from(v);
  return iterator_range<iterator>{iterator{r.begin(), &g}, iterator{r.end(), &g}};
}

/// Vertex and edge indices, as Boost.Graph's algorithms ask for them.
template <class Key>
struct index_map {
  using key_type = Key;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;

  [[nodiscard]] friend std::size_t get(index_map, Key const& k) noexcept {
    if constexpr (requires { k.index(); })
      return k.index();
    else
      return k.index;
  }
};

template <graph_vertex V, graph_direction D>
[[nodiscard]] index_map<V> get(boost::vertex_index_t, model_graph<V, D> const&) noexcept {
  return {};
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] std::size_t get(boost::vertex_index_t, model_graph<V, D> const&, V v) noexcept {
  return v.index();
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] index_map<arc<V>> get(boost::edge_index_t, model_graph<V, D> const&) noexcept {
  return {};
}
template <graph_vertex V, graph_direction D>
[[nodiscard]] std::size_t get(boost::edge_index_t, model_graph<V, D> const&,
                              arc<V> const& e) noexcept {
  return e.index;
}

}  // namespace lupaus::inline v0

namespace boost {

template <lupaus::graph_vertex V, lupaus::graph_direction D>
struct property_map<lupaus::model_graph<V, D>, vertex_index_t> {
  using type = lupaus::index_map<V>;
  using const_type = type;
};
template <lupaus::graph_vertex V, lupaus::graph_direction D>
struct property_map<lupaus::model_graph<V, D>, edge_index_t> {
  using type = lupaus::index_map<lupaus::arc<V>>;
  using const_type = type;
};

}  // namespace boost
