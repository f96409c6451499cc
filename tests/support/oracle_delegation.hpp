// SPDX-License-Identifier: BSL-1.0
//
// Who passes work on to whom, and who has taken on what: found by closing relations, step by step,
// until nothing is added.
#pragma once

#include "support/oracle_exits.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace proof {

/// unperformed-commitment, weaker-subcontract, cyclic-delegation.
class oracle_delegation : public oracle_exits {
 public:
  using oracle_exits::oracle_exits;
  using commitment = lupaus::commitment;
  using commitment_id = lupaus::commitment_id;
  template <class T>
  using relation = std::map<T, set<T>>;

  // ---- relations -------------------------------------------------------------------------------

  /// Over any number of steps (Warshall). What reaches itself lies on a cycle.
  template <class T>
  static relation<T> closed_under_steps(relation<T> r) {
    set<T> nodes;
    for (auto const& [a, to] : r) {
      nodes.insert(a);
      nodes.insert(to.begin(), to.end());
    }
    for (auto const& via : nodes)
      for (auto const& a : nodes)
        if (r[a].contains(via)) r[a].insert(r[via].begin(), r[via].end());
    return r;
  }
  /// The sets of those that reach each other.
  template <class T>
  static set<set<T>> cycles_of(relation<T> const& steps) {
    auto const reach = closed_under_steps(steps);
    set<set<T>> all;
    for (auto const& [a, to] : reach) {
      set<T> cycle;
      for (auto const& b : to)
        if (to.contains(a) && reach.at(b).contains(a)) cycle.insert(b);
      if (!cycle.empty()) all.insert(cycle);
    }
    return all;
  }
  template <class T>
  static set<T> reached_from(T a, relation<T> const& steps) {
    auto all = closed_under_steps(steps)[a];
    all.insert(a);
    return all;
  }

  // ---- who passes work on ----------------------------------------------------------------------

  bool is_hers(commitment const& c) const { return c.creditor == m_.customer; }
  bool is_sellers_to_her(commitment const& c) const {
    return is_hers(c) && firm(c.debtor) == m_.seller && !is_incentive(c);
  }
  bool is_work(commitment const& c, part_id p) const {
    if (is_incentive(c) || c.on_request || !within(p, c.about)) return false;
    if (c.consequent.quality && c.consequent.quality->personal) return false;
    return !c.brings_about || c.brings_about == completion_of(p);
  }
  relation<party_id> hops(part_id p) const {
    relation<party_id> all;
    for (auto const& c : m_.commitments)
      if (is_work(c, p) && is_passed_on(c)) all[firm(c.creditor)].insert(firm(c.debtor));
    return all;
  }
  party_id performer_firm(part_id p) const { return firm(m_.parts[p].performer); }
  /// Somebody does it, and the work has come to him from the seller.
  bool is_reached(part_id p) const {
    auto const who = performer_firm(p);
    return who && reached_from(m_.seller, hops(p)).contains(who);
  }
  set<party_id> firms_under_contract() const {
    relation<party_id> all;
    for (auto const& c : m_.commitments)
      if (!is_incentive(c) && is_passed_on(c)) all[firm(c.creditor)].insert(firm(c.debtor));
    return reached_from(m_.seller, all);
  }

  // ---- unperformed-commitment, missing-enabler -------------------------------------------------

  bool is_provided(lupaus::capability_id k) const {
    for (auto const& p : m_.provisions)
      if (p.of == k) return true;
    return false;
  }
  set<lupaus::capability_id> missing_for(part_id p) const {
    set<lupaus::capability_id> all;
    for (auto const& r : m_.requirements) {
      auto const& c = m_.commitments[r.of];
      auto const theirs = firm(c.debtor) == m_.seller || one_firm(c.debtor, m_.parts[p].performer);
      if (!is_incentive(c) && theirs && within(p, c.about) && !is_provided(r.on)) all.insert(r.on);
    }
    return all;
  }
  bool is_owed_to_her(part_id p) const {
    if (firm(answerable(p)) == m_.seller) return true;
    for (auto const& c : m_.commitments)
      if (is_sellers_to_her(c) && within(p, c.about)) return true;
    return false;
  }
  void unperformed(set<verdict>& all) const {
    for (auto p : m_.parts.ids())
      if (is_leaf(p) && !is_her_part(p) && is_owed_to_her(p) &&
          (!is_reached(p) || !missing_for(p).empty() || is_never_handed_over(p)))
        all.insert({"unperformed-commitment", p});
  }

  /// Some step of others hands the good to her, and none who could do it has to.
  bool is_never_handed_over(part_id good) const {
    auto some = false;
    for (auto e : m_.events.ids()) {
      auto const& x = m_.events[e];
      if (m_.parts[good].kind != lupaus::part_kind::good || x.good != good ||
          x.holder != m_.customer || x.kind == kind::possession)
        continue;
      if (is_seen_to_be_handed_over(e)) return false;
      some = true;
    }
    return some;
  }
  bool is_seen_to_be_handed_over(event_id e) const {
    if (m_.events[e].kind == kind::completed) return true;  // what carries it sees to that
    auto const done = completion_of(m_.events[e].of);
    for (auto const& t : m_.transitions) {
      if (t.to != e) continue;
      if (!t.by || firm(t.by) == m_.seller || t.by == m_.customer) return true;
      for (auto const& c : m_.commitments) {
        if (is_incentive(c) || c.on_request || !one_firm(c.debtor, t.by)) continue;
        if (!is_hers(c) && !firms_under_contract().contains(firm(c.creditor))) continue;
        auto const what = brought_about(c);
        auto const is_personal = c.consequent.quality && c.consequent.quality->personal;
        if (what.contains(e)) return true;
        if (done && !is_personal && what.contains(done) && is_past(e, done)) return true;
      }
    }
    return false;
  }

  // ---- cyclic-delegation -----------------------------------------------------------------------

  void cyclic_delegations(set<verdict>& all) const {
    set<set<party_id>> distinct;
    for (auto p : m_.parts.ids())
      if (is_leaf(p)) distinct.merge(cycles_of(hops(p)));
    for (auto const& members : distinct) {
      verdict v{"cyclic-delegation", *members.begin(), *std::next(members.begin())};
      v.listed.insert(members.begin(), members.end());
      all.insert(v);
    }
  }

  // ---- weaker-subcontract ----------------------------------------------------------------------

  bool keeps(commitment const& work, commitment const& c) const {
    if (work.consequent.quality != c.consequent.quality) return false;
    if (entails(by_one_name(work.consequent), by_one_name(c.consequent))) return true;
    auto const limit = length(work.consequent.limit), allowed = length(c.consequent.limit);
    if (!is_deadline(c.consequent) || !limit || !allowed) return false;
    auto const anchor = [](lupaus::term const& t) {
      return t.anchor ? t.anchor : lupaus::ordering;
    };
    auto const known = assured(anchor(c.consequent));
    auto const start = known.find(anchor(work.consequent));
    return start != known.end() && start->second && overrun(*start->second + *limit, *allowed) == 0;
  }
  /// Who is reached from the seller over steps each of which keeps the term.
  set<party_id> strongly_reached(part_id p, commitment const& c) const {
    relation<party_id> strong;
    for (auto const& work : m_.commitments)
      if (is_work(work, p) && is_passed_on(work) && keeps(work, c))
        strong[firm(work.creditor)].insert(firm(work.debtor));
    return reached_from(m_.seller, strong);
  }
  bool is_of_weak_chain(part_id p, commitment const& c) const {
    auto const who = performer_firm(p);
    return who && who != m_.seller && is_reached(p) && !strongly_reached(p, c).contains(who);
  }
  bool is_owed_beside_a_stronger(commitment_id i) const {
    auto const& c = m_.commitments[i];
    for (auto k : m_.commitments.ids()) {
      auto const& x = m_.commitments[k];
      if (k == i || !is_kept_by_work(x) || x.about != c.about) continue;
      auto const forth = entails(by_one_name(x.consequent), by_one_name(c.consequent)),
                 back = entails(by_one_name(c.consequent), by_one_name(x.consequent));
      if (forth && (!back || k < i)) return true;
    }
    return false;
  }
  bool is_kept_by_work(commitment const& c) const {
    return is_sellers_to_her(c) && !c.on_request && c.consequent.quality &&
           !c.consequent.quality->personal && !c.brings_about;
  }
  /// The first contract that leads out of the firms that are strongly reached, on a way to the
  /// performer; one that speaks of the quality before one that does not.
  commitment_id weakest(part_id p, commitment const& c) const {
    auto const strong = strongly_reached(p, c);
    auto const who = performer_firm(p);
    auto const all = hops(p);
    commitment_id first;
    for (auto k : m_.commitments.ids()) {
      auto const& x = m_.commitments[k];
      if (!is_work(x, p) || !is_passed_on(x)) continue;
      auto const a = firm(x.creditor), b = firm(x.debtor);
      if (!strong.contains(a) || strong.contains(b) || !reached_from(b, all).contains(who))
        continue;
      if (x.consequent.quality == c.consequent.quality) return k;
      if (!first) first = k;
    }
    return first;
  }
  void weaker_subcontracts(set<verdict>& all) const {
    for (auto i : m_.commitments.ids()) {
      auto const& c = m_.commitments[i];
      if (!is_kept_by_work(c) || is_owed_beside_a_stronger(i)) continue;
      for (auto p : m_.parts.ids()) {
        auto const is_bound =
            c.consequent.quality->covers_parts ? within(p, c.about) : p == c.about;
        if (!is_leaf(p) || !is_bound || !is_of_weak_chain(p, c)) continue;
        verdict v{"weaker-subcontract", i, weakest(p, c)};
        v.part = p;
        all.insert(v);
        break;
      }
    }
  }
};

}  // namespace proof
