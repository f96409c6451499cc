// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the weakest links.
#pragma once

#include "lupaus/graph/subcontracts.hpp"
#include "lupaus/graph/weakest_links.hpp"
#include "lupaus/graph/work_times.hpp"
#include "lupaus/model/event_names.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/visitors.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The chains of subcontracts from the seller to a performer. A chain is as weak as its weakest
/// subcontract: 0 where each keeps what it should, or 1.
class chain_search {
 public:
  template <class Keeps>
  chain_search(model_view const& m, party_id performer, std::vector<commitment_id> const& hops,
               Keeps const& keeps)
      : seller_{m.seller},
        performer_{performer},
        hops_{subcontract_graph(m, hops)},
        weight_(hops.size()),
        weakness_(m.parties.size()),
        into_(m.parties.size()),
        onward_(m.parties.size()) {
    for (std::size_t i = 0; i < hops.size(); ++i) weight_[i] = keeps(hops[i]) ? 0 : 1;
    auto const index = get(boost::vertex_index, hops_);
    boost::dijkstra_shortest_paths(
        hops_, seller_,
        boost::weight_map(
            boost::make_iterator_property_map(weight_.begin(), get(boost::edge_index, hops_)))
            .distance_map(boost::make_iterator_property_map(weakness_.begin(), index))
            .distance_combine([](int a, int b) { return (std::max)(a, b); })
            .distance_inf(int{unreached})
            .visitor(boost::make_dijkstra_visitor(boost::record_edge_predecessors(
                boost::make_iterator_property_map(into_.begin(), index),
                boost::on_edge_relaxed{}))));
    if (is_weak()) find_onward();
  }

  /// True when the performer is reached, and by no chain that keeps it.
  bool is_weak() const { return weakness_[performer_.index()] == 1; }

  /// Where it is lost: subcontracts that do not keep it, by a firm that is bound to it, on chains
  /// to the performer.
  std::vector<arc<party_id>> weakest() const {
    std::vector<arc<party_id>> found;
    for (auto const& e : edges(hops_))
      if (weakness_[e.source.index()] == 0 && weakness_[e.target.index()] != 0 &&
          (e.target == performer_ || onward_[e.target.index()].because))
        found.push_back(e);
    return found;
  }

  /// A chain over one of those.
  std::vector<commitment_id> over(arc<party_id> const& link) const {
    std::vector<commitment_id> chain;
    for (auto v = link.source; v != seller_; v = into_[v.index()].source)
      chain.push_back(static_cast<commitment_id>(into_[v.index()].because));
    std::reverse(chain.begin(), chain.end());
    chain.push_back(static_cast<commitment_id>(link.because));
    for (auto v = link.target; v != performer_; v = onward_[v.index()].source)
      chain.push_back(static_cast<commitment_id>(onward_[v.index()].because));
    return chain;
  }

 private:
  static constexpr int unreached = 2;

  /// From which firms the performer is reached, and by which subcontract next.
  void find_onward() {
    std::vector<arc<party_id>> back;
    for (auto const& e : edges(hops_)) back.push_back({e.target, e.source, e.because});
    responsibility_graph const from_performer{num_vertices(hops_), std::move(back)};
    auto const index = get(boost::vertex_index, from_performer);
    std::vector<boost::default_color_type> color(num_vertices(hops_));
    boost::queue<party_id> open;
    boost::breadth_first_visit(
        from_performer, performer_, open,
        boost::make_bfs_visitor(boost::record_edge_predecessors(
            boost::make_iterator_property_map(onward_.begin(), index), boost::on_tree_edge{})),
        boost::make_iterator_property_map(color.begin(), index));
  }

  party_id seller_, performer_;
  responsibility_graph hops_;
  std::vector<int> weight_, weakness_;        // of subcontracts; of the best chain to each firm
  std::vector<arc<party_id>> into_, onward_;  // of each firm: by what it is reached, and goes on
};

/// Follows what the seller commits down the chains of subcontracts.
class bottleneck_search {
 public:
  bottleneck_search(model_view const& m, term_relation const& keeps)
      : m_{&m},
        names_{m},
        times_{m},
        keeps_{keeps},
        passed_on_(m.parts.size()),
        commitments_(m.parts.size()) {
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (is_subcontract_of_work(m, c)) passed_on_[c.about.index()].push_back(i);
      if (is_sellers_word(c)) commitments_[c.about.index()].push_back(i);
    }
  }

  std::vector<weakest_link> find_all() const {
    std::vector<weakest_link> found;
    for (auto i : m_->commitments.ids()) {
      auto const& c = m_->commitments[i];
      if (!is_sellers_word(c) || is_surpassed(i)) continue;
      for (auto p : m_->parts.ids())
        if (is_leaf(m_->parts[p]) &&
            (p == c.about || (c.consequent.quality->covers_parts && is_within(*m_, p, c.about))))
          if (auto link = find(i, p)) found.push_back(std::move(*link));
    }
    return found;
  }

 private:
  /// What the seller commits to the customer, and can pass on.
  bool is_sellers_word(commitment const& c) const {
    return c.creditor == m_->customer && is_sellers(*m_, c.debtor) && is_work(c) &&
           c.consequent.quality && !c.brings_about;
  }
  /// True when another commitment says more, or the same before it.
  bool is_surpassed(commitment_id i) const {
    auto const& wanted = m_->commitments[i].consequent;
    auto const& all = commitments_[m_->commitments[i].about.index()];
    return std::any_of(all.begin(), all.end(), [&](commitment_id k) {
      auto const& other = m_->commitments[k].consequent;
      return k != i && names_.entails(other, wanted) && (k < i || !names_.entails(wanted, other));
    });
  }
  bool keeps(term const& hop, term const& wanted) const {
    if (keeps_) return keeps_(hop, wanted);
    if (names_.entails(hop, wanted)) return true;
    if (!is_deadline(hop) || !is_deadline(wanted) || !is_length(hop.limit) ||
        !is_length(wanted.limit))
      return false;
    auto const start = lead_of(names_(hop.anchor), names_(wanted.anchor));
    return start && overrun(*start + length_of(hop.limit), length_of(wanted.limit)) == 0;
  }
  /// How much later than `since` the event comes at contracted times, at most.
  contracted_span lead_of(event_id e, event_id since) const {
    if (!e || e == ordering || e == since) return span_of_time{};
    auto const& x = m_->events[e];
    auto const is_timed = x.kind == event_kind::completed && is_leaf(m_->parts[x.of]);
    return is_timed && (!since || since == ordering) ? times_.end_of(x.of) : std::nullopt;
  }

  std::optional<weakest_link> find(commitment_id committed, part_id p) const {
    auto const& m = *m_;
    auto const& wanted = m.commitments[committed].consequent;
    auto const performer = firm_of(m, m.parts[p].performer);
    if (!performer || performer == m.seller) return std::nullopt;
    std::vector<commitment_id> hops;
    for (auto outer = p; outer; outer = outer_of(m, outer))
      for (auto const i : passed_on_[outer.index()])
        if (passes_on(m, m.commitments[i], p)) hops.push_back(i);
    chain_search const chains{m, performer, hops, [&](commitment_id i) {
                                return keeps(m.commitments[i].consequent, wanted);
                              }};
    if (!chains.is_weak()) return std::nullopt;
    // Of several, one that speaks of the quality, and not enough; else the first.
    auto const rank = [&](arc<party_id> const& e) {
      auto const i = static_cast<commitment_id>(e.because);
      return std::pair{m.commitments[i].consequent.quality != wanted.quality, i};
    };
    auto const weak = chains.weakest();
    auto const& first = *std::min_element(
        weak.begin(), weak.end(), [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
    return weakest_link{committed, p, chains.over(first),
                        static_cast<commitment_id>(first.because)};
  }

  model_view const* m_;
  event_names names_;
  work_times times_;
  term_relation const& keeps_;
  std::vector<std::vector<commitment_id>> passed_on_, commitments_;  // of each part
};

}  // namespace detail

LUPAUS_DECL std::vector<weakest_link> find_weakest_links(model_view const& m,
                                                         term_relation const& keeps) {
  return detail::bottleneck_search{m, keeps}.find_all();
}

}  // namespace lupaus::inline v0
