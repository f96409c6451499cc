// SPDX-License-Identifier: BSL-1.0
//
// What is sure to have happened before what, by the ways of events and by the order of the parts.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/kept_sets.hpp"
#include "lupaus/detail/lazy.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Which events have happened once another one does. O(parts + precedences + events) to make.
class order_of_events {
 public:
  /// What it is given must outlive this.
  constexpr order_of_events(model_view const& m, situations const& s, certainty& certain)
      : m_{&m},
        s_{&s},
        certain_{&certain},
        earlier_{m.parts.size(),
                 [&](auto&& f) {
                   for (auto const& x : m.precedences) f(x.after, x.before);
                 }},
        completed_{m.parts.size()},
        before_due_{m.parts.size()},
        earlier_of_{m.parts.size()} {
    for (auto e : m.events.ids())
      if (m.events[e].kind == event_kind::completed) completed_[m.events[e].of.index()] = e;
  }

  /// The parts right before it.
  constexpr some_rows<part_id> right_before(part_id p) const { return earlier_[p]; }
  /// What its ways lead from.
  constexpr some_rows<event_id> right_before(event_id e) {
    return ways_.get([&] {
      return rows_by<event_id, event_id>{m_->events.size(), [&](auto&& f) {
                                           for (auto const& t : m_->transitions) f(t.to, t.from);
                                         }};
    })[e];
  }
  constexpr event_id completion_of(part_id p) const { return completed_[p.index()]; }
  /// So many more steps of work; false where what asks has to leave off.
  constexpr bool goes_on(std::size_t steps = 1) const { return s_->goes_on(steps); }
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
      is_sure = is_sure || (done && leads(p, due) && certain_->is_certain_before(x, done));
    });
    return is_sure;
  }
  /// It comes before the part, directly or not. As a rule many are asked about for one part: what
  /// comes before the last one is kept; where they are asked about in turn, before each.
  constexpr bool leads(part_id p, part_id due) {
    auto const mark = [&](flags& earlier) {
      sparse_set all{earlier.size()};
      find_earlier(due, all);
      for (auto const q : all) earlier[q] = q != due.index();
    };
    if (due_ != due && turns_ >= completed_.size() && earlier_of_.keep(due.index(), mark))
      return earlier_of_.contains(due.index(), p.index());
    if (due_ != due) {
      ++turns_;
      due_ = due;
      find_earlier(due, before_due_);
    }
    return p != due && before_due_.contains(p.index());
  }
  /// What comes before the part, and the part.
  constexpr void find_earlier(part_id due, sparse_set& all) const {
    all.clear();
    all.insert(due.index());
    for (std::size_t i = 0; i < all.size(); ++i)
      for (auto const p : earlier_[part_id{all[i]}]) all.insert(p.index());
  }

  model_view const* m_;
  situations const* s_;
  certainty* certain_;
  rows_by<part_id, part_id> earlier_;
  lazy<rows_by<event_id, event_id>> ways_;  // to each event
  scratch<event_id> completed_;
  part_id due_ = {};
  sparse_set before_due_;  // with `due_` itself
  std::size_t turns_ = 0;  // from one part to another
  kept_sets earlier_of_;
};

}  // namespace lupaus::inline v0::detail
