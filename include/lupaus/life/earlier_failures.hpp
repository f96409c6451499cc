// SPDX-License-Identifier: BSL-1.0
//
// Which failures of a part are sure to have come before another event of that part.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Of two failures that are both sure to have come before an event, one is sure to have come before
/// the other. So those before an event make a chain, and each event has only to know the last of
/// them. O(events + situations) to make.
class earlier_failures {
 public:
  constexpr earlier_failures(model_view const& m, situations const& s, certainty& certain)
      : m_{&m}, before_{m.events.size()} {
    scratch<event_id> at{s.size()};
    for (auto e : m.events.ids())
      if (certain.is_reachable(s.of(e))) at[certain.place_of(s.of(e))] = e;
    scratch<event_id> open{m.parts.size()};
    for (std::size_t i = 0; i < s.size(); ++i) {
      auto const e = at[i];
      if (!e || e == ordering) continue;
      auto& last = open[m.events[e].of.index()];
      while (last && !certain.is_certain(s.of(last), s.of(e))) last = before_[last.index()];
      before_[e.index()] = last;
      if (!is_failure(m.events[e].kind)) continue;
      failures_.push_back(e);
      last = e;
    }
  }

  /// The last that has come by then, the event itself included; none where none is sure to have, or
  /// no way leads to the event.
  constexpr event_id last_by(event_id e) const {
    return is_failure(m_->events[e].kind) ? e : before_[e.index()];
  }
  /// The last before this one.
  constexpr event_id before(event_id failure) const { return before_[failure.index()]; }
  /// All that can happen; those that are sure to come before another stand before it.
  constexpr growing_array<event_id, 128> const& in_order() const { return failures_; }

 private:
  model_view const* m_;
  scratch<event_id> before_;  // of each event
  growing_array<event_id, 128> failures_;
};

}  // namespace lupaus::inline v0::detail
