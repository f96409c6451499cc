// SPDX-License-Identifier: BSL-1.0
//
// The gaps that are found by looking at one clause, or at two beside each other: claims, handoffs,
// what is known, failures and their remedies.
#pragma once

#include "support/oracle_duties.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace proof {

/// unbacked-claim, disowned-part, the handoffs, uninformed-party, the failures and their remedies.
class oracle_clauses : public oracle_duties {
 public:
  using oracle_duties::oracle_duties;

  void unbacked_claims(set<verdict>& all) const {
    for (auto i : m_.claims.ids()) {
      auto const& claim = m_.claims[i];
      auto is_unbacked = false;
      for (std::size_t k = 0; k < claim.terms; ++k) {
        auto const quality = m_.terms[lupaus::term_id{claim.first_term.index() + k}].quality;
        auto backed = false;
        for (auto const& c : m_.commitments)
          if ((firm(c.debtor) == m_.seller || c.debtor == claim.claimant) &&
              c.creditor == m_.customer && !c.overrides && c.consequent.quality == quality)
            backed = backed || (quality->covers_parts ? within(claim.about, c.about)
                                                      : claim.about == c.about);
        is_unbacked = is_unbacked || !backed;
      }
      if (is_unbacked) all.insert({"unbacked-claim", i, claim.claimant});
    }
  }

  void disowned_parts(set<verdict>& all) const {
    for (auto p : m_.parts.ids()) {
      auto const who = answerable(p);
      if (is_leaf(p) && !is_her_part(p) && firm(who) != m_.seller)
        all.insert({"disowned-part", p, who});
    }
  }

  /// Whom a party can reach, over any number of others (Warshall's closure).
  std::map<party_id, set<party_id>> reach(party_id without) const {
    std::map<party_id, set<party_id>> to;
    auto const join = [&](party_id a, party_id b) {
      a = firm(a), b = firm(b);
      if (!a || !b || a == without || b == without) return;
      to[a].insert(b), to[b].insert(a);
    };
    for (auto const& c : m_.channels) join(c.a, c.b);
    for (auto const& n : m_.notices) {
      auto what = n.of;
      while (m_.events[what].subject) what = m_.events[what].subject;
      if (m_.events[what].of != lupaus::whole) join(n.from, n.to);
    }
    for (auto const& c : m_.coordinations)
      join(c.owner, m_.parts[c.before].performer), join(c.owner, m_.parts[c.after].performer);
    for (auto via : m_.parties.ids())
      for (auto a : m_.parties.ids())
        if (to[a].contains(via)) to[a].insert(to[via].begin(), to[via].end());
    return to;
  }

  void handoffs(set<verdict>& all) const {
    struct need {
      element a, b;
      party_id giver, taker;
      auto operator<=>(need const&) const = default;
    };
    set<need> needs;
    auto const add = [&](element a, element b, party_id giver, party_id taker) {
      if (giver && taker && firm(giver) != firm(taker)) needs.insert({a, b, giver, taker});
    };
    for (auto const& x : m_.precedences) {
      if (is_instalment(x.before) || is_instalment(x.after)) continue;
      auto const a = m_.parts[x.before].performer, b = m_.parts[x.after].performer;
      auto contracted = (firm(a) == m_.seller && b == m_.customer) ||
                        (a == m_.customer && firm(b) == m_.seller);  // she orders
      for (auto const& c : m_.commitments)
        if (c.creditor != m_.customer)
          contracted = contracted || (one_firm(c.debtor, a) && one_firm(c.creditor, b)) ||
                       (one_firm(c.debtor, b) && one_firm(c.creditor, a));
      if (!contracted) add(x.before, x.after, a, b);
    }
    for (auto const& n : m_.needs) {
      if (n.before)
        add(n.before, n.after, m_.parts[n.before].performer, m_.parts[n.after].performer);
      else
        add(n.a, n.b, n.a, n.b);
    }
    auto const with_her = reach({}), without_her = reach(m_.customer);
    auto const can_reach = [&](auto const& map, party_id a, party_id b) {
      auto const from = map.find(firm(a));
      return from != map.end() && from->second.contains(firm(b));
    };
    for (auto const& n : needs) {
      auto owned = false;
      for (auto const& c : m_.coordinations) {
        auto const x = m_.parts[c.before].performer, y = m_.parts[c.after].performer;
        owned = owned || (n.a == element{c.before} && n.b == element{c.after}) ||
                (n.a.kind == lupaus::element_kind::party &&
                 ((one_firm(x, n.giver) && one_firm(y, n.taker)) ||
                  (one_firm(x, n.taker) && one_firm(y, n.giver))));
      }
      if (!owned) all.insert({"unowned-handoff", n.a, n.b});
      if (n.giver != m_.customer && n.taker != m_.customer &&
          can_reach(with_her, n.giver, n.taker) && !can_reach(without_her, n.giver, n.taker))
        all.insert({"customer-in-the-middle", n.a, n.b});
    }
  }

  void uninformed_parties(set<verdict>& all) const {
    std::map<event_id, set<party_id>> knowing_of;
    for (auto const& [who, e] : dependences()) {
      auto const at = knowing_of.find(e);
      auto const& known = at != knowing_of.end() ? at->second : knowing_of[e] = knowing(e);
      if (known.contains(who)) continue;
      verdict v{"uninformed-party", e, who};
      if (is_word_unkept(who, e)) v.performing = m_.customer;
      all.insert(v);
    }
  }

  void uncovered_failures(set<verdict>& all) const {
    for (auto e : m_.events.ids())
      if (fails(e) && !is_covered(e)) all.insert({"uncovered-failure", e});
  }

  void silent_failures(set<verdict>& all) const {
    for (auto e : m_.events.ids()) {
      if (!fails(e)) continue;
      verdict v{"silent-failure", e};
      for (auto p : untold(e)) v.listed.insert(p);
      if (!v.listed.empty()) all.insert(v);
    }
  }

  void remedies(set<verdict>& all) const {
    for (auto i : m_.rules.ids()) {
      auto const& r = m_.rules[i];
      auto const waits_in_vain =
          r.action != lupaus::action_kind::refuse && !is_assured(r.gate, begin(r));
      auto const nobody_owes_it = puts_right(r) && firm(r.debtor) != m_.seller && !has_committed(r);
      if (!is_ever_called_for(r)) continue;
      if (waits_in_vain || nobody_owes_it)
        all.insert({"blocked-remedy", i, waits_in_vain ? element{r.gate} : element{r.debtor}});
      auto const failure = happening(r.on);
      if (fails(failure) && is_for_her(r) && r.action != lupaus::action_kind::accept)
        late_remedy(i, failure, all);
    }
  }
  /// The claim that a remedy misses by most: of recovery, else of the duration of what failed.
  void late_remedy(lupaus::rule_id i, event_id failure, set<verdict>& all) const {
    auto const& r = m_.rules[i];
    auto const part = m_.events[failure].of;
    std::optional<verdict> worst;
    auto const hold = [&](lupaus::claim_id claim, time allowed, bool is_from_gate) {
      auto ungated = r;
      ungated.gate = {};
      auto const took = steps_of(is_from_gate ? ungated : r, failure);
      if (!took || !allowed) return;
      auto const late = overrun(*took, *allowed);
      if (late > 0 && (!worst || late > worst->late_by))
        worst = verdict{"late-remedy", i, claim, late};
    };
    auto const each_term = [&](auto f) {
      for (auto k : m_.claims.ids())
        for (std::size_t n = 0; n < m_.claims[k].terms; ++n)
          f(k, m_.claims[k].about, m_.terms[lupaus::term_id{m_.claims[k].first_term.index() + n}]);
    };
    auto is_claimed = false;
    each_term([&](lupaus::claim_id k, part_id about, lupaus::term const& t) {
      if (t.quality != &lupaus::quality_of<lupaus::recovery> || !within(part, about)) return;
      auto is_from_gate = false;
      auto const left = time_to_recover(r, failure, t, is_from_gate);
      is_claimed = is_claimed || left;
      hold(k, left, is_from_gate);
    });
    auto const does_again =
        r.action == lupaus::action_kind::replace || r.action == lupaus::action_kind::perform_again;
    if (!is_claimed && does_again && !is_her_doing(failure))
      each_term([&](lupaus::claim_id k, part_id about, lupaus::term const& t) {
        if (is_deadline(t) && about == part) hold(k, length(t.limit), false);
      });
    if (worst) all.insert(*worst);
  }
  /// What a claim of recovery leaves from when the rule fires, or from its gate.
  time time_to_recover(lupaus::rule const& r, event_id failure, lupaus::term const& t,
                       bool& is_from_gate) const {
    auto const limit = length(t.limit);
    if (!limit || !t.anchor || t.anchor == r.on || t.anchor == lupaus::ordering) return limit;
    if (t.anchor == failure) {  // the rule fires on the report, some time later
      auto const all = assured(failure);
      auto const report = all.find(r.on);
      if (report == all.end() || !report->second) return {};
      auto const left = best_case(*limit) - worst_case(*report->second);
      return lupaus::span_of_time{left < 0 ? 0 : left, {}};
    }
    auto const from = happening(t.anchor);
    if (is_order_event(from)) return {};
    auto const comes_by_gate = r.gate && meant(from).contains(r.gate);
    if (comes_by_gate || from == failure || is_sure_by(from, failure)) {
      is_from_gate = comes_by_gate;
      return limit;
    }
    auto const at = certain().find(from);  // it comes later
    if (at == certain().end() || !at->second.contains(failure)) return {};
    is_from_gate = r.gate && at->second.contains(r.gate);
    return limit;
  }
};

}  // namespace proof
