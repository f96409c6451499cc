// SPDX-License-Identifier: BSL-1.0
//
// Rules that fire where they should not, and the situations that she cannot get out of.
#pragma once

#include "support/oracle_times.hpp"

#include <compare>
#include <deque>
#include <map>
#include <set>

namespace proof {

/// misapplied-rule, no-exit, uncovered-failure, silent-failure.
class oracle_exits : public oracle_times {
 public:
  using oracle_times::oracle_times;

  /// What is known of a presumption on the way to a situation.
  struct on_the_way {
    element at;
    bool fired, applies, is_true;
    auto operator<=>(on_the_way const&) const = default;
  };
  /// A rule that waits for what makes the presumption true presumes nothing.
  bool is_true_by_gate(lupaus::presumption const& p) const {
    auto const gate = m_.rules[p.of].gate;
    if (!gate) return false;
    if (p.happened) return meant(p.happened).contains(gate);
    return m_.events[gate].good == p.good && one_firm(m_.events[gate].holder, p.holder);
  }
  /// The next thing happens: what it changes.
  on_the_way then(lupaus::presumption const& p, on_the_way x, element to) const {
    auto const& r = m_.rules[p.of];
    auto const trigger = happening(r.on);
    auto const is_event = to.kind == lupaus::element_kind::event;
    auto const e = is_event ? static_cast<event_id>(to) : event_id{};
    auto const means = [&](event_id reference) {
      return is_event && reference && meant(reference).contains(e);
    };
    auto const is_back = is_event && ends_attempt(e);
    auto const is_over = !is_event || is_back || m_.events[e].of != m_.events[trigger].of ||
                         m_.events[e].kind == kind::completed || means(r.gate);
    x.at = to;
    x.fired = is_order_event(trigger) || means(trigger) || (x.fired && !is_over);
    x.applies = !means(r.until) && (means(r.since) || (x.applies && !(r.since && is_back)));
    if (p.happened) {
      x.is_true = x.is_true || means(p.happened);
    } else if (is_event && m_.events[e].good == p.good) {
      x.is_true = one_firm(m_.events[e].holder, p.holder);
    }
    return x;
  }

  void misapplied_rules(set<verdict>& all) const {
    std::map<lupaus::rule_id, situations> wrong;
    for (auto const& p : m_.presumptions) {
      if (is_true_by_gate(p)) continue;
      auto const& r = m_.rules[p.of];
      auto first = then(p, {lupaus::ordering, false, false, false}, lupaus::ordering);
      first.applies = first.applies || !r.since;
      first.is_true = p.happened ? first.is_true : firm(p.holder) == m_.seller;
      std::set<on_the_way> seen{first};
      for (std::deque<on_the_way> open{first}; !open.empty(); open.pop_front()) {
        auto const x = open.front();
        if (x.fired && x.applies && !x.is_true) wrong[p.of].insert(x.at);
        if (auto const at = steps().find(x.at); at != steps().end())
          for (auto const& n : at->second)
            if (auto const y = then(p, x, n); seen.insert(y).second) open.push_back(y);
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
