// SPDX-License-Identifier: BSL-1.0
//
// Goods that are taken from who carries them, so that the carriage cannot be completed: E6 of
// docs/explanation/semantics.md.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/order_of_events.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// Of every carriage, the steps that take the goods from its performer after it has begun, and
/// after which nothing that follows gives them back. O(events + transitions), and for every step
/// that hands a good over the carriages of it, what else hands it over, and the events.
class taken_away {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  template <class F>
  constexpr void find(model_view const& m, order_of_events& order, F&& tell) {
    rows_by<part_id, part_id> const carriages{m.parts.size(), [&](auto&& f) {
                                                for (auto p : m.parts.ids())
                                                  if (m.parts[p].carries && m.parts[p].performer)
                                                    f(m.parts[p].carries, p);
                                              }};
    if (carriages.empty()) return;
    rows_by<part_id, event_id> const handed{m.parts.size(), [&](auto&& f) {
                                              for (auto e : m.events.ids())
                                                if (m.events[e].good) f(m.events[e].good, e);
                                            }};
    scratch<event_id> started{m.parts.size()};
    for (auto e : m.events.ids())
      if (auto const& x = m.events[e]; x.kind == event_kind::started && !started[x.of.index()])
        started[x.of.index()] = e;
    sparse_set get_it_back{m.parties.size()};  // firms, once the step has happened
    for (auto e : m.events.ids()) {
      auto const& x = m.events[e];
      if (x.kind != event_kind::step || !x.good || !x.holder || !order.can_happen(e)) continue;
      auto is_asked = false,
           follows_failure = false;  // whether some failure is sure to come before
      for (auto const p : carriages[x.good]) {
        auto const who = m.parts[p].performer;
        auto const begun = started[p.index()];
        if (!order.goes_on()) return;
        if (same_firm(m, who, x.holder) || !begun || m.events[begun].good != x.good) continue;
        auto const done = order.completion_of(p);
        if (order.is_sure_before(e, begun) || (done && order.is_sure_before(done, e))) continue;
        if (!is_asked) {
          is_asked = true;
          if (!order.goes_on(m.events.size() + handed[x.good].size())) return;
          get_it_back.clear();
          for (auto const other : handed[x.good])
            if (auto const holder = m.events[other].holder;
                other != e && holder && !get_it_back.contains(firm_of(m, holder).index()) &&
                order.can_happen(other) && order.is_sure_before(e, other))
              get_it_back.insert(firm_of(m, holder).index());
          for (auto f : m.events.ids())
            follows_failure = follows_failure || (m.events[f].kind == event_kind::failed &&
                                                  order.is_sure_before(f, e));
        }
        if (get_it_back.contains(firm_of(m, who).index())) continue;
        if (follows_failure)
          tell(p, e);
        else
          any_time_[p.index()] = true;
      }
    }
  }

 public:
  /// `order` is asked now, and not kept.
  constexpr taken_away(model_view const& m, order_of_events& order)
      : gets_good_{m.parts.size()},
        any_time_{m.parts.size()},
        after_failure_{m.parts.size(), [&](auto&& f) { find(m, order, f); }} {
    for (auto e : m.events.ids()) {
      auto const& x = m.events[e];
      if (x.kind != event_kind::started || !x.good) continue;
      auto const by = m.parts[x.of].performer;
      if (by && !same_firm(m, supplier_of(m, x.good), by)) gets_good_[x.of.index()] = e;
    }
  }

  /// What hands the good to the performer of a carriage; none where he has it from the beginning.
  constexpr event_id gets_good(part_id carriage) const { return gets_good_[carriage.index()]; }
  /// By a step to which ways lead without a failure.
  constexpr bool may_be_at_any_time(part_id carriage) const { return any_time_[carriage.index()]; }
  /// By these, once they have happened.
  constexpr some_rows<event_id> after_a_failure(part_id carriage) const {
    return after_failure_[carriage];
  }

 private:
  scratch<event_id> gets_good_;
  flags any_time_;
  rows_by<part_id, event_id> after_failure_;
};

}  // namespace lupaus::inline v0::detail
