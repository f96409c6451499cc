// SPDX-License-Identifier: BSL-1.0
//
// Rules that fire where they should not, and the situations that she cannot get out of.
#pragma once

#include "support/oracle_times.hpp"

#include <map>
#include <set>

namespace proof {

/// misapplied-rule, no-exit, uncovered-failure, silent-failure.
class oracle_exits : public oracle_times {
 public:
  using oracle_times::oracle_times;

  /// The firms that may hold a good, in each situation that can come.
  std::map<element, set<party_id>> holders_of(part_id good) const {
    std::map<element, set<party_id>> holders{{lupaus::ordering, {m_.seller}}};
    for (auto news = true; news;) {
      news = false;
      for (auto const& [from, to] : steps()) {
        if (!holders.contains(from)) continue;
        auto const before = holders[from];
        for (auto const& n : to) {
          auto after = before;
          if (n.kind == lupaus::element_kind::event)
            if (auto const& e = m_.events[static_cast<event_id>(n)]; e.good == good)
              after = {firm(e.holder)};
          auto& known = holders[n];
          auto const size = known.size();
          known.merge(after);
          news = news || known.size() != size;
        }
      }
    }
    return holders;
  }

  void misapplied_rules(set<verdict>& all) const {
    std::map<lupaus::rule_id, situations> wrong;
    for (auto const& p : m_.presumptions) {
      auto const holders = p.happened ? std::map<element, set<party_id>>{} : holders_of(p.good);
      for (auto const& n : firing(m_.rules[p.of])) {
        auto const known = certain().find(n);
        if (known == certain().end()) continue;  // it never comes to that
        auto const holds = p.happened ? known->second.contains(p.happened)
                                      : holders.at(n) == set<party_id>{firm(p.holder)};
        if (!holds) wrong[p.of].insert(n);
      }
    }
    for (auto const& [i, cases] : wrong) all.insert({"misapplied-rule", i, {}, 0, cases});
  }

  /// Each situation that is asked about, with its part: before she has what she bought.
  std::map<element, part_id> asked() const {
    std::map<element, part_id> all;
    if (m_.paid == lupaus::payment::on_the_spot) return all;
    auto const live = reachable({lupaus::ordering}, {});
    for (auto p : m_.parts.ids()) {
      if (!live.contains(p)) continue;
      situations barred;
      for (auto q : m_.parts.ids()) barred.insert(q);
      for (auto e : m_.events.ids()) {
        auto const& x = m_.events[e];
        if (x.of != p || x.kind == kind::completed || (x.good && x.holder == m_.customer) ||
            ends_attempt(e))
          barred.insert(e);
      }
      for (auto const& n : reachable({p}, barred)) all[n] = p;
    }
    return all;
  }
  /// The situations without an exit, and what stands there: the refusing rule, or the part.
  std::map<element, element> closed() const {
    std::map<element, element> where;
    for (auto const& [n, p] : asked()) where[n] = p;
    for (auto const& r : m_.rules) {  // the exits
      if (r.creditor != m_.customer || !is_assured(r.gate, begin(r))) continue;
      auto const on_request =
          m_.events[r.on].kind == kind::cancel_requested &&
          (r.action == lupaus::action_kind::accept || r.action == lupaus::action_kind::refund);
      auto const on_failure = fails(happening(r.on)) && r.action == lupaus::action_kind::refund;
      if (on_request)
        for (auto const& n : scope(r)) where.erase(n);
      if (on_failure)
        for (auto const& n : firing(r)) where.erase(n);
    }
    for (auto i : m_.rules.ids()) {
      auto const& r = m_.rules[i];
      if (r.creditor != m_.customer || r.action != lupaus::action_kind::refuse ||
          m_.events[r.on].kind != kind::cancel_requested)
        continue;
      auto const refused = scope(r);
      for (auto& [n, by] : where)
        if (by.kind == lupaus::element_kind::part && refused.contains(n)) by = i;
    }
    return where;
  }
  void exits(set<verdict>& all) const {
    std::map<element, situations> cases;
    for (auto const& [n, where] : closed()) cases[where].insert(n);
    for (auto const& [where, listed] : cases) all.insert({"no-exit", where, {}, 0, listed});
  }

  /// Every situation of the part that is closed to her comes after a failure without a rule, and
  /// one of them after this one.
  bool is_closed_by(event_id failure, part_id p) const {
    auto by_this = false;
    for (auto const& [n, where] : closed()) {
      if (where != element{p}) continue;
      if (n.kind != lupaus::element_kind::event) return false;
      auto after_any = false;
      for (auto e : m_.events.ids()) {
        if (!fails(e) || m_.events[e].of != m_.events[static_cast<event_id>(n)].of) continue;
        if (is_covered(e) || !is_past(e, static_cast<event_id>(n))) continue;
        after_any = true;
        by_this = by_this || e == failure;
      }
      if (!after_any) return false;
    }
    return by_this;
  }
};

}  // namespace proof
