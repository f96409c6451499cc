// SPDX-License-Identifier: BSL-1.0
//
// What cannot have happened yet, in a situation.
#pragma once

#include "lupaus/life/order_of_events.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// Events that cannot have happened by then, in the present attempt; as far as that is sure.
class not_yet {
  enum answer : unsigned char { unasked, yes, no };

 public:
  /// What has happened last, and besides to another part; or which part is due. What it is given
  /// must outlive this.
  constexpr not_yet(model_view const& m, certainty& certain, order_of_events& order, event_id now,
                    event_id also, part_id due)
      : m_{&m}, certain_{&certain}, order_{&order}, now_{now}, also_{also}, due_{due} {}

  /// O(ways) for each event that is meant.
  constexpr bool contains(event_id reference) const {
    auto const cause = cause_of(*m_, reference);
    auto const kind = m_->events[cause].kind;
    if (kind == event_kind::kept) return true;  // the order would be over
    if (is_of_order(kind)) return false;
    auto is_none = true;
    certain_->for_each_meant(cause, [&](event_id e) {
      is_none = is_none && (m_->events[e].kind == event_kind::possession || has_not_come(e));
    });
    return is_none;
  }
  /// A failure stands of its part, or of one that comes before that.
  constexpr bool is_hindered(event_id e) const {
    return is_hindered_by(e, now_, now_hinders_) || is_hindered_by(e, also_, also_hinders_);
  }

 private:
  constexpr bool has_not_come(event_id e) const {
    if (due_) return certain_->is_certain(certain_->graph().before(due_), certain_->graph().of(e));
    if (now_ == ordering && also_ == ordering) return true;
    return is_before(now_, e) || is_before(also_, e) || is_hindered(e);
  }
  constexpr bool is_before(event_id happened, event_id e) const {
    auto const cause = cause_of(*m_, happened);
    return cause != ordering && cause != e && !is_of_order(m_->events[cause].kind) &&
           m_->events[cause].kind != event_kind::possession &&
           certain_->is_certain_before(cause, e);
  }
  // It is a failure, and once its part is performed it fails no more. O(ways).
  constexpr bool may_hinder(event_id failure) const {
    if (!is_failure(m_->events[failure].kind)) return false;
    auto const done = order_->completion_of(m_->events[failure].of);
    if (!done) return false;
    for (auto const from : order_->right_before(failure))
      if (from != ordering &&
          (is_of_order(m_->events[from].kind) || order_->is_sure_before(done, from)))
        return false;
    return true;
  }
  constexpr bool is_hindered_by(event_id e, event_id happened, answer& hinders) const {
    auto const failure = cause_of(*m_, happened);
    if (hinders == unasked) hinders = may_hinder(failure) ? yes : no;
    if (hinders == no) return false;
    auto const p = m_->events[failure].of, q = m_->events[e].of;
    auto const done = order_->completion_of(p);
    if (p == q) return e == done || certain_->is_certain_before(done, e);
    return certain_->is_certain(certain_->graph().before(q), certain_->graph().of(e)) &&
           order_->is_sure_before(done, q);
  }

  model_view const* m_;
  certainty* certain_;
  order_of_events* order_;
  event_id now_, also_;
  part_id due_;
  mutable answer now_hinders_ = unasked, also_hinders_ = unasked;  // looked for once
};

}  // namespace lupaus::inline v0::detail
