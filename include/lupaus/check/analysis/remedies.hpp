// SPDX-License-Identifier: BSL-1.0
//
// Which rules put something right, and which failure they are for.
#pragma once

#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// True when the rule puts something right (rather than granting or refusing a request).
constexpr bool is_remedy(rule const& r) {
  return r.action != action_kind::refuse && r.action != action_kind::accept;
}

namespace detail {

/// The failure that a rule is a remedy for; none when it answers a request or anything else.
constexpr event_id failure_of(model_view const& m, rule const& r) {
  auto const& on = m.events[r.on];
  auto const e = on.kind == event_kind::reported ? on.subject : r.on;
  return is_failure(m.events[e].kind) ? e : event_id{};
}

/// From when a gate is waited for: the event that fires the rule, or for a request the beginning
/// of the situation in which it is made.
constexpr event_id beginning_of(model_view const& m, rule const& r) {
  if (!is_of_order(m.events[r.on].kind)) return r.on;
  return r.since ? r.since : ordering;
}

}  // namespace detail

}  // namespace lupaus::inline v0
