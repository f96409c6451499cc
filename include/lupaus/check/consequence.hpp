// SPDX-License-Identifier: BSL-1.0
//
// One cause, one gap: where a gap only follows from another, the cause is reported and the
// consequence is listed under it.
#pragma once

#include "lupaus/check/blocked.hpp"
#include "lupaus/check/claims.hpp"
#include "lupaus/check/coordination.hpp"
#include "lupaus/check/deadlines.hpp"
#include "lupaus/check/deadlock.hpp"
#include "lupaus/check/duties.hpp"
#include "lupaus/check/exit.hpp"
#include "lupaus/check/information.hpp"
#include "lupaus/check/order.hpp"
#include "lupaus/check/overclaim.hpp"
#include "lupaus/check/part_order.hpp"
#include "lupaus/check/performance.hpp"

namespace lupaus::inline v0 {

/// A row of the table: when `effect` follows from `cause`, in the same model.
struct consequence {
  gap const* cause;
  gap const* effect;
  bool (*follows)(model_view const&, finding const& cause, finding const& effect);
};

namespace detail {

/// On the disowned part, or on the composite that was declared another's with all it holds.
constexpr bool on_disowned_part(model_view const& m, finding const& cause, finding const& effect) {
  if (cause.part == effect.part) return true;
  auto const declared = m.parts[effect.part].answerable;
  return effect.part != whole && declared && !is_sellers(m, declared) &&
         is_within(m, cause.part, effect.part);
}

constexpr bool same_event(model_view const&, finding const& cause, finding const& effect) {
  return cause.where == effect.where;
}

/// She has no exit there because the failure has no rule: all that is listed comes after a
/// failure that no rule is for.
constexpr bool closed_by_failure(model_view const& m, finding const& cause, finding const& effect) {
  if (effect.where.kind != element_kind::part) return false;  // a refusing rule lists it already
  if (cause.part != effect.part) return false;  // what is listed lies in the life of one part
  exits const x{m};
  auto const failure = static_cast<event_id>(cause.where);
  auto includes_this = false, all_uncovered = true;
  x.for_each_closed(effect, [&](std::size_t n) {
    auto is_uncovered = false;
    for (auto e : m.events.ids()) {
      auto const at = x.graph().at(n);
      if (!at.after || !is_failure(m.events[e].kind) || m.events[e].of != m.events[at.after].of)
        continue;
      if (!x.graph().is_certain_before(e, at.after)) continue;
      auto has_rule = false;
      for (auto const& r : m.rules) has_rule = has_rule || is_rule_for(m, r, e);
      is_uncovered |= !has_rule;
      includes_this |= !has_rule && e == failure;
    }
    all_uncovered &= is_uncovered;
  });
  return includes_this && all_uncovered;
}

/// The one who is not told is the one who comes after the handoff, and what he is not told of is
/// that the part before is completed, or late.
constexpr bool about_the_handoff(model_view const& m, finding const& cause, finding const& effect) {
  return cause.where.kind == element_kind::part &&
         ends_part(m, static_cast<event_id>(effect.where), static_cast<part_id>(cause.where)) &&
         same_firm(m, static_cast<party_id>(effect.other), cause.performing);
}

constexpr bool about_the_failure(model_view const& m, finding const& cause, finding const& effect) {
  return element{situations{m}.cause_of(static_cast<event_id>(effect.where))} == cause.where;
}

/// Nobody performs the part because those who pass it on pass it on to each other.
constexpr bool because_of_cycle(model_view const& m, finding const& cause, finding const& effect) {
  if (is_passed_on_to_performer(m, effect.part)) return false;
  auto const here = delegation_of(m, effect.part), there = delegation_of(m, cause.part);
  auto const member = static_cast<party_id>(cause.where).index();
  if (!here.is_cyclic(member) ||
      !same_members(here, here.leader(member), there, there.leader(member)))
    return false;
  flags reached{m.parties.size()};
  find_reached(m, reached, [&](commitment const& c) { return is_hop(m, c, effect.part); });
  return reached[member];
}

/// Whoever performs the part is there, and lacks this capability.
constexpr bool for_want_of(model_view const& m, finding const& cause, finding const& effect) {
  if (!is_passed_on_to_performer(m, effect.part)) return false;
  auto lacks = false;
  for_each_lacking(m, effect.part,
                   [&](capability_id c, commitment_id) { lacks |= element{c} == cause.where; });
  return lacks;
}

/// All parts that come before each other wait for each other.
constexpr bool in_the_ring(model_view const& m, finding const& cause, finding const& effect) {
  auto const order = order_of(m);
  auto const waits = waits_of(m, situations{m});
  auto const n = m.events.size(), ring = static_cast<part_id>(cause.where).index();
  auto const first = static_cast<event_id>(effect.where).index();
  for (auto attempt : {std::size_t{0}, n}) {
    if (!waits.is_cyclic(first + attempt)) continue;
    auto all = true;
    for (auto p : m.parts.ids()) {
      if (order.leader(p.index()) != ring) continue;
      auto has_one = false;
      for (auto e : m.events.ids())
        has_one |= m.events[e].of == p &&
                   waits.leader(e.index() + attempt) == waits.leader(first + attempt);
      all = all && has_one;
    }
    if (all) return true;
  }
  return false;
}

/// What was claimed never ends, because what leads to it never begins.
constexpr bool never_begins(model_view const& m, finding const& cause, finding const& effect) {
  if (effect.late_by > 0) return false;
  auto const ring = static_cast<part_id>(cause.where);
  flags later{m.parts.size()};
  part_order{m}.find_later(ring, later);
  later[ring.index()] = true;
  for (auto p : m.parts.ids())
    if (later[p.index()] && is_leaf(m.parts[p]) && is_within(m, p, effect.part)) return true;
  return false;
}

/// The rule counts on somebody who never committed to it, and on nothing else in vain.
constexpr bool on_that_duty(model_view const&, finding const& cause, finding const& effect) {
  return cause.where == effect.where && effect.other.kind == element_kind::party;
}

}  // namespace detail

/// The table of consequences. A gap that follows from several causes is listed under the first.
inline constexpr consequence consequences[] = {
    {&gaps::disowned_part, &gaps::unbacked_claim, detail::on_disowned_part},
    {&gaps::disowned_part, &gaps::overclaimed_term, detail::on_disowned_part},
    {&gaps::cyclic_delegation, &gaps::unperformed_commitment, detail::because_of_cycle},
    {&gaps::missing_enabler, &gaps::unperformed_commitment, detail::for_want_of},
    {&gaps::impossible_order, &gaps::circular_wait, detail::in_the_ring},
    {&gaps::impossible_order, &gaps::late_by_design, detail::never_begins},
    {&gaps::imposed_duty, &gaps::blocked_remedy, detail::on_that_duty},
    {&gaps::uncovered_failure, &gaps::silent_failure, detail::same_event},
    {&gaps::uncovered_failure, &gaps::no_exit, detail::closed_by_failure},
    {&gaps::unowned_handoff, &gaps::uninformed_party, detail::about_the_handoff},
    {&gaps::silent_failure, &gaps::uninformed_party, detail::about_the_failure},
};

/// True when `effect` follows from `cause` by the table.
constexpr bool follows_from(model_view const& m, finding const& cause, finding const& effect) {
  for (auto const& row : consequences)
    if (row.cause == cause.what && row.effect == effect.what && row.follows(m, cause, effect))
      return true;
  return false;
}

}  // namespace lupaus::inline v0
