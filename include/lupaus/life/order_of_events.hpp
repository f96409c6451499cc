// SPDX-License-Identifier: BSL-1.0
//
// What is sure to have happened before what, by the ways of events and by the order of the parts.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// Which events have happened once another one does. O(parts + precedences + events) to make.
class order_of_events {
 public:
  /// What it is given must outlive this.
  constexpr order_of_events(model_view const& m, situations const& s, certainty& certain,
                            part_order const& order)
      : m_{&m},
        s_{&s},
        certain_{&certain},
        order_{&order},
        earlier_{m.parts.size(),
                 [&](auto&& f) {
                   for (auto const& x : m.precedences) f(x.after, x.before);
                 }},
        completed_{m.parts.size()} {
    for (auto e : m.events.ids())
      if (m.events[e].kind == event_kind::completed) completed_[m.events[e].of.index()] = e;
  }

  /// The parts right before it.
  constexpr some_rows<part_id> right_before(part_id p) const { return earlier_[p]; }
  constexpr event_id completion_of(part_id p) const { return completed_[p.index()]; }
  /// Some chain of ways leads to it.
  constexpr bool can_happen(event_id e) { return certain_->is_reachable(s_->of(e)); }

  /// True when the one event is sure to have happened once the other does: by the ways of events,
  /// or because its part is over before the other's is due, and the other waits for that.
  constexpr bool is_sure_before(event_id earlier, event_id later) {
    if (certain_->is_certain_before(earlier, later)) return true;
    auto const p = m_->events[later].of;
    return certain_->is_certain(s_->before(p), s_->of(later)) && is_over_before(earlier, p);
  }
  /// The same of a part that is due.
  constexpr bool is_sure_before(event_id earlier, part_id due) {
    return earlier == ordering || certain_->is_certain_before(earlier, due) ||
           is_over_before(earlier, due);
  }

 private:
  /// It comes before the completion of a part that comes before this one.
  constexpr bool is_over_before(event_id e, part_id due) {
    auto is_sure = false;
    certain_->for_each_meant(e, [&](event_id x) {
      auto const p = m_->events[x].of;
      auto const done = completed_[p.index()];
      is_sure = is_sure || (done && order_->leads(p, due) && certain_->is_certain_before(x, done));
    });
    return is_sure;
  }

  model_view const* m_;
  situations const* s_;
  certainty* certain_;
  part_order const* order_;
  rows_by<part_id, part_id> earlier_;
  scratch<event_id> completed_;
};

}  // namespace lupaus::inline v0::detail
