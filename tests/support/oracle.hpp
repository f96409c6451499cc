// SPDX-License-Identifier: BSL-1.0
//
// The gaps once more, each as it is defined, and written to be believed rather than to be fast: no
// line of include/lupaus/check is used but the type of a finding. Where the checks sweep flags,
// this computes sets: what has happened for certain, who may hold a good, who knows.
#pragma once

#include "support/oracle_rules.hpp"

#include <set>
#include <string_view>

namespace proof {

class oracle : public oracle_rules {
 public:
  using oracle_rules::oracle_rules;

  /// All that the checks have to find.
  set<verdict> verdicts() const {
    set<verdict> all;
    unbacked_claims(all), disowned_parts(all), handoffs(all), uninformed_parties(all);
    uncovered_failures(all), remedies(all), misapplied_rules(all, unexpected()),
        silent_failures(all), exits(all);
    claims(all), conflicts(all), splits(all);
    unperformed(all), weaker_subcontracts(all), missing_recourses(all), cyclic_delegations(all);
    impossible_orders(all), late_by_design(all), imposed_duties(all), dangling_antecedents(all);
    circular_waits(all), missing_enablers(all), uninsured_legs(all), reversed_remedies(all);
    surviving_subcontracts(all), broken_by_rules(all), rival_rules(all);
    return all;
  }

  // ---- what follows from what ------------------------------------------------------------------

  /// The table of consequences, by its own words. Of findings it takes what a verdict has.
  bool follows(verdict const& cause, verdict const& effect) const {
    auto const is = [&](std::string_view a, std::string_view b) {
      return cause.gap == a && effect.gap == b;
    };
    if (is("disowned-part", "unbacked-claim") || is("disowned-part", "overclaimed-term"))
      return is_disowned_with(part_of(cause), m_.claims[to_claim(effect)].about);
    if (is("uncovered-failure", "silent-failure")) return cause.where == effect.where;
    if (is("uncovered-failure", "no-exit"))
      return effect.where.kind == lupaus::element_kind::part &&
             is_closed_by(static_cast<event_id>(cause.where), part_of(effect));
    if (is("silent-failure", "uninformed-party"))
      return element{happening(static_cast<event_id>(effect.where))} == cause.where;
    if (is("unowned-handoff", "uninformed-party")) {
      if (cause.where.kind != lupaus::element_kind::part) return false;
      auto const& x = m_.events[static_cast<event_id>(effect.where)];
      return element{x.of} == cause.where && (x.kind == kind::completed || x.kind == kind::late) &&
             one_firm(static_cast<party_id>(effect.other),
                      m_.parts[static_cast<part_id>(cause.other)].performer);
    }
    if (is("cyclic-delegation", "unperformed-commitment"))
      return !is_reached(part_of(effect)) && is_caught_in(cause.listed, part_of(effect));
    if (is("missing-enabler", "unperformed-commitment"))
      return is_reached(part_of(effect)) &&
             missing_for(part_of(effect)).contains(static_cast<lupaus::capability_id>(cause.where));
    if (is("impossible-order", "circular-wait")) return every_part_waits(cause, effect.listed);
    if (is("impossible-order", "late-by-design"))
      return effect.late_by == 0 && leads_to(cause, m_.claims[to_claim(effect)].about);
    if (is("imposed-duty", "blocked-remedy"))  // and it waits for nothing else in vain
      return cause.where == effect.where && effect.other == cause.other;
    return false;
  }

 private:
  static part_id part_of(verdict const& v) { return static_cast<part_id>(v.where); }
  static lupaus::claim_id to_claim(verdict const& v) {
    return static_cast<lupaus::claim_id>(v.where);
  }
  bool is_disowned_with(part_id part, part_id about) const {
    auto const declared = m_.parts[about].answerable;
    return about == part || (about != lupaus::whole && within(part, about) && declared &&
                             firm(declared) != m_.seller);
  }
  /// The work comes from the seller to these firms, who pass it to each other for ever.
  bool is_caught_in(set<element> const& members, part_id p) const {
    auto const from_seller = reached_from(m_.seller, hops(p));
    for (auto const& cycle : cycles_of(hops(p)))
      if (set<element>(cycle.begin(), cycle.end()) == members &&
          from_seller.contains(*cycle.begin()))
        return true;
    return false;
  }
  set<part_id> cycle_at(verdict const& v) const {
    for (auto const& cycle : cycles_of(precedences()))
      if (cycle.contains(part_of(v))) return cycle;
    return {};
  }
  bool every_part_waits(verdict const& order, set<element> const& circle) const {
    auto waiting = set<part_id>{};
    for (auto const& e : circle) waiting.insert(m_.events[static_cast<event_id>(e)].of);
    for (auto p : cycle_at(order))
      if (!waiting.contains(p)) return false;
    return true;
  }
  bool leads_to(verdict const& order, part_id about) const {
    for (auto p : reached_from(part_of(order), precedences()))
      if (within(p, about)) return true;
    return false;
  }
};

}  // namespace proof
