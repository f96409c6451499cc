// SPDX-License-Identifier: BSL-1.0
//
// How long parts take by contract.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/model/event_names.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

/// A length of time, if one is known.
struct known_time {
  bool is_known = false;
  span_of_time length = {};

  static constexpr known_time unknown() { return {}; }
  static constexpr known_time of(span_of_time t) { return {true, t}; }
  friend constexpr known_time operator+(known_time a, known_time b) {
    return a.is_known && b.is_known ? of(a.length + b.length) : unknown();
  }
  friend constexpr bool operator==(known_time const&, known_time const&) = default;
};

/// The shorter (by its worst case) of two times of which either may be unknown.
constexpr known_time shorter(known_time a, known_time b) {
  if (!a.is_known) return b;
  if (!b.is_known) return a;
  return worst_case(b.length) < worst_case(a.length) ? b : a;
}

/// The longer of two times; unknown when either is.
constexpr known_time longer(known_time a, known_time b) {
  if (!a.is_known || !b.is_known) return known_time::unknown();
  return worst_case(b.length) > worst_case(a.length) ? b : a;
}

constexpr known_time time_of(bound const& b) {
  return is_length(b) ? known_time::of(length_of(b)) : known_time::unknown();
}

namespace detail {

/// True when the commitment says by when the work on its part is done.
constexpr bool is_deadline_of_work(commitment const& c) {
  return c.consequent.quality == &quality_of<deadline> && !c.on_request && !c.brings_about;
}

/// The times by which a part's performer is bound, found once for all parts: its shortest lead
/// time, or else its deadlines. O(parts + abilities) to make, and where some performer is not able
/// by itself O(commitments) and the leaf parts of composites that a deadline is about.
class contracted_times {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  template <class F>
  static constexpr void for_each_deadline(model_view const& m,
                                          rows_by<part_id, part_id> const& leaves,
                                          scratch<known_time> const& lead, F&& f) {
    auto is_wanted = false;
    for (auto p : m.parts.ids())
      is_wanted = is_wanted || (is_leaf(m.parts[p]) && !lead[p.index()].is_known);
    if (!is_wanted) return;
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (!is_deadline_of_work(c)) continue;
      for (auto const p : leaves[c.about])
        if (!lead[p.index()].is_known && same_firm(m, c.debtor, m.parts[p].performer)) f(p, i);
    }
  }

 public:
  /// `leaves` are the leaf parts within each part.
  constexpr contracted_times(model_view const& m, rows_by<part_id, part_id> const& leaves)
      : m_{&m}, names_{m}, lead_{m.parts.size()}, deadlines_{m.parts.size(), [&](auto&& f) {
                                                               find_lead_times();
                                                               for_each_deadline(m, leaves, lead_,
                                                                                 f);
                                                             }} {}

  /// When a leaf part ends that can begin at that time: after its lead time, where its performer is
  /// able; else by the deadline that comes first. A deadline counts from its own anchor: from the
  /// order, or from the end of an earlier part; `end_of(part)` tells when that is, and for no part
  /// when the order is. Where the part cannot even begin by then, or nothing is known of the
  /// anchor, it counts from the beginning.
  template <class EndOf>
  constexpr known_time end_of_part(part_id p, known_time begins, EndOf&& end_of) const {
    if (lead_[p.index()].is_known) return begins + lead_[p.index()];
    auto ends = known_time::unknown();
    for (auto const i : deadlines_[p]) {
      auto const& t = m_->commitments[i].consequent;
      auto const takes = time_of(t.limit);
      auto const anchor = names_(t.anchor);
      auto const is_order = !anchor || anchor == ordering;
      auto start = known_time::unknown();
      if (is_order || m_->events[anchor].kind == event_kind::completed)
        start = end_of(is_order ? part_id{} : m_->events[anchor].of);
      auto by = start + takes;
      if (!by.is_known || (begins.is_known && worst_case(by.length) < worst_case(begins.length)))
        by = begins + takes;
      ends = shorter(ends, by);
    }
    return ends;
  }

  /// In what time after the end of another part a leaf part is due by a deadline that counts from
  /// there; unknown where there is none, and for a part that its performer is able to do.
  constexpr known_time after(part_id p, part_id earlier) const {
    auto due = known_time::unknown();
    for (auto const i : deadlines_[p]) {
      auto const& t = m_->commitments[i].consequent;
      auto const anchor = names_(t.anchor);
      if (anchor && m_->events[anchor].kind == event_kind::completed &&
          m_->events[anchor].of == earlier)
        due = shorter(due, time_of(t.limit));
    }
    return due;
  }

  /// How long a leaf part takes by itself: its shortest time, whatever it is counted from.
  constexpr known_time operator[](part_id p) const {
    return end_of_part(p, known_time::of({}), [](part_id) { return known_time::unknown(); });
  }

 private:
  constexpr void find_lead_times() {
    for (auto const& a : m_->abilities)
      if (same_firm(*m_, a.who, m_->parts[a.what].performer))
        lead_[a.what.index()] = shorter(lead_[a.what.index()], time_of(a.lead_time));
  }

  model_view const* m_;
  event_names names_;
  scratch<known_time> lead_;
  rows_by<part_id, commitment_id> deadlines_;  // of those without a lead time
};

}  // namespace detail

/// The time in which the performer of a leaf part has contracted to perform it, by itself: its own
/// shortest lead time, else its shortest deadline. O(parts + abilities + commitments).
constexpr known_time contracted_time(model_view const& m, part_id p) {
  return detail::contracted_times{m, detail::leaves_within(m)}[p];
}

}  // namespace lupaus::inline v0
