// SPDX-License-Identifier: BSL-1.0
//
// Which events of its parts can happen to an order, and which of them can be counted on: the rules
// of docs/explanation/semantics.md, by their numbers.
#pragma once

#include "lupaus/life/order/order_clock.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/life/order/state_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lupaus::inline v0::detail {

/// Asked of one state and one way, in constant time but for the units of a part and what is owed.
class order_events {
 public:
  /// The plan must outlive it. `failures`: how many may happen in all. `only`: the failure modes
  /// that may happen; all where it is empty.
  order_events(order_plan const& plan, std::size_t failures, std::vector<event_id> const& only)
      : plan_{&plan}, failures_{failures}, only_{only} {}

  /// E2, E3, E4, E6, E7, E11.
  bool can_come_about(state_reader const& v, part_plan const& p, std::size_t unit,
                      event_way const& w) const {
    if (w.is_time_out) return can_time_out(v, p.part, unit, w);
    auto const kind = model().events[w.to].kind;
    auto const result = v.result(p.part, unit);
    auto const gives_result = kind == event_kind::failed || kind == event_kind::completed;
    if (gives_result ? !may_replace(result, w) : v.has_happened(w.to, unit)) return false;
    auto const is_of_work = kind != event_kind::failed && kind != event_kind::step;
    if (is_of_work && result == p.completed) return false;
    if (is_failure(kind) && (!can_fail(v, w.to) || is_over(v, p.part, unit, w.to))) return false;
    if (w.from ? !v.has_happened_for(w.from, p.part, unit) : !is_due(v, p)) return false;
    return !w.needs || is_held_by(v, w.holder, w.needs, p, unit);
  }
  /// E11. `p` is none for a time-out of the order.
  bool can_time_out(state_reader const& v, part_id p, std::size_t unit, event_way const& w) const {
    if (v.has_happened(w.to, unit) || has_come(v, w.to, p, unit)) return false;
    if (w.from && !v.has_happened_for(w.from, p, unit)) return false;
    for (auto const e : w.sooner)
      if (!v.has_happened(e, unit) && !has_come(v, e, p, unit)) return false;
    return v.failures() < failures_ || !is_failure_too(v, p, unit, w);
  }
  /// E12. Something is due before it, and nothing keeps that from coming.
  bool is_failure_too(state_reader const& v, part_id p, std::size_t unit,
                      event_way const& w) const {
    return std::any_of(w.expects.begin(), w.expects.end(), [&](expected_event const& x) {
      return !v.has_happened_to_all_for(x.what, p, unit) &&
             (!x.since || v.has_happened_for(x.since, p, unit)) &&
             (!x.given || v.has_happened_for(x.given, p, unit)) && !is_hindered(v, x.what, p, unit);
    });
  }
  /// The time is over in which it is a failure (E2).
  bool is_over(state_reader const& v, part_id p, std::size_t unit, event_id failure) const {
    auto const end = model().events[failure].until;
    return end && v.has_happened_to_all_for(end, p, unit);
  }
  /// All that comes before the part is performed.
  bool is_due(state_reader const& v, part_plan const& p) const {
    for (auto before : p.before)
      if (!v.is_done(before)) return false;
    return true;
  }
  /// Some unit of the good that belongs to the unit.
  bool is_held_by(state_reader const& v, party_id who, part_id good, part_plan const& p,
                  std::size_t unit) const {
    auto const n = v.units(good);
    if (n == 0) return true;
    if (n == p.units) return same_firm(model(), v.holder(good, unit), who);
    for (std::size_t u = 0; u < n; ++u)
      if (same_firm(model(), v.holder(good, u), who)) return true;
    return false;
  }

  /// D1, D2: somebody can be counted on for the event.
  bool is_dependable(state_reader const& v, part_plan const& p, std::size_t unit,
                     event_way const& w) const {
    if (w.is_hers) return true;
    if (!w.from && p.needs_notice && !v.is_begun(p.part, unit) && !v.is_told(p.part, unit))
      return false;
    auto const& e = model().events[w.to];
    if (w.is_handing_over && v.units(e.good) > 0 && is_held_by(v, w.by, e.good, p, unit))
      return true;
    for (auto const& c : w.owed)
      if (holds(v, c)) return true;
    return false;
  }

 private:
  model_view const& model() const { return plan_->model(); }
  /// What the time-out waits for has happened.
  bool has_come(state_reader const& v, event_id time_out, part_id p, std::size_t unit) const {
    auto const what = model().events[time_out].subject;
    return what && v.has_happened_to_all_for(what, p, unit);
  }
  /// A part that the event waits for, or its own, has failed, or nobody is bound to perform it, or
  /// its performer has no word that he can begin.
  bool is_hindered(state_reader const& v, event_id e, part_id p, std::size_t unit) const {
    auto const of = model().events[e].of;
    return std::any_of(plan_->parts().begin(), plan_->parts().end(), [&](part_plan const& q) {
      auto const is_own = q.part == of;
      if (!is_own && std::find(q.later.begin(), q.later.end(), of) == q.later.end()) return false;
      auto const is_open = [&](std::size_t u) {
        if (v.open_failure(q.part, u)) return true;
        if (v.is_done(q.part, u) || v.is_begun(q.part, u)) return false;
        return (!is_own && !q.is_bound) ||
               (q.needs_notice && !q.can_be_told && !v.is_told(q.part, u));
      };
      if (p && q.units == v.units(p)) return is_open(unit);
      for (std::size_t u = 0; u < q.units; ++u)
        if (is_open(u)) return true;
      return false;
    });
  }
  /// There is no result that hinders it; to be late is none.
  bool may_replace(event_id result, event_way const& w) const {
    return !result || model().events[result].kind == event_kind::late ||
           std::find(w.may_replace.begin(), w.may_replace.end(), result) != w.may_replace.end();
  }
  bool can_fail(state_reader const& v, event_id failure) const {
    return v.failures() < failures_ &&
           (only_.empty() || std::find(only_.begin(), only_.end(), failure) != only_.end());
  }

  order_plan const* plan_;
  std::size_t failures_;
  std::vector<event_id> only_;
};

}  // namespace lupaus::inline v0::detail
