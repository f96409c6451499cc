// SPDX-License-Identifier: BSL-1.0
//
// Which events a commitment is about.
#pragma once

#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// True when the commitment is to bring that event about.
constexpr bool brings_about(model_view const& m, commitment const& c, event_id e) {
  if (c.overrides) return false;
  if (c.brings_about) return is_meant(m, c.brings_about, e) || is_meant(m, e, c.brings_about);
  auto const& x = m.events[e];
  if (x.kind == event_kind::possession) {
    for (auto done : m.events.ids())
      if (m.events[done].kind == event_kind::completed && is_meant(m, done, e) &&
          is_within(m, m.events[done].of, c.about))
        return true;
    return false;
  }
  return x.kind == event_kind::completed && is_within(m, x.of, c.about);
}

namespace detail {

/// What the time of a commitment counts from: the order, where nothing is said.
constexpr event_id anchor_of(commitment const& c) {
  return c.consequent.anchor ? c.consequent.anchor : ordering;
}

}  // namespace detail

}  // namespace lupaus::inline v0
