// SPDX-License-Identifier: BSL-1.0
//
// Which rules put something right, and which failure they are for.
#pragma once

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// True when the rule puts something right (rather than granting or refusing a request).
constexpr bool is_remedy(rule const& r) {
  return r.action != action_kind::refuse && r.action != action_kind::accept;
}

/// True when the rule is for that failure: it fires on it, on the report of it, or on a request
/// for replacement made when it has happened.
constexpr bool is_rule_for(model_view const& m, rule const& r, event_id failure) {
  if (r.on == failure) return true;
  auto const& on = m.events[r.on];
  if (on.kind == event_kind::reported) return on.subject == failure;
  if (on.kind != event_kind::replacement_requested || !r.since || !is_remedy(r)) return false;
  situations const s{m};
  detail::flags scope{s.size()};
  s.find_scope(r, scope);
  return scope[s.of(failure)];
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
