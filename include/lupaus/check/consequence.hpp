// SPDX-License-Identifier: BSL-1.0
//
// One cause, one gap: where a gap only follows from another, the cause is reported and the
// consequence is listed under it.
#pragma once

#include "lupaus/check/claims.hpp"
#include "lupaus/check/coordination.hpp"
#include "lupaus/check/exit.hpp"
#include "lupaus/check/information.hpp"
#include "lupaus/check/misapplied.hpp"
#include "lupaus/check/remedy.hpp"

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
  for_each_closed(m, x, effect, [&](std::size_t n) {
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

}  // namespace detail

/// The table of consequences. A gap that follows from several causes is listed under the first.
inline constexpr consequence consequences[] = {
    {&gaps::disowned_part, &gaps::unbacked_claim, detail::on_disowned_part},
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
