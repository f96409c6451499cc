// SPDX-License-Identifier: BSL-1.0
//
// What is still to do when an order ends, as the oracle sees it.
#pragma once

#include "support/oracle_situations.hpp"

#include <deque>
#include <set>

namespace proof {

/// What comes before what for certain, and whose work the end of the order calls off.
class oracle_ends : public oracle_situations {
 public:
  using oracle_situations::oracle_situations;

  // ---- order -----------------------------------------------------------------------------------

  set<part_id> later_parts(part_id p) const {
    set<part_id> later;
    for (std::deque<part_id> open{p}; !open.empty(); open.pop_front())
      for (auto const& x : m_.precedences)
        if (x.before == open.front() && later.insert(x.after).second) open.push_back(x.after);
    later.erase(p);
    return later;
  }
  /// By the ways of events, or because its part is over when the other's is due, and the other
  /// waits for that.
  bool is_sure_by(event_id e, event_id now) const {
    if (is_past(e, now)) return true;
    auto const p = m_.events[now].of;
    return !reachable({lupaus::ordering}, {p}).contains(now) && is_over_before(e, p);
  }
  /// Its part is over when that one is due.
  bool is_over_before(event_id e, part_id due) const {
    for (auto x : meant(e)) {
      auto const done = completion_of(m_.events[x].of);
      if (done && is_past(x, done) && later_parts(m_.events[x].of).contains(due)) return true;
    }
    return false;
  }
  /// The same, whichever way it came about; of what is reported, too.
  bool has_happened_by(event_id e, event_id now) const {
    if (!e || e == lupaus::ordering || e == now || e == happening(now)) return true;
    if (is_order_event(e) || is_order_event(happening(now))) return false;
    for (auto n : meant(happening(now)))  // possession is each of what hands it over
      if (m_.events[n].kind != kind::possession && !is_sure_by(e, n)) return false;
    return true;
  }

  // ---- the end of the order --------------------------------------------------------------------

  static bool is_incentive(lupaus::commitment const& c) { return c.overrides != nullptr; }
  /// True for a step from one firm to another, neither of them the customer.
  bool is_passed_on(lupaus::commitment const& c) const {
    auto const a = firm(c.creditor), b = firm(c.debtor);
    return a != b && a != m_.customer && b != m_.customer;
  }
  static bool is_price(lupaus::commitment const& c) {
    return c.consequent.quality == &lupaus::quality_of<lupaus::price> && !c.brings_about;
  }
  /// It says how something is, or that it is put right: no work.
  static bool is_of_state(lupaus::commitment const& c) {
    auto const q = c.consequent.quality;
    return !c.brings_about && (q == &lupaus::quality_of<lupaus::condition> ||
                               q == &lupaus::quality_of<lupaus::need_fit> ||
                               q == &lupaus::quality_of<lupaus::recovery>);
  }
  /// Debts of money, warranties, work on request.
  bool lives_on(lupaus::commitment const& c) const {
    if (c.on_request || is_price(c)) return true;
    if (!is_of_state(c)) return false;
    auto const by = m_.parts[c.about].performer;
    return c.antecedent || c.consequent.quality == &lupaus::quality_of<lupaus::recovery> ||
           (is_leaf(c.about) && by && !one_firm(by, c.debtor));
  }
  /// Work of one firm for another, by the seller's order, that nobody wants once that is over.
  bool is_called_off(lupaus::commitment const& c) const {
    set<party_id> reached{m_.seller};
    for (auto before = reached.size() + 1; before != reached.size();) {
      before = reached.size();
      for (auto const& x : m_.commitments)
        if (!is_incentive(x) && is_passed_on(x) && reached.contains(firm(x.creditor)))
          reached.insert(firm(x.debtor));
    }
    return !is_incentive(c) && is_passed_on(c) && !lives_on(c) &&
           reached.contains(firm(c.creditor));
  }
  /// By this rule she cancels, or gets all of her money back.
  bool ends_order(lupaus::rule const& r, kind how) const {
    if (r.creditor != m_.customer) return false;
    if (how == kind::cancelled)
      return r.action == lupaus::action_kind::accept &&
             m_.events[r.on].kind == kind::cancel_requested;
    if (how != kind::refunded || r.action != lupaus::action_kind::refund) return false;
    for (auto p : m_.parts.ids())
      if (r.object && is_leaf(p) && !is_her_part(p) && !within(p, r.object)) return false;
    return true;
  }
  /// In whatever way `now` has come about, `e` has happened.
  bool is_behind(event_id e, event_id now) const {
    auto some = false;
    for (auto by : meant(happening(now))) {
      if (!certain().contains(by)) continue;
      some = true;
      if (!is_sure_by(e, by)) return false;
    }
    return some;
  }
  /// By then the part is completed, or has failed, whichever way it came about.
  bool is_over_by(part_id p, event_id now) const {
    auto some = false;
    for (auto by : meant(happening(now))) {
      if (is_order_event(by) || !certain().contains(by)) continue;
      some = true;
      auto is_over = is_sure_by(completion_of(p), by);
      for (auto e : m_.events.ids())
        if (m_.events[e].of == p && m_.events[e].kind == kind::failed)
          is_over = is_over || certain().at(by).contains(e);
      if (!is_over) return false;
    }
    return some;
  }
  /// The order may end in this way while something that was promised there is still to do.
  bool has_work_at(lupaus::commitment const& c, kind how) const {
    for (auto other : {kind::kept, kind::cancelled, kind::refunded})
      if (c.antecedent && other != how && m_.events[c.antecedent].kind == other) return false;
    auto const e = c.brings_about;
    if (e && m_.events[e].kind != kind::completed) {
      if (how == kind::kept) {
        for (auto p : m_.parts.ids())
          if (is_leaf(p) && !is_her_part(p) && completion_of(p) && is_behind(e, completion_of(p)))
            return false;
        return true;
      }
      for (auto const& r : m_.rules)
        if (ends_order(r, how) && !(is_behind_if_any(e, r.on) || is_behind_if_any(e, r.since) ||
                                    is_behind_if_any(e, r.gate)))
          return true;
      return false;
    }
    for (auto p : m_.parts.ids()) {
      if (!is_leaf(p) || !completion_of(p) || !within(p, e ? m_.events[e].of : c.about)) continue;
      for (auto const& r : m_.rules) {
        if (!ends_order(r, how)) continue;
        auto is_over = false;
        for (auto now : {r.on, r.since, r.gate}) is_over = is_over || (now && is_over_by(p, now));
        if (!is_over) return true;
      }
    }
    return false;
  }
  bool is_behind_if_any(event_id e, event_id now) const { return now && is_behind(e, now); }
};

}  // namespace proof
