// SPDX-License-Identifier: BSL-1.0
//
// The gaps that are found by looking at one clause, or at two beside each other: claims, handoffs,
// what is known, failures and their remedies.
#pragma once

#include "support/oracle_duties.hpp"

#include <map>
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
      if (m_.parts[p].kind != lupaus::part_kind::composite && firm(who) != m_.seller)
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
    for (auto const& n : m_.notices) join(n.from, n.to);
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
      if (waits_in_vain || nobody_owes_it)
        all.insert({"blocked-remedy", i, waits_in_vain ? element{r.gate} : element{r.debtor}});
      auto const failure = happening(r.on);
      if (!fails(failure) || !puts_right(r)) continue;
      auto const took = steps_of(r, failure);
      lupaus::claim_id claim;
      auto const allowed = time_claimed(r, failure, claim);
      if (took && allowed && overrun(*took, *allowed) > 0)
        all.insert({"late-remedy", i, claim, overrun(*took, *allowed)});
    }
  }
  /// The strongest claim that a remedy is held against.
  time time_claimed(lupaus::rule const& r, event_id failure, lupaus::claim_id& which) const {
    time strongest;
    auto const part = m_.events[failure].of;
    auto const take = [&](time t, lupaus::claim_id i) {
      if (!t || (strongest && best_case(*strongest) <= best_case(*t))) return;
      strongest = t;
      which = i;
    };
    auto const each_term = [&](auto f) {
      for (auto i : m_.claims.ids())
        for (std::size_t k = 0; k < m_.claims[i].terms; ++k)
          f(i, m_.claims[i].about, m_.terms[lupaus::term_id{m_.claims[i].first_term.index() + k}]);
    };
    each_term([&](lupaus::claim_id i, part_id about, lupaus::term const& t) {
      if (t.quality != &lupaus::quality_of<lupaus::recovery> || !within(part, about)) return;
      if (!t.anchor || t.anchor == r.on) {
        take(length(t.limit), i);
      } else if (t.anchor == failure) {  // the rule fires on the report, some time later
        auto const all = assured(failure);
        auto const report = all.find(r.on);
        if (report == all.end() || !report->second || !length(t.limit)) return;
        auto const left = best_case(*length(t.limit)) - worst_case(*report->second);
        take(lupaus::span_of_time{left < 0 ? 0 : left, {}}, i);
      }
    });
    if (!strongest)
      each_term([&](lupaus::claim_id i, part_id about, lupaus::term const& t) {
        if (is_deadline(t) && about == part) take(length(t.limit), i);
      });
    return strongest;
  }
};

}  // namespace proof
