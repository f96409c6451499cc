// SPDX-License-Identifier: BSL-1.0
//
// How long things take, what is assured, and which rules are for what, as the oracle sees it.
#pragma once

#include "support/oracle_knowledge.hpp"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace proof {

/// Times and assurance.
class oracle_times : public oracle_knowledge {
 public:
  using oracle_knowledge::oracle_knowledge;

  // ---- times -----------------------------------------------------------------------------------

  /// A length of time; none when it is not known.
  using time = std::optional<lupaus::span_of_time>;
  static time length(lupaus::bound const& b) {
    if (b.kind != lupaus::bound_kind::elapsed && b.kind != lupaus::bound_kind::working) return {};
    return lupaus::length_of(b);
  }
  static time sum(time a, time b) { return a && b ? time{*a + *b} : time{}; }
  static bool is_less(time a, time b) {  // unknown comes last
    return a && (!b || worst_case(*a) < worst_case(*b));
  }

  time contracted(part_id p) const {
    time own, owed;
    auto const by = m_.parts[p].performer;
    for (auto const& a : m_.abilities)
      if (a.what == p && one_firm(a.who, by) && is_less(length(a.lead_time), own))
        own = length(a.lead_time);
    for (auto const& c : m_.commitments)
      if (is_deadline(c.consequent) && !c.on_request && !c.brings_about && one_firm(c.debtor, by) &&
          within(p, c.about) && is_less(length(c.consequent.limit), owed))
        owed = length(c.consequent.limit);
    return own ? own : owed;
  }
  /// The longest chain of parts inside a set that ends with `p`; unknown if any time on any chain
  /// is, or if a chain bites its tail.
  time chain(part_id p, set<part_id> const& inside, set<part_id> above = {}) const {
    if (!above.insert(p).second) return {};
    auto const waits = comes_later_.find(p);
    time begins = waits == comes_later_.end() ? lupaus::span_of_time{} : waits->second;
    for (auto const& x : m_.precedences)
      if (x.after == p && inside.contains(x.before)) {
        auto const one = chain(x.before, inside, above);
        if (!one || is_less(begins, one)) begins = one;
        if (!begins) break;
      }
    return ends(p, begins, inside);
  }
  /// When a part ends that can begin then: by its own time, or by the deadline that comes first. A
  /// deadline that is over before the part can begin, or whose anchor says nothing, begins with it.
  time ends(part_id p, time begins, set<part_id> const& inside) const {
    time own, owed;
    auto const by = m_.parts[p].performer;
    for (auto const& a : m_.abilities)
      if (a.what == p && one_firm(a.who, by) && is_less(length(a.lead_time), own))
        own = length(a.lead_time);
    if (own) return sum(begins, own);
    for (auto const& c : m_.commitments) {
      if (!is_deadline(c.consequent) || c.on_request || c.brings_about || !one_firm(c.debtor, by) ||
          !within(p, c.about))
        continue;
      auto end = sum(zero_of(c.consequent.anchor, p, inside), length(c.consequent.limit));
      if (!end || (begins && worst_case(*end) < worst_case(*begins)))
        end = sum(begins, length(c.consequent.limit));
      if (is_less(end, owed)) owed = end;
    }
    return owed;
  }
  /// Where on the clock of the chain an anchor lies; unknown when it is not on the way to the part.
  time zero_of(event_id by_any_name, part_id p, set<part_id> const& inside) const {
    auto const anchor = one_name(by_any_name);
    if (!anchor || anchor == lupaus::ordering) return lupaus::span_of_time{};
    auto const& e = m_.events[anchor];
    if (e.kind != kind::completed) return {};
    if (e.of == counted_from_) return lupaus::span_of_time{};
    if (!inside.contains(e.of) || !later_parts(e.of).contains(p)) return {};
    return chain(e.of, inside);
  }
  /// Before when a part cannot begin, because something beside the path has to come first.
  mutable std::map<part_id, time> comes_later_ = {};
  mutable part_id counted_from_ = {};  ///< the part from whose end a chain counts
  /// To do the object again, and what follows it up to a part. What counts from the order counts
  /// from the remedy.
  time again(part_id object, part_id up_to) const {
    set<part_id> own, all;
    for (auto p : m_.parts.ids())
      if (m_.parts[p].kind != lupaus::part_kind::composite && within(p, object)) own.insert(p);
    all = own;
    for (auto p : own) all.merge(later_parts(p));
    if (all.contains(up_to)) return chain(up_to, all);
    time longest = lupaus::span_of_time{};
    for (auto p : own) {
      auto const one = chain(p, own);
      if (!one) return {};
      if (is_less(longest, one)) longest = one;
    }
    return longest;
  }

  // ---- assurance -------------------------------------------------------------------------------

  /// What is assured once `now` has happened, and in what time. Settled in the order of time: what
  /// can be had soonest first, then what follows from it.
  std::map<event_id, time> assured(event_id now) const {
    std::map<event_id, time> settled, offered;
    for (auto e : m_.events.ids())
      if (is_past(e, now)) offered[e] = lupaus::span_of_time{};
    for (auto const& a : m_.abilities)
      if (auto const e = completion_of(a.what)) offer(offered, e, length(a.lead_time));
    while (!offered.empty()) {
      auto soonest = offered.begin();
      for (auto i = offered.begin(); i != offered.end(); ++i)
        if (is_less(i->second, soonest->second)) soonest = i;
      auto const e = soonest->first;
      settled.insert(*soonest);
      offered.erase(soonest);
      for (auto const& c : m_.commitments) {
        auto const start = c.consequent.anchor ? c.consequent.anchor : lupaus::ordering;
        if (!is_deadline(c.consequent) || c.overrides || !settled.contains(start) ||
            (c.antecedent && !settled.contains(c.antecedent)))
          continue;
        if (e != start && e != c.antecedent) continue;
        auto begins = settled[start];
        if (c.antecedent && is_less(begins, settled[c.antecedent])) begins = settled[c.antecedent];
        for (auto what : brought_about(c))
          if (!settled.contains(what))
            offer(offered, what, sum(begins, length(c.consequent.limit)));
      }
      for (auto const& t : m_.transitions)  // what she can do alone
        if (t.by == m_.customer && t.from == e && e != lupaus::ordering &&
            m_.events[t.to].kind == kind::step && !settled.contains(t.to))
          offer(offered, t.to, settled[e]);
      for (auto what : m_.events.ids())
        if (m_.events[what].kind == kind::reported && m_.events[what].subject == e)
          for (auto const& n : m_.notices)
            if (n.of == e && firm(n.to) == m_.seller && !settled.contains(what))
              offer(offered, what, sum(settled[e], length(n.within)));
    }
    return settled;
  }
  bool is_assured(event_id e, event_id now) const { return !e || assured(now).contains(e); }

  // ---- rules -----------------------------------------------------------------------------------

  bool covers(lupaus::rule const& r, event_id failure) const {
    if (r.on == failure || (m_.events[r.on].kind == kind::reported && happening(r.on) == failure))
      return true;
    return m_.events[r.on].kind == kind::replacement_requested && r.since && puts_right(r) &&
           scope(r).contains(failure);
  }
  /// It is owed to her by somebody else, and gives her something.
  bool is_for_her(lupaus::rule const& r) const {
    using act = lupaus::action_kind;
    set<act> const gives{act::replace, act::perform_again, act::repair, act::refund, act::accept};
    return r.creditor == m_.customer && gives.contains(r.action);
  }
  bool is_her_doing(event_id e) const {
    set<party_id> by;
    for (auto const& t : m_.transitions)
      if (t.to == e) by.insert(t.by);
    return by == set<party_id>{m_.customer};
  }
  /// The rule would put the failure right for her, or pay back all.
  bool makes_good(lupaus::rule const& r, event_id failure) const {
    if (!is_for_her(r)) return false;
    if (r.action == lupaus::action_kind::accept)
      return m_.events[r.on].kind == kind::replacement_requested;
    auto const failed = m_.events[failure].of;
    set<part_id> good_for{failed};  // what may be put right instead
    if (m_.parts[failed].carries) good_for.insert(m_.parts[failed].carries);
    auto is_everything = true;
    for (auto p : m_.parts.ids())
      if (m_.parts[p].kind != lupaus::part_kind::composite) {
        is_everything = is_everything && (!r.object || within(p, r.object));
        if (later_parts(p).contains(failed)) good_for.insert(p);
      }
    if (r.action == lupaus::action_kind::refund) return is_everything;
    for (auto p : good_for)
      if (!r.object || within(p, r.object)) return true;
    return false;
  }
  /// The rule may be over when the failure happens.
  bool may_be_over(lupaus::rule const& r, event_id failure) const {
    if (!r.until || is_order_event(r.until)) return false;
    auto const end = happening(r.until);
    if (end == failure) return true;
    situations ends;
    for (auto x : meant(end)) ends.insert(x);
    if (reachable(ends, {}).contains(failure)) return true;
    auto const p = m_.events[failure].of;
    for (auto x : meant(end)) {
      auto const q = m_.events[x].of;
      if (m_.events[x].kind != kind::possession && q != p && !later_parts(q).contains(p) &&
          !later_parts(p).contains(q))
        return true;  // it goes on beside it
    }
    return false;
  }
  bool is_covered(event_id failure) const {
    std::vector<lupaus::rule> open;
    for (auto const& r : m_.rules)
      if ((happening(r.on) == failure || m_.events[r.on].kind == kind::replacement_requested) &&
          (is_her_doing(failure) || makes_good(r, failure)))
        open.push_back(r);
    // The events from which on some rule is sure to apply: until another takes over.
    set<event_id> from;
    for (auto const& r : open)
      if (!r.since || r.since == lupaus::ordering || happening(r.since) == failure ||
          (!is_order_event(r.since) && is_sure_by(r.since, failure)))
        from.insert(r.since);
    for (auto before = from.size() + 1; before != from.size();) {
      before = from.size();
      for (auto const& r : open) {
        if (!from.contains(r.since)) continue;
        if (!may_be_over(r, failure)) return true;
        from.insert(r.until);
      }
    }
    return false;
  }
  static bool puts_right(lupaus::rule const& r) {
    return r.action != lupaus::action_kind::accept && r.action != lupaus::action_kind::refuse;
  }
  /// From when the gate of a rule is waited for.
  event_id begin(lupaus::rule const& r) const {
    if (!is_order_event(r.on)) return r.on;
    return r.since ? r.since : lupaus::ordering;
  }
  /// The time that a remedy takes, from its trigger.
  time steps_of(lupaus::rule const& r, event_id failure) const {
    time total = lupaus::span_of_time{};
    if (r.gate) {
      auto const all = assured(r.on);
      auto const gate = all.find(r.gate);
      total = gate == all.end() ? time{} : gate->second;
    }
    if (r.within.kind != lupaus::bound_kind::nothing) total = sum(total, length(r.within));
    if (r.object && r.action != lupaus::action_kind::repair)
      total = sum(total, again(r.object, m_.events[failure].of));
    return total;
  }

 private:
  static void offer(std::map<event_id, time>& offered, event_id e, time t) {
    auto const [at, is_new] = offered.emplace(e, t);
    if (!is_new && is_less(t, at->second)) at->second = t;
  }

 public:
  set<event_id> brought_about(lupaus::commitment const& c) const {
    set<event_id> all;
    for (auto e : m_.events.ids()) {
      if (c.brings_about) {
        if (meant(e).contains(c.brings_about) || meant(c.brings_about).contains(e)) all.insert(e);
        continue;
      }
      auto const k = m_.events[e].kind;
      if (k == kind::completed && within(m_.events[e].of, c.about)) all.insert(e);
      if (k == kind::possession)
        for (auto n : meant(e))
          if (m_.events[n].kind == kind::completed && within(m_.events[n].of, c.about))
            all.insert(e);
    }
    return all;
  }
};

}  // namespace proof
