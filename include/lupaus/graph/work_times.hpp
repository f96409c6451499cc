// SPDX-License-Identifier: BSL-1.0
//
// When each part begins and ends, counted from the order at contracted times.
#pragma once

#include "lupaus/graph/precedence.hpp"
#include "lupaus/model/event_names.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// A length of time; none where no contract says it.
using contracted_span = std::optional<span_of_time>;

inline bool is_deadline(term const& t) noexcept {
  return t.quality && t.quality->name == deadline::name;
}

/// The times of the leaf parts, found along a topological order of the work.
class work_times {
 public:
  explicit work_times(model_view const& m)
      : m_{&m},
        names_{m},
        work_{precedences(m)},
        times_(m.parts.size()),
        lead_(m.parts.size()),
        deadlines_(m.parts.size()),
        endless_(m.parts.size()) {
    find_contracts();
    auto const without_rings = find_impossible();
    std::vector<part_id> order;
    boost::topological_sort(without_rings, std::back_inserter(order));
    for (auto p = order.rbegin(); p != order.rend(); ++p)
      if (is_leaf(m.parts[*p]) && !is_endless(*p)) find_times(*p);
  }

  precedence_graph const& work() const noexcept { return work_; }
  contracted_span begin_of(part_id p) const { return times_[p.index()].begins; }
  contracted_span end_of(part_id p) const { return times_[p.index()].ends; }
  /// The parts that wait for each other; of these, and of what comes after, no time is known.
  std::vector<part_id> const& impossible() const noexcept { return impossible_; }
  /// True when a contract says how long the part takes.
  bool is_timed(part_id p) const { return lead_[p.index()] || !deadlines_[p.index()].empty(); }

 private:
  struct times {
    contracted_span begins, ends;
  };

  static bool is_shorter(span_of_time a, span_of_time b) { return worst_case(a) < worst_case(b); }
  static contracted_span sum(contracted_span a, contracted_span b) {
    return a && b ? contracted_span{*a + *b} : std::nullopt;
  }
  static void shorten(contracted_span& known, contracted_span by) {
    if (by && (!known || is_shorter(*by, *known))) known = by;
  }

  /// Finds the parts on rings of precedence; gives the precedences that are on none.
  precedence_graph find_impossible() {
    std::vector<std::size_t> component(num_vertices(work_)), members(num_vertices(work_));
    boost::strong_components(work_, boost::make_iterator_property_map(
                                        component.begin(), get(boost::vertex_index, work_)));
    for (auto const c : component) ++members[c];
    for (auto p : vertices(work_)) {
      endless_[p.index()] = members[component[p.index()]] > 1;
      if (endless_[p.index()]) impossible_.push_back(p);
    }
    std::vector<arc<part_id>> arcs;
    for (auto const& e : edges(work_))
      if (component[e.source.index()] != component[e.target.index()]) arcs.push_back(e);
    return {num_vertices(work_), std::move(arcs)};
  }
  /// True when the part is on such a ring, or after one. Those before it have been asked.
  bool is_endless(part_id p) {
    for (auto const& e : in_edges(p, work_))
      if (endless_[e.source.index()]) endless_[p.index()] = true;
    return endless_[p.index()];
  }

  /// The shortest lead time of each part's performer, and the deadlines that bind it.
  void find_contracts() {
    auto const& m = *m_;
    auto const performs = [&](party_id who, part_id p) {
      return m.parts[p].performer && firm_of(m, who) == firm_of(m, m.parts[p].performer);
    };
    for (auto const& a : m.abilities)
      if (performs(a.who, a.what) && is_length(a.lead_time))
        shorten(lead_[a.what.index()], length_of(a.lead_time));
    std::vector<std::vector<commitment_id>> about(m.parts.size());
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (is_deadline(c.consequent) && is_length(c.consequent.limit) && !c.on_request &&
          !c.brings_about)
        about[c.about.index()].push_back(i);
    }
    for (auto p : m.parts.ids())
      for (auto outer = p; is_leaf(m.parts[p]) && outer; outer = outer_of(m, outer))
        for (auto const i : about[outer.index()])
          if (performs(m.commitments[i].debtor, p)) deadlines_[p.index()].push_back(i);
  }

  /// When what the term is counted from has come; none where that is not known, or does not come
  /// before the part.
  contracted_span start_of(term const& t, part_id p) const {
    auto const anchor = names_(t.anchor);
    if (!anchor || anchor == ordering) return span_of_time{};
    auto const& e = m_->events[anchor];
    return e.kind == event_kind::completed && e.of != p && leads(e.of, p) ? end_of(e.of)
                                                                          : std::nullopt;
  }
  bool leads(part_id from, part_id to) const {
    for (auto const& e : out_edges(from, work_))
      if (e.target == to) return true;
    std::vector<boost::default_color_type> color(num_vertices(work_));
    boost::queue<part_id> open;
    boost::breadth_first_visit(
        work_, from, open, boost::bfs_visitor<>{},
        boost::make_iterator_property_map(color.begin(), get(boost::vertex_index, work_)));
    return color[to.index()] != boost::white_color;
  }

  /// Those before it have been found.
  void find_times(part_id p) {
    auto& [begins, ends] = times_[p.index()];
    begins = span_of_time{};
    for (auto const& e : in_edges(p, work_)) {
      auto const before = end_of(e.source);
      if (!before || !begins)
        begins = std::nullopt;
      else if (is_shorter(*begins, *before))
        begins = before;
    }
    if (lead_[p.index()]) {
      ends = sum(begins, lead_[p.index()]);
      return;
    }
    for (auto const i : deadlines_[p.index()]) {
      auto const& t = m_->commitments[i].consequent;
      auto by = sum(start_of(t, p), length_of(t.limit));
      if (!by || (begins && is_shorter(*by, *begins))) by = sum(begins, length_of(t.limit));
      shorten(ends, by);
    }
  }

  model_view const* m_;
  detail::event_names names_;
  precedence_graph work_;
  std::vector<times> times_;
  std::vector<contracted_span> lead_;
  std::vector<std::vector<commitment_id>> deadlines_;
  std::vector<part_id> impossible_;
  std::vector<bool> endless_;  // of each part
};

}  // namespace lupaus::inline v0::detail
