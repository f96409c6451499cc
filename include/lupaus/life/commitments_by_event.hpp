// SPDX-License-Identifier: BSL-1.0
//
// Who is committed to bring an event about, for one event after the other.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// The commitments by the events that they are to bring about: as `brings_about`.
/// O(events + parts + commitments) to make.
class commitments_by_event {
  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  template <class Is>
  static constexpr bool any_of(some_rows<commitment_id> rows, Is&& is) {
    for (auto const i : rows)
      if (is(i)) return true;
    return false;
  }
  /// On the part, or on what holds it.
  template <class Is>
  constexpr bool any_on(part_id p, Is&& is) const {
    for (; p; p = outer_of(*m_, p))
      if (any_of(on_[p], is)) return true;
    return false;
  }

 public:
  constexpr explicit commitments_by_event(model_view const& m)
      : m_{&m},
        named_{m.events.size(),
               [&](auto&& f) {
                 for (auto i : m.commitments.ids())
                   if (auto const& c = m.commitments[i]; !c.overrides && c.brings_about)
                     f(c.brings_about, i);
               }},
        on_{m.parts.size(),
            [&](auto&& f) {
              for (auto i : m.commitments.ids())
                if (auto const& c = m.commitments[i]; !c.overrides && !c.brings_about)
                  f(c.about, i);
            }},
        possession_{m.parts.size(), [&](auto&& f) {
                      for (auto e : m.events.ids()) {
                        auto const& x = m.events[e];
                        auto const is_meaning = x.kind == event_kind::possession;
                        if (x.good && (is_meaning || x.holder == m.customer)) f(x.good, e);
                      }
                    }} {}

  /// True when `is(id)` for some commitment to bring the event about; it may be asked twice.
  /// O(depth, and those that are asked; for possession also the events that hand the good over).
  template <class Is>
  constexpr bool any(event_id e, Is&& is) const {
    auto const& x = m_->events[e];
    if (any_of(named_[e], is)) return true;
    auto const is_meaning = x.kind == event_kind::possession, is_meant = x.holder == m_->customer;
    if (x.good && (is_meaning || is_meant))
      for (auto const other : possession_[x.good]) {
        if (other == e) continue;
        auto const& o = m_->events[other];
        auto const gives_it = is_meaning && o.holder == m_->customer;
        if ((gives_it || (is_meant && o.kind == event_kind::possession)) &&
            any_of(named_[other], is))
          return true;
        if (gives_it && o.kind == event_kind::completed && any_on(o.of, is)) return true;
      }
    return x.kind == event_kind::completed && any_on(x.of, is);
  }

 private:
  model_view const* m_;
  rows_by<event_id, commitment_id> named_;
  rows_by<part_id, commitment_id> on_;
  rows_by<part_id, event_id> possession_;  // of a good, and what hands it to the customer
};

}  // namespace lupaus::inline v0::detail
