// SPDX-License-Identifier: BSL-1.0
//
// What somebody is bound to bring about before a time-out: E12 of docs/explanation/semantics.md.
#pragma once

#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/dependable/brings_about.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// An event that is due before a time-out, once what its time counts from has happened.
struct expected_event {
  event_id what = {};
  event_id since = {};  ///< none: the order
  event_id given = {};  ///< none: without condition
};

/// Finds what is due before a time-out.
class expected_by {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.

  /// What is bound in a time that counts from the same event, and is no longer.
  template <class F>
  constexpr void for_each_in_time(event_id time_out, F const& f) const {
    for (auto const& c : m_->commitments)
      if (is_bound_in_time(c, time_out))
        for_each_brought_about(c, [&](event_id e) { f(expected_event{e, {}, c.antecedent}); });
  }
  /// What has to happen, and what its deadlines count from.
  template <class F>
  constexpr void for_each_on_the_way(event_id wanted, event const& t, sparse_set& seen,
                                     F const& f) const {
    if (m_->events[wanted].kind != event_kind::possession)
      return for_each_bound(wanted, t, seen, f);
    for (auto e : m_->events.ids())
      if (is_meant(*m_, e, wanted)) for_each_bound(e, t, seen, f);
  }
  template <class F>
  constexpr void for_each_bound(event_id e, event const& t, sparse_set& seen, F const& f) const {
    if (!is_work(e) || !seen.insert(e.index())) return;
    for (auto const& a : m_->abilities)
      if (m_->events[e].kind == event_kind::completed && a.what == m_->events[e].of)
        f(expected_event{e, {}, {}});
    for (auto const& c : m_->commitments) {
      if (!is_deadline(c) || !brings_about(*m_, c, e)) continue;
      auto const since = anchor_of(c);
      if (since == t.since && !is_in_time(c, t)) continue;
      f(expected_event{e, since == ordering ? event_id{} : since, c.antecedent});
      if (since != ordering && since != t.since) for_each_on_the_way(since, t, seen, f);
    }
  }

 public:
  constexpr explicit expected_by(model_view const& m) : m_{&m} {}

  /// Calls `f(expected_event)`; for one event perhaps several times. O(events · commitments).
  template <class F>
  constexpr void for_each(event_id time_out, F const& f) const {
    for_each_in_time(time_out, f);
    for (auto e : m_->events.ids())
      if (e == time_out || is_later_time_out(*m_, time_out, e)) for_each_of_its_own(e, f);
  }
  /// The same of what it waits for, and no other time-out.
  template <class F>
  constexpr void for_each_of_its_own(event_id time_out, F const& f) const {
    auto const& t = m_->events[time_out];
    if (!t.subject) return;
    sparse_set seen{m_->events.size()};
    auto const cause = cause_of(*m_, t.subject);
    if (m_->events[cause].kind != event_kind::kept) return for_each_on_the_way(cause, t, seen, f);
    for (auto done : m_->events.ids())
      if (m_->events[done].kind == event_kind::completed && !is_hers(*m_, m_->events[done].of))
        for_each_on_the_way(done, t, seen, f);
  }
  /// Its time counts from the same event, and is no longer.
  constexpr bool is_bound_in_time(commitment const& c, event_id time_out) const {
    auto const& t = m_->events[time_out];
    return is_deadline(c) && anchor_of(c) == t.since && is_in_time(c, t);
  }
  /// Calls `f(event)` for what the commitment is to bring about. O(events).
  template <class F>
  constexpr void for_each_brought_about(commitment const& c, F const& f) const {
    for (auto e : m_->events.ids())
      if (is_work(e) && brings_about(*m_, c, e)) f(e);
  }

 private:
  static constexpr bool is_deadline(commitment const& c) {
    return c.consequent.quality == &quality_of<deadline> && !c.overrides && !c.on_request &&
           is_length(c.consequent.limit);
  }
  static constexpr bool is_in_time(commitment const& c, event const& t) {
    return worst_case(length_of(c.consequent.limit)) <= worst_case(length_of(t.within));
  }
  /// Something that is done to a part, and is no failure.
  constexpr bool is_work(event_id e) const {
    auto const k = m_->events[e].kind;
    return k == event_kind::started || k == event_kind::completed || k == event_kind::step;
  }

  model_view const* m_;
};

}  // namespace lupaus::inline v0::detail
