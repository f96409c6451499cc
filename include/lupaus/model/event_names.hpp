// SPDX-License-Identifier: BSL-1.0
//
// Two names of one event. She has a good when it is handed to her: where only one event does that,
// to speak of its possession is to speak of that event.
#pragma once

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// The one name of every event that has two: the possession of a good is the only event that hands
/// it to the customer; or its completion, where none does. O(parts + events) to make, and nothing
/// where nobody speaks of possession.
class event_names {
 public:
  constexpr explicit event_names(model_view const& m)
      : m_{&m}, only_{speaks_of_possession(m) ? m.parts.size() : 0} {
    if (only_.size() == 0) return;
    flags is_several{m.parts.size()};
    for (auto e : m.events.ids()) {
      auto const& x = m.events[e];
      if (!x.good || x.holder != m.customer || x.kind == event_kind::possession) continue;
      auto& only = only_[x.good.index()];
      is_several[x.good.index()] = is_several[x.good.index()] || only;
      only = e;
    }
    for (auto e : m.events.ids()) {
      auto const& x = m.events[e];
      if (is_several[x.of.index()])
        only_[x.of.index()] = {};
      else if (x.kind == event_kind::completed && !only_[x.of.index()])
        only_[x.of.index()] = e;
    }
  }

  /// The event by its one name; none for none.
  constexpr event_id operator()(event_id e) const {
    if (!e || only_.size() == 0 || m_->events[e].kind != event_kind::possession) return e;
    auto const only = only_[m_->events[e].of.index()];
    return only ? only : e;
  }
  /// The same term, counted from the event by its one name.
  constexpr term operator()(term t) const {
    t.anchor = (*this)(t.anchor);
    return t;
  }
  /// True when whoever keeps `a` keeps `b`, by whatever names they call the event that they are
  /// counted from.
  constexpr bool entails(term const& a, term const& b) const {
    return lupaus::entails((*this)(a), (*this)(b));
  }

 private:
  static constexpr bool speaks_of_possession(model_view const& m) {
    for (auto const& e : m.events)
      if (e.kind == event_kind::possession) return true;
    return false;
  }

  model_view const* m_;
  scratch<event_id> only_;  // of each good
};

}  // namespace lupaus::inline v0::detail
