// SPDX-License-Identifier: BSL-1.0
//
// One cause, one gap: where a gap only follows from another, the cause is reported and the
// consequence is listed under it.
#pragma once

#include "lupaus/check/gaps/delivery/coordination.hpp"
#include "lupaus/check/gaps/delivery/duties.hpp"
#include "lupaus/check/gaps/delivery/impossible_order.hpp"
#include "lupaus/check/gaps/delivery/late_by_design.hpp"
#include "lupaus/check/gaps/delivery/performance.hpp"
#include "lupaus/check/gaps/marketing/claims.hpp"
#include "lupaus/check/gaps/marketing/overclaim.hpp"
#include "lupaus/check/gaps/recovery/blocked_remedy.hpp"
#include "lupaus/check/gaps/recovery/circular_wait.hpp"
#include "lupaus/check/gaps/recovery/information.hpp"
#include "lupaus/check/gaps/recovery/no_exit.hpp"
#include "lupaus/life/part_order.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// A model whose findings are sorted into causes and consequences, with what is asked of it more
/// than once.
class sorted_model {
 public:
  explicit sorted_model(model_view const& m) : m_{&m} {}

  model_view const& operator*() const { return *m_; }
  model_view const* operator->() const { return m_; }
  detail::exits const& exits() {
    if (!exits_) exits_.emplace(*m_);
    return *exits_;
  }

 private:
  model_view const* m_;
  std::optional<detail::exits> exits_;
};

}  // namespace detail

/// A row of the table: when `effect` follows from `cause`, in the same model. It can only where
/// both concern the same element.
struct consequence {
  gap const* cause;
  gap const* effect;
  element (*of_cause)(model_view const&, finding const&);
  element (*of_effect)(model_view const&, finding const&);
  bool (*follows)(detail::sorted_model&, finding const& cause, finding const& effect);
};

namespace detail {

// What a finding concerns.
inline element anything(model_view const&, finding const&) { return {}; }
inline element its_place(model_view const&, finding const& f) { return f.where; }
inline element its_part(model_view const&, finding const& f) { return f.part; }
inline element part_of_its_event(model_view const& m, finding const& f) {
  return m.events[static_cast<event_id>(f.where)].of;
}
inline element what_it_reports(model_view const& m, finding const& f) {
  return cause_of(m, static_cast<event_id>(f.where));
}

inline bool always(sorted_model&, finding const&, finding const&) { return true; }

/// On the disowned part, or on the composite that was declared another's with all it holds.
inline bool on_disowned_part(sorted_model& s, finding const& cause, finding const& effect) {
  auto const& m = *s;
  if (cause.part == effect.part) return true;
  auto const declared = m.parts[effect.part].answerable;
  return effect.part != whole && declared && !is_sellers(m, declared) &&
         is_within(m, cause.part, effect.part);
}

/// She has no exit there because the failure has no rule: all that is listed comes after a
/// failure that no rule is for.
inline bool closed_by_failure(sorted_model& s, finding const& cause, finding const& effect) {
  if (effect.where.kind != element_kind::part) return false;  // a refusing rule lists it already
  auto const& m = *s;
  auto const& x = s.exits();
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
inline bool about_the_handoff(sorted_model& s, finding const& cause, finding const& effect) {
  return ends_part(*s, static_cast<event_id>(effect.where), static_cast<part_id>(cause.where)) &&
         same_firm(*s, static_cast<party_id>(effect.other), cause.performing);
}

/// Nobody performs the part because those who pass it on pass it on to each other.
inline bool because_of_cycle(sorted_model& s, finding const& cause, finding const& effect) {
  auto const& m = *s;
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
inline bool for_want_of(sorted_model& s, finding const& cause, finding const& effect) {
  auto const& m = *s;
  if (!is_passed_on_to_performer(m, effect.part)) return false;
  auto lacks = false;
  for_each_lacking(m, effect.part,
                   [&](capability_id c, commitment_id) { lacks |= element{c} == cause.where; });
  return lacks;
}

/// All parts that come before each other wait for each other.
inline bool in_the_ring(sorted_model& s, finding const& cause, finding const& effect) {
  auto const& m = *s;
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
inline bool never_begins(sorted_model& s, finding const& cause, finding const& effect) {
  auto const& m = *s;
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
inline bool on_that_duty(sorted_model&, finding const&, finding const& effect) {
  return effect.other.kind == element_kind::party;
}

}  // namespace detail

/// The table of consequences. A gap that follows from several causes is listed under the first.
inline constexpr consequence consequences[] = {
    {&gaps::disowned_part, &gaps::unbacked_claim, detail::anything, detail::anything,
     detail::on_disowned_part},
    {&gaps::disowned_part, &gaps::overclaimed_term, detail::anything, detail::anything,
     detail::on_disowned_part},
    {&gaps::cyclic_delegation, &gaps::unperformed_commitment, detail::anything, detail::anything,
     detail::because_of_cycle},
    {&gaps::missing_enabler, &gaps::unperformed_commitment, detail::anything, detail::anything,
     detail::for_want_of},
    {&gaps::impossible_order, &gaps::circular_wait, detail::anything, detail::anything,
     detail::in_the_ring},
    {&gaps::impossible_order, &gaps::late_by_design, detail::anything, detail::anything,
     detail::never_begins},
    {&gaps::imposed_duty, &gaps::blocked_remedy, detail::its_place, detail::its_place,
     detail::on_that_duty},
    {&gaps::uncovered_failure, &gaps::silent_failure, detail::its_place, detail::its_place,
     detail::always},
    {&gaps::uncovered_failure, &gaps::no_exit, detail::its_part, detail::its_part,
     detail::closed_by_failure},
    {&gaps::unowned_handoff, &gaps::uninformed_party, detail::its_place, detail::part_of_its_event,
     detail::about_the_handoff},
    {&gaps::silent_failure, &gaps::uninformed_party, detail::its_place, detail::what_it_reports,
     detail::always},
};

/// True when `effect` follows from `cause` by the table: for a single question.
inline bool follows_from(model_view const& m, finding const& cause, finding const& effect) {
  detail::sorted_model s{m};
  for (auto const& row : consequences)
    if (row.cause == cause.what && row.effect == effect.what &&
        row.of_cause(m, cause) == row.of_effect(m, effect) && row.follows(s, cause, effect))
      return true;
  return false;
}

namespace detail {

/// Calls `f(cause, effect)` for the places of findings of which the second follows from the first
/// by a row. n log n, and what follows() takes for those that concern the same element.
template <class F>
void for_each_consequence(sorted_model& m, std::vector<finding> const& found,
                          consequence const& row, F&& f) {
  std::vector<std::pair<element, std::size_t>> causes;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i].what == row.cause) causes.emplace_back(row.of_cause(*m, found[i]), i);
  if (causes.empty()) return;
  std::sort(causes.begin(), causes.end());
  for (std::size_t e = 0; e < found.size(); ++e) {
    if (found[e].what != row.effect) continue;
    auto const on = row.of_effect(*m, found[e]);
    for (auto at = std::lower_bound(causes.begin(), causes.end(), std::pair{on, std::size_t{0}});
         at != causes.end() && at->first == on; ++at)
      if (row.follows(m, found[at->second], found[e])) {
        f(at->second, e);
        break;
      }
  }
}

/// For every finding, the place of the first that it follows from by the table, or else the number
/// of findings.
inline std::vector<std::size_t> causes_of(model_view const& m, std::vector<finding> const& found) {
  sorted_model s{m};
  std::vector<std::size_t> causes(found.size(), found.size());
  for (auto const& row : consequences)
    for_each_consequence(s, found, row, [&](std::size_t cause, std::size_t effect) {
      causes[effect] = std::min(causes[effect], cause);
    });
  return causes;
}

}  // namespace detail

}  // namespace lupaus::inline v0
