// SPDX-License-Identifier: BSL-1.0
//
// How the events of an order come about, and who can be counted on for them: what a committed
// party brings about within a bound, and the steps that are his on the way there.
#pragma once

#include "lupaus/life/dependable/brings_about.hpp"
#include "lupaus/life/dependable/expected_by.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// A way in which an event comes about, and what must have happened before one can count on it.
struct event_way {
  event_id from = {};  ///< none: its part begins with it
  event_id to = {};
  party_id by = {};
  /// What must have happened; either may be none. Dependable when all of one pair has.
  struct condition {
    event_id antecedent = {};
    event_id anchor = {};       ///< none: the order, or the remedy that began this attempt
    element under = {};         ///< the commitment or the ability that binds him
    seconds_t within = -1;      ///< after the anchor, at the worst; -1 where that is no length
    bool is_direct = false;     ///< for this event, not for a later one
    bool is_lead_time = false;  ///< `within` counts from when the step can begin
    bool is_performers =
        false;                ///< it binds who takes the step, or names it; else it proves no time
    bool is_promise = false;  ///< to her; what was contracted for it comes first
  };
  std::vector<condition> owed = {};
  /// The results of a unit after which it may come about on this way, though there is one: that
  /// which it follows, and those without which what it follows cannot come about (E4).
  std::vector<event_id> may_replace = {};
  /// Of a time-out: what is due before it (E12), and those of the same part that come first.
  std::vector<expected_event> expects = {};
  std::vector<event_id> sooner = {};
  part_id needs = {};            ///< the good that somebody has to hold (E6)
  party_id holder = {};          ///< who that is
  bool is_hers = false;          ///< the customer's own act
  bool is_time_out = false;      ///< time passes
  bool is_handing_over = false;  ///< whoever holds the good gives it to her
};

/// How often a leaf part is there: its own quantity and those of what holds it; at most 255.
/// O(depth).
inline std::size_t units_of(model_view const& m, part_id p) {
  std::size_t units = 1;
  for (; p; p = outer_of(m, p))
    units = std::min<std::size_t>(units * std::max<std::uint32_t>(m.parts[p].quantity, 1), 255);
  return units;
}

/// Something happens to a part: an event of its life.
inline bool is_of_life(model_view const& m, event_id e) {
  auto const k = m.events[e].kind;
  return !is_of_order(k) && k != event_kind::possession && k != event_kind::reported;
}

/// The worst case of a bound that is a length of time; else -1.
inline seconds_t longest(bound const& b) {
  return is_length(b) ? worst_case(length_of(b)) : seconds_t{-1};
}

/// The party is who takes the step.
inline bool is_of_performer(model_view const& m, party_id who, event_way const& w) {
  auto const by = w.by ? w.by : m.parts[m.events[w.to].of].performer;
  return !by || same_firm(m, who, by);
}

/// Of each event, the deadlines by which somebody is to bring it about.
/// O(events · commitments).
inline std::vector<std::vector<commitment_id>> deadlines_by_event(model_view const& m) {
  std::vector<std::vector<commitment_id>> due(m.events.size());
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (c.consequent.quality != &quality_of<deadline>) continue;
    for (auto e : m.events.ids())
      if (brings_about(m, c, e)) due[e.index()].push_back(i);
  }
  return due;
}

/// What stands behind a way: a deadline for the event or for one that it leads to without a
/// failure, and whose debtor takes this step; or an ability. `after` holds the ways that follow
/// each event, `due` the deadlines for it. O(ways + those deadlines + abilities).
inline void find_owed(model_view const& m, std::vector<event_way> const& ways,
                      std::vector<std::vector<std::size_t>> const& after,
                      std::vector<std::vector<commitment_id>> const& due, event_way& w) {
  // Everything that can follow in this part's life without a failure.
  std::vector<bool> ahead(m.events.size());
  std::vector<event_id> open{w.to};
  ahead[w.to.index()] = true;
  while (!open.empty()) {
    auto const e = open.back();
    open.pop_back();
    for (auto i : after[e.index()]) {
      auto const next = ways[i].to;
      if (ahead[next.index()] || is_failure(m.events[next].kind)) continue;
      if (m.events[next].of != m.events[w.to].of) continue;
      ahead[next.index()] = true;
      open.push_back(next);
    }
  }
  for (auto e : m.events.ids()) {
    if (!ahead[e.index()]) continue;
    for (auto const i : due[e.index()]) {
      auto const& c = m.commitments[i];
      if (e != w.to && w.by && !same_firm(m, c.debtor, w.by)) continue;
      w.owed.push_back(
          {.antecedent = c.antecedent,
           .anchor = c.consequent.anchor == ordering ? event_id{} : c.consequent.anchor,
           .under = i,
           .within = longest(c.consequent.limit),
           .is_direct = e == w.to,
           .is_performers = c.brings_about || is_of_performer(m, c.debtor, w),
           .is_promise = c.creditor == m.customer});
    }
    if (m.events[e].kind != event_kind::completed) continue;
    for (auto i : m.abilities.ids()) {
      auto const& a = m.abilities[i];
      if (a.what == m.events[e].of && (e == w.to || same_firm(m, a.who, w.by)))
        w.owed.push_back({.under = i,
                          .within = longest(a.lead_time),
                          .is_direct = e == w.to,
                          .is_lead_time = true,
                          .is_performers = is_of_performer(m, a.who, w)});
    }
  }
}

/// She pays in instalments: what she has paid decides at any time whether she may leave (E10).
/// O(parts).
inline bool has_instalments(model_view const& m) {
  for (auto const& p : m.parts)
    if (is_instalment(p)) return true;
  return false;
}

/// Somebody is bound by a deadline, or able, to perform the part.
inline bool is_bound(model_view const& m, part_id p) {
  auto const done = find_event(m, event_kind::completed, p);
  for (auto const& a : m.abilities)
    if (a.what == p) return true;
  for (auto const& c : m.commitments)
    if (c.consequent.quality == &quality_of<deadline> && !c.on_request && done &&
        brings_about(m, c, done))
      return true;
  return false;
}

/// What is known of a time-out before anything happens.
inline void find_time_out(model_view const& m, event_way& w) {
  w.is_time_out = true;
  expected_by{m}.for_each(w.to, [&](expected_event const& x) { w.expects.push_back(x); });
  for (auto e : m.events.ids())
    if (is_later_time_out(m, w.to, e)) w.sooner.push_back(e);
}

/// The part is the seller's to perform, at once.
inline bool is_in_stock(model_view const& m, part_id p) {
  for (auto const& a : m.abilities)
    if (a.what == p && is_sellers(m, a.who) && is_sellers(m, m.parts[p].performer) &&
        a.lead_time.kind == bound_kind::elapsed && a.lead_time.a == 0)
      return true;
  return false;
}

}  // namespace lupaus::inline v0::detail
