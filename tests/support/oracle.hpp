// SPDX-License-Identifier: BSL-1.0
//
// The gaps once more, each as it is defined, and written to be believed rather than to be fast: no
// line of include/lupaus/check is used but the type of a finding. Where the checks sweep flags,
// this computes sets: what has happened for certain, who may hold a good, who knows.
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/model/qualities.hpp"

#include <compare>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace proof {

/// What matters in a finding, whoever found it.
struct verdict {
  std::string gap;
  lupaus::element where = {};
  lupaus::element other = {};  ///< where the definition names one; else nothing
  lupaus::seconds_t late_by = 0;
  std::set<lupaus::element> listed = {};  ///< situations, or parties who are not told

  auto operator<=>(verdict const&) const = default;
};

class oracle {
 public:
  using element = lupaus::element;
  using event_id = lupaus::event_id;
  using part_id = lupaus::part_id;
  using party_id = lupaus::party_id;
  using kind = lupaus::event_kind;
  template <class T>
  using set = std::set<T>;
  using situations =
      std::set<element>;  // an event: after it; a part: before it; event 0: the order

  explicit oracle(lupaus::model_view const& m) : m_{m} {
    draw_situations();
    find_certain();
  }

  /// All that the eleven checks have to find.
  set<verdict> verdicts() const {
    set<verdict> all;
    unbacked_claims(all), disowned_parts(all), handoffs(all), uninformed_parties(all);
    uncovered_failures(all), remedies(all), misapplied_rules(all), silent_failures(all), exits(all);
    return all;
  }

  // ---- the words of the design -----------------------------------------------------------------

  party_id firm(party_id p) const {
    return p && m_.parties[p].is == lupaus::role::department ? m_.seller : p;
  }
  bool one_firm(party_id a, party_id b) const { return a && b && firm(a) == firm(b); }
  bool is_order_event(event_id e) const {
    auto const k = m_.events[e].kind;
    return k == kind::ordered || k == kind::cancel_requested || k == kind::replacement_requested ||
           k == kind::cancelled || k == kind::refunded || k == kind::kept;
  }
  bool fails(event_id e) const {
    return m_.events[e].kind == kind::failed || m_.events[e].kind == kind::late;
  }
  bool within(part_id p, part_id outer) const {
    return p && (p == outer || within(m_.parts[p].within, outer));
  }
  /// The events that a reference means: possession is whatever hands her the good.
  set<event_id> meant(event_id reference) const {
    set<event_id> all{reference};
    auto const& r = m_.events[reference];
    if (r.kind == kind::possession)
      for (auto e : m_.events.ids())
        if (m_.events[e].good == r.good && m_.events[e].holder == m_.customer) all.insert(e);
    return all;
  }
  event_id completion_of(part_id p) const {
    for (auto e : m_.events.ids())
      if (m_.events[e].kind == kind::completed && m_.events[e].of == p) return e;
    return {};
  }
  /// Who answers for a part: the nearest declaration around it counts, the whole is the seller's.
  party_id answerable(part_id p) const {
    if (!p || p == lupaus::whole) return m_.seller;
    auto const declared = m_.parts[p].answerable;
    return declared ? declared : answerable(m_.parts[p].within);
  }
  /// What is reported, of a report; else the event itself.
  event_id happening(event_id e) const {
    return m_.events[e].kind == kind::reported ? m_.events[e].subject : e;
  }

  // ---- situations ------------------------------------------------------------------------------

  situations reachable(situations const& from, situations const& barred) const {
    situations seen = from;
    std::deque<element> open(from.begin(), from.end());
    for (; !open.empty(); open.pop_front())
      if (auto const at = next_.find(open.front()); at != next_.end())
        for (auto const& n : at->second)
          if (!barred.contains(n) && seen.insert(n).second) open.push_back(n);
    return seen;
  }
  std::map<element, situations> const& steps() const { return next_; }
  /// The events that have happened on every way to a situation; none for one that never comes.
  std::map<element, set<event_id>> const& certain() const { return certain_; }

  /// True when, by the time that `now` happens, `e` is sure to have happened.
  bool is_past(event_id e, event_id now) const {
    if (!e || e == lupaus::ordering || e == now || e == happening(now)) return true;
    if (is_order_event(e) || is_order_event(happening(now))) return false;
    for (auto n : meant(happening(now)))
      if (auto const c = certain_.find(n); c != certain_.end() && !c->second.contains(e))
        return false;
    return true;
  }

  bool ends_attempt(event_id e) const {
    auto const& x = m_.events[e];
    return x.good && x.holder && firm(x.holder) == m_.seller && x.kind != kind::started;
  }
  situations scope(lupaus::rule const& r) const {
    situations barred, from{lupaus::ordering};
    if (r.until)
      for (auto e : meant(r.until)) barred.insert(e);
    if (r.since) {
      from.clear();
      for (auto e : meant(r.since))
        if (!barred.contains(e)) from.insert(e);
      for (auto e : m_.events.ids())
        if (ends_attempt(e)) barred.insert(e);
    }
    return reachable(from, barred);
  }
  situations firing(lupaus::rule const& r) const {
    auto const in_scope = scope(r);
    auto const trigger = happening(r.on);
    if (is_order_event(trigger)) return in_scope;
    auto const of = m_.events[trigger].of;
    auto const gate = r.gate ? meant(r.gate) : set<event_id>{};
    situations barred;
    for (auto p : m_.parts.ids()) barred.insert(p);
    for (auto e : m_.events.ids())
      if (m_.events[e].of != of || m_.events[e].kind == kind::completed || gate.contains(e) ||
          ends_attempt(e))
        barred.insert(e);
    situations from;
    for (auto e : meant(trigger)) from.insert(e);
    auto fired = reachable(from, barred);
    std::erase_if(fired, [&](element n) { return !in_scope.contains(n); });
    return fired;
  }

  // ---- knowledge -------------------------------------------------------------------------------

  /// The firms that know of an event when it happens.
  set<party_id> knowing(event_id e) const {
    auto const& x = m_.events[e];
    set<party_id> known;
    if (x.kind == kind::ordered || x.kind == kind::cancelled) {
      known = {m_.customer, m_.seller};
      for (auto const& c : m_.commitments)
        if (c.creditor != m_.customer) known.insert(firm(c.debtor)), known.insert(firm(c.creditor));
    } else if (is_order_event(e)) {
      known = {m_.customer, m_.seller};
    } else if (x.kind == kind::possession) {
      auto gives_it = false;
      for (auto p : m_.parties.ids()) known.insert(firm(p));
      for (auto other : meant(e))
        if (other != e) {
          gives_it = true;
          auto const at = knowing(other);
          std::erase_if(known, [&](party_id p) { return !at.contains(p); });
        }
      if (!gives_it) known.clear();
      known.insert(m_.customer);
    } else if (x.kind == kind::reported) {
      if (knowing(x.subject).contains(m_.seller)) known.insert(m_.seller);
    } else {
      if (x.holder) known.insert(firm(x.holder));
      set<party_id> actors;
      for (auto const& t : m_.transitions)
        if (t.to == e) actors.insert(firm(t.by));
      if (actors.size() == 1 && *actors.begin()) known.insert(*actors.begin());
      if (auto const done = completion_of(x.of); done && x.kind == kind::late)
        known.merge(knowing(done));
    }
    for (auto before = known.size() + 1; before != known.size();) {
      before = known.size();
      for (auto const& n : m_.notices)
        if (n.of == e && known.contains(firm(n.from))) known.insert(firm(n.to));
      for (auto const& c : m_.coordinations)
        if ((x.kind == kind::completed || x.kind == kind::late) && x.of == c.before &&
            known.contains(firm(c.owner)))
          for (auto p : {m_.parts[c.before].performer, m_.parts[c.after].performer})
            if (p) known.insert(firm(p));
    }
    return known;
  }
  bool is_addressee(party_id p, event_id e) const {
    for (auto const& n : m_.notices)
      if (n.of == e && one_firm(n.to, p)) return true;
    return false;
  }
  /// The customer and the firms that come later who are left in the dark about a failure.
  set<party_id> untold(event_id failure) const {
    set<party_id> asked{m_.customer}, left;
    for (auto p : later_parts(m_.events[failure].of))
      if (m_.parts[p].performer) asked.insert(firm(m_.parts[p].performer));
    auto const known = knowing(failure);
    for (auto p : asked)
      if (!known.contains(p) && !is_addressee(p, failure)) left.insert(p);
    return left;
  }
  /// (firm, event): the firm has a duty that depends on the event.
  set<std::pair<party_id, event_id>> dependences() const {
    set<std::pair<party_id, event_id>> all;
    auto const add = [&](party_id p, event_id e) {
      if (e) all.emplace(firm(p), e);
    };
    for (auto const& c : m_.commitments)
      add(c.debtor, c.antecedent), add(c.debtor, c.consequent.anchor);
    for (auto const& r : m_.rules) add(r.debtor, r.on), add(r.debtor, r.gate);
    for (auto const& n : m_.notices) add(n.from, n.of);
    for (auto const& c : m_.coordinations) add(c.owner, completion_of(c.before));
    return all;
  }

  // ---- order, times ----------------------------------------------------------------------------

  set<part_id> later_parts(part_id p) const {
    set<part_id> later;
    for (std::deque<part_id> open{p}; !open.empty(); open.pop_front())
      for (auto const& x : m_.precedences)
        if (x.before == open.front() && later.insert(x.after).second) open.push_back(x.after);
    later.erase(p);
    return later;
  }

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
    time begins = lupaus::span_of_time{};
    for (auto const& x : m_.precedences)
      if (x.after == p && inside.contains(x.before)) {
        auto const one = chain(x.before, inside, above);
        if (!one || is_less(begins, one)) begins = one;
        if (!begins) break;
      }
    return sum(begins, contracted(p));
  }
  /// To do the object again, and what follows it up to a part.
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
  bool is_covered(event_id failure) const {
    for (auto const& r : m_.rules)
      if (covers(r, failure)) return true;
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

  // ---- what follows from what ------------------------------------------------------------------

  /// The table of consequences, by its own words.
  bool follows(lupaus::finding const& cause, lupaus::finding const& effect) const {
    auto const is = [](lupaus::finding const& f, std::string_view id) { return f.what->id == id; };
    if (is(cause, "disowned-part")) {
      if (!is(effect, "unbacked-claim")) return false;
      auto const about = m_.claims[static_cast<lupaus::claim_id>(effect.where)].about;
      auto const part = static_cast<part_id>(cause.where);
      auto const declared = m_.parts[about].answerable;
      return about == part || (about != lupaus::whole && within(part, about) && declared &&
                               firm(declared) != m_.seller);
    }
    if (is(cause, "uncovered-failure") && is(effect, "silent-failure"))
      return cause.where == effect.where;
    if (is(cause, "uncovered-failure") && is(effect, "no-exit"))
      return effect.where.kind == lupaus::element_kind::part &&
             is_closed_by(static_cast<event_id>(cause.where), static_cast<part_id>(effect.where));
    if (!is(effect, "uninformed-party")) return false;
    auto const e = static_cast<event_id>(effect.where);
    auto const who = static_cast<party_id>(effect.other);
    if (is(cause, "silent-failure")) return element{happening(e)} == cause.where;
    if (!is(cause, "unowned-handoff") || cause.where.kind != lupaus::element_kind::part)
      return false;
    auto const& x = m_.events[e];
    return element{x.of} == cause.where && (x.kind == kind::completed || x.kind == kind::late) &&
           one_firm(who, m_.parts[static_cast<part_id>(cause.other)].performer);
  }

 private:
  static bool is_deadline(lupaus::term const& t) {
    return t.quality == &lupaus::quality_of<lupaus::deadline>;
  }

  void draw_situations() {
    std::map<part_id, bool> begins;
    for (auto p : m_.parts.ids()) begins[p] = m_.parts[p].kind != lupaus::part_kind::composite;
    for (auto const& x : m_.precedences) {
      begins[x.after] = false;
      next_[completion_of(x.before)].insert(x.after);
    }
    for (auto const& [p, first] : begins)
      if (first) next_[lupaus::ordering].insert(p);
    for (auto const& t : m_.transitions)
      next_[t.from == lupaus::ordering ? element{m_.events[t.to].of} : element{t.from}].insert(
          t.to);
  }

  /// What is certain: the greatest solution of "what is true of all that come before".
  void find_certain() {
    set<event_id> everything;
    for (auto e : m_.events.ids()) everything.insert(e);
    std::map<element, set<element>> previous;
    for (auto const& [from, to] : next_)
      for (auto const& n : to) previous[n].insert(from);
    std::map<element, set<event_id>> means;  // the references that an event fulfils
    for (auto e : m_.events.ids())
      for (auto n : meant(e)) means[n].insert(e);
    auto const live = reachable({lupaus::ordering}, {});
    for (auto const& n : live) certain_[n] = everything;
    certain_[lupaus::ordering] = means[lupaus::ordering];
    for (auto news = true; news;) {
      news = false;
      for (auto const& n : live) {
        if (n == element{lupaus::ordering}) continue;
        auto now = everything;
        for (auto const& from : previous[n])
          if (live.contains(from))
            std::erase_if(now, [&](event_id e) { return !certain_[from].contains(e); });
        now.insert(means[n].begin(), means[n].end());
        if (now == certain_[n]) continue;
        certain_[n] = now;
        news = true;
      }
    }
  }

  /// The firms that may hold a good, in each situation that can come.
  std::map<element, set<party_id>> holders_of(part_id good) const {
    std::map<element, set<party_id>> holders{{lupaus::ordering, {m_.seller}}};
    for (auto news = true; news;) {
      news = false;
      for (auto const& [from, to] : next_) {
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

  static void offer(std::map<event_id, time>& offered, event_id e, time t) {
    auto const [at, is_new] = offered.emplace(e, t);
    if (!is_new && is_less(t, at->second)) at->second = t;
  }
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

  // ---- the eleven ------------------------------------------------------------------------------

  void unbacked_claims(set<verdict>& all) const {
    for (auto i : m_.claims.ids()) {
      auto const& claim = m_.claims[i];
      auto is_unbacked = false;
      for (std::size_t k = 0; k < claim.terms; ++k) {
        auto const* quality = m_.terms[lupaus::term_id{claim.first_term.index() + k}].quality;
        auto backed = false;
        for (auto const& c : m_.commitments)
          if (firm(c.debtor) == m_.seller && c.creditor == m_.customer && !c.overrides &&
              c.consequent.quality == quality)
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
      if (!known.contains(who)) all.insert({"uninformed-party", e, who});
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
      if (r.action != lupaus::action_kind::refuse && !is_assured(r.gate, begin(r)))
        all.insert({"blocked-remedy", i, r.gate});
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

  void misapplied_rules(set<verdict>& all) const {
    std::map<lupaus::rule_id, situations> wrong;
    for (auto const& p : m_.presumptions) {
      auto const holders = p.happened ? std::map<element, set<party_id>>{} : holders_of(p.good);
      for (auto const& n : firing(m_.rules[p.of])) {
        auto const known = certain_.find(n);
        if (known == certain_.end()) continue;  // it never comes to that
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

  lupaus::model_view const& m_;
  std::map<element, situations> next_;
  std::map<element, set<event_id>> certain_;
};

}  // namespace proof
