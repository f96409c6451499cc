// SPDX-License-Identifier: BSL-1.0
//
// How long things take, what is assured, and which rules are for what, as the oracle sees it.
#pragma once

#include "support/oracle_knowledge.hpp"

#include <map>
#include <optional>
#include <set>
#include <tuple>
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
    if (!above.insert(p).second || comes_after_a_ring(p, inside)) return {};
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
  bool comes_after_a_ring(part_id p, set<part_id> const& inside) const {
    for (auto const& x : m_.precedences)
      if (inside.contains(x.before) && inside.contains(x.after) &&
          later_parts(x.after).contains(x.before) &&
          (x.before == p || later_parts(x.before).contains(p)))
        return true;
    return false;
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

  /// What can be counted on once `now` has happened, and in what time. All offers are made again
  /// and again, until none is better than what is known.
  std::map<event_id, time> const& assured(event_id now) const {
    return assured(lupaus::so_far{.now = now});
  }
  std::map<event_id, time> const& assured(lupaus::so_far const& now) const {
    auto const [at, is_new] = assured_.try_emplace({now.now, now.also, now.due});
    auto& known = at->second;
    if (!is_new) return known;
    for (auto e : m_.events.ids())
      if (is_past(e, now)) known[e] = lupaus::span_of_time{};
    for (auto news = true; news;) {
      news = false;
      auto const offer = [&](event_id e, time t) {
        auto const [old, first] = known.emplace(e, t);
        if (!first && !is_less(t, old->second)) return;
        old->second = t;
        news = true;
      };
      for (auto e : m_.events.ids()) {
        auto const& x = m_.events[e];
        if (x.kind == kind::possession)
          for (auto by : meant(e))
            if (by != e && known.contains(by)) offer(e, known[by]);
        if (x.kind == kind::reported && known.contains(x.subject))
          for (auto const& n : m_.notices)
            if (n.of == x.subject && firm(n.to) == m_.seller)
              offer(e, sum(known[x.subject], length(n.within)));
        if (!fails(e))
          for (auto const& t : m_.transitions)
            if (t.to == e) offer_on(t, now, known, offer);
      }
    }
    return known;
  }
  /// On one way: where it is open, and not barred by a failure that stands.
  template <class Known, class Offer>
  void offer_on(lupaus::transition const& t, lupaus::so_far const& now, Known& known,
                Offer offer) const {
    auto const& x = m_.events[t.to];
    // Its money may have been paid back, for good.
    if (m_.events[happening(now.now)].of != x.of && m_.events[happening(now.also)].of != x.of &&
        now.due != x.of)
      for (auto const& r : m_.rules)
        if (r.creditor == m_.customer && r.action == lupaus::action_kind::refund && r.object &&
            m_.events[happening(r.on)].kind != kind::late && is_left_out(x.of, r.object))
          return;
    time open = lupaus::span_of_time{};
    auto const wait_for = [&](event_id e) {
      if (!known.contains(e)) return false;
      auto const then = known[e];
      if (is_less(open, then)) open = then;
      return true;
    };
    if (t.from != lupaus::ordering) {
      if (!wait_for(t.from)) return;
    } else {
      for (auto const& c : m_.precedences)
        if (c.after == x.of && !wait_for(completion_of(c.before))) return;
      if (!learns_that_it_can_begin(x.of)) return;
    }
    // Who carries a good that somebody else has at first gets it by the start.
    if (x.kind == kind::completed)
      for (auto s : m_.events.ids()) {
        auto const good = m_.events[s].good;
        if (m_.events[s].kind != kind::started || m_.events[s].of != x.of || !good) continue;
        auto const has = m_.parts[good].performer ? m_.parts[good].performer : m_.seller;
        auto const gets = m_.parts[x.of].performer;
        if (gets && !one_firm(gets, has) && !wait_for(s)) return;
      }
    if (x.kind == kind::completed)
      for (auto e : m_.events.ids())
        if (takes_away(e, x.of) && (!is_after_failure(e) || is_past(e, now))) return;
    if (x.kind == kind::completed)
      for (auto f : m_.events.ids())
        if (m_.events[f].kind == kind::failed && m_.events[f].of == x.of && f != t.from &&
            is_past(f, now) &&
            (t.from == lupaus::ordering || !oracle_situations::is_past(f, t.from)))
          return;
    if (t.by == m_.customer) offer(t.to, open);
    for (auto e : ahead(t.to)) {
      auto const is_this = e == t.to;
      for (auto const& c : m_.commitments) {
        auto const start = c.consequent.anchor ? c.consequent.anchor : lupaus::ordering;
        if (!is_deadline(c.consequent) || c.overrides || !brought_about(c).contains(e)) continue;
        if (!is_this && t.by && !one_firm(c.debtor, t.by)) continue;
        if (!known.contains(start) || (c.antecedent && !known.contains(c.antecedent))) continue;
        auto begins = known[start];
        if (c.antecedent && is_less(begins, known[c.antecedent])) begins = known[c.antecedent];
        offer(t.to, sum(begins, length(c.consequent.limit)));
      }
      if (m_.events[e].kind == kind::completed)
        for (auto const& a : m_.abilities)
          if (a.what == m_.events[e].of && (is_this || one_firm(a.who, t.by)))
            offer(t.to, sum(open, length(a.lead_time)));
    }
    if (x.good && x.holder == m_.customer && t.by && t.by != m_.customer &&
        t.from != lupaus::ordering && m_.events[t.from].good == x.good &&
        one_firm(m_.events[t.from].holder, t.by))
      offer(t.to, time{});
  }
  /// He knows of all that comes before, or his time counts from none of it that she could tell him
  /// of; or she can tell him of all that he lacks.
  bool learns_that_it_can_begin(part_id p) const {
    auto const who = m_.parts[p].performer;
    if (!who) return true;
    auto reached = false;
    for (auto const& c : m_.channels)
      reached = reached || (c.a == m_.customer && one_firm(c.b, who)) ||
                (c.b == m_.customer && one_firm(c.a, who));
    auto lacks_word = false, can_be_told = true;
    for (auto const& x : m_.precedences) {
      auto const done = completion_of(x.before);
      if (x.after != p || !done || knowing(done).contains(firm(who))) continue;
      auto const she_can = reached && knowing(done).contains(m_.customer);
      auto counts = false;
      for (auto const& c : m_.commitments)
        counts = counts || (is_deadline(c.consequent) && one_firm(c.debtor, who) &&
                            within(p, c.about) && c.consequent.anchor == done);
      if (!she_can && !counts) continue;
      lacks_word = true;
      can_be_told = can_be_told && she_can;
    }
    return !lacks_word || can_be_told;
  }
  /// The step may take the goods from who carries them, for good.
  bool takes_away(event_id e, part_id carriage) const {
    auto const& x = m_.events[e];
    auto const& p = m_.parts[carriage];
    if (x.kind != kind::step || !x.good || x.good != p.carries || !x.holder || !p.performer ||
        one_firm(p.performer, x.holder) || !is_live(e))
      return false;
    event_id started;
    for (auto s : m_.events.ids())
      if (m_.events[s].kind == kind::started && m_.events[s].of == carriage) started = s;
    if (!started || m_.events[started].good != x.good || is_sure_by(e, started)) return false;
    if (auto const done = completion_of(carriage); done && is_sure_by(done, e)) return false;
    for (auto other : m_.events.ids())
      if (other != e && m_.events[other].good == x.good &&
          one_firm(m_.events[other].holder, p.performer) && is_live(other) && is_sure_by(e, other))
        return false;
    return true;
  }
  bool is_after_failure(event_id e) const {
    for (auto f : m_.events.ids())
      if (m_.events[f].kind == kind::failed && is_sure_by(f, e)) return true;
    return false;
  }
  bool is_live(event_id e) const { return reachable({lupaus::ordering}, {}).contains(e); }
  using oracle_situations::is_past;
  bool is_past(event_id e, lupaus::so_far const& then) const {
    return has_happened_by(e, then.now) || has_happened_by(e, then.also) ||
           (then.due && !is_order_event(e) && is_sure_of_due(e, then.due));
  }
  /// It has happened when that part is due.
  bool is_sure_of_due(event_id e, part_id p) const {
    situations ways;
    for (auto x : meant(e)) ways.insert(x);
    return !reachable({lupaus::ordering}, ways).contains(p) || is_over_before(e, p);
  }
  /// What the event leads to in the life of its part without a failure, itself too.
  set<event_id> ahead(event_id e) const {
    set<event_id> all{e};
    for (auto before = all.size() + 1; before != all.size();) {
      before = all.size();
      for (auto const& t : m_.transitions)
        if (t.from != lupaus::ordering && all.contains(t.from) && !fails(t.to) &&
            m_.events[t.to].of == m_.events[e].of)
          all.insert(t.to);
    }
    return all;
  }
  bool is_assured(event_id e, event_id now) const { return !e || assured(now).contains(e); }

  // ---- rules -----------------------------------------------------------------------------------

  bool covers(lupaus::rule const& r, event_id failure) const {
    if (r.on == failure || (m_.events[r.on].kind == kind::reported && happening(r.on) == failure))
      return true;
    return m_.events[r.on].kind == kind::replacement_requested && r.since &&
           r.since != lupaus::ordering && puts_right(r) && scope(r).contains(failure);
  }
  /// It is owed to her by somebody else, and gives her something.
  bool is_for_her(lupaus::rule const& r) const {
    using act = lupaus::action_kind;
    set<act> const gives{act::replace,      act::perform_again, act::repair,
                         act::reduce_price, act::refund,        act::accept};
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
    if (r.action == lupaus::action_kind::reduce_price) return is_price_of(r.object, failed);
    set<part_id> good_for{failed};  // what may be put right instead
    if (m_.parts[failed].carries) good_for.insert(m_.parts[failed].carries);
    auto is_everything = true;
    for (auto p : m_.parts.ids())
      if (is_leaf(p)) {
        is_everything = is_everything && (!r.object || is_her_part(p) || within(p, r.object));
        if (later_parts(p).contains(failed)) good_for.insert(p);
      }
    if (r.action == lupaus::action_kind::refund)
      return is_everything || (r.object && is_left_out_with_all_after(failed, r.object));
    for (auto p : good_for)
      if (!r.object || within(p, r.object)) return true;
    return false;
  }
  /// She keeps what failed, and pays less for it.
  bool is_price_of(part_id object, part_id failed) const {
    auto const good = m_.parts[failed].carries;
    return !is_her_part(failed) &&
           (!object || within(failed, object) || (good && within(good, object)));
  }
  /// What holds it, or holds what it carries, is severable, and all of that is paid back.
  bool is_left_out(part_id p, part_id paid_back) const {
    for (auto x = m_.parts[p].carries ? m_.parts[p].carries : p; x && x != lupaus::whole;
         x = is_her_part(x) ? part_id{} : m_.parts[x].within)
      if (m_.parts[x].severable && within(x, paid_back)) return true;
    return false;
  }
  bool is_left_out_with_all_after(part_id p, part_id paid_back) const {
    if (!is_left_out(p, paid_back)) return false;
    for (auto q : later_parts(p))
      if (is_leaf(q) && !is_her_part(q) && !is_left_out(q, paid_back)) return false;
    return true;
  }
  /// The rule may be over when the failure happens.
  bool may_be_over(lupaus::rule const& r, event_id failure) const {
    if (!r.until) return false;
    if (r.until == lupaus::ordering || m_.events[r.until].kind == kind::cancel_requested)
      return true;
    if (is_order_event(happening(r.until))) return false;  // nobody reports those
    auto const end = happening(r.until);
    if (end == failure) return true;
    situations ends;
    for (auto x : meant(end)) ends.insert(x);
    if (reachable(ends, {}).contains(failure)) return true;
    if (r.on == failure && is_no_failure_after(r.until, failure)) return false;
    // What does not lead to the failure may have happened all the same; by her request, more may.
    auto const asks = m_.events[r.on].kind == kind::replacement_requested;
    for (auto x : meant(end))
      if (m_.events[x].kind != kind::possession && can_stand_beside(x, failure) &&
          (asks || !is_sure_by(failure, x)))
        return true;
    return false;
  }
  /// It counts until then, or until a shorter time from the same event has passed.
  bool is_no_failure_after(event_id passed, event_id failure) const {
    auto const end = m_.events[failure].until;
    if (!end || m_.events[passed].kind != kind::timed_out) return false;
    auto const &a = m_.events[end], &b = m_.events[passed];
    auto const length = [](lupaus::bound const& x) {
      return lupaus::worst_case(lupaus::length_of(x));
    };
    return end == passed || (!a.subject && a.of == b.of && a.since == b.since &&
                             length(a.within) < length(b.within));
  }
  bool can_stand_beside(event_id x, event_id failure) const {
    auto const p = m_.events[failure].of, q = m_.events[x].of;
    auto const k = m_.events[x].kind;
    if ((k == kind::completed || k == kind::failed) && (q == p || later_parts(q).contains(p)))
      return false;
    if (q == p || !later_parts(p).contains(q)) return true;
    // Of a later part: it waits until all before is performed, and that does not fail then.
    for (auto const& t : m_.transitions)
      if (t.to == x && t.from != lupaus::ordering && m_.events[t.from].of != q) return true;
    auto const done = completion_of(p);
    for (auto const& t : m_.transitions)
      if (t.to == failure && done && t.from != lupaus::ordering && !is_order_event(t.from))
        for (auto from : meant(happening(t.from)))
          if (is_sure_by(done, from)) return true;
    return false;
  }
  /// Not only while its part is being performed, before anything else has happened to it.
  bool may_show_late(event_id failure) const {
    if (m_.events[failure].kind == kind::late) return true;
    for (auto const& t : m_.transitions) {
      if (t.to != failure || !t.from || t.from == lupaus::ordering) continue;
      auto const& from = m_.events[t.from];
      if (from.kind != kind::started || from.of != m_.events[failure].of) return true;
    }
    return false;
  }
  bool is_beside(event_id e, part_id p) const {
    auto const q = m_.events[e].of;
    return p != q && !later_parts(p).contains(q) && !later_parts(q).contains(p);
  }
  /// Some remedy begins the failed part anew; of those for the failure, one for the n-th time.
  bool is_tried_again(event_id failure, std::size_t nth) const {
    using act = lupaus::action_kind;
    auto const p = m_.events[failure].of;
    for (auto const& r : m_.rules) {
      auto const asks = m_.events[r.on].kind == kind::replacement_requested;
      if (r.creditor != m_.customer) continue;
      if (r.action == act::accept ? !asks : r.action > act::reduce_price) continue;
      auto const f = fails(happening(r.on)) ? m_.events[happening(r.on)].of : part_id{};
      auto object = f;
      if (f && r.action != act::perform_again && m_.parts[f].carries) object = m_.parts[f].carries;
      auto const is_named = r.object && is_leaf(r.object);
      if (is_named && r.action != act::reduce_price) object = r.object;
      auto const is_asked_for = !f && m_.parts[p].carries == object;  // what p carries
      if (object && p != f && p != object && !is_asked_for && !later_parts(object).contains(p))
        continue;
      auto const e = happening(r.on);
      auto const some_unit = m_.parts[p].quantity > 1 && r.from_time <= nth;
      if (e == failure ? some_unit || is_of_time(r, nth)
                       : !fails(e) || may_show_late(e) || may_show_late(failure) || is_beside(e, p))
        return true;
    }
    for (auto const& t : m_.transitions)
      if (t.from == failure) return true;  // it may be found again
    return false;
  }
  static bool is_of_time(lupaus::rule const& r, std::size_t nth) {
    return r.from_time <= nth && (r.up_to_time == 0 || nth <= r.up_to_time);
  }
  /// What it is on may come as often as it asks for.
  bool is_ever_called_for(lupaus::rule const& r) const {
    for (std::size_t n = 1; n < r.from_time; ++n)
      if (!is_tried_again(happening(r.on), n)) return false;
    return true;
  }
  /// However often it comes.
  bool is_covered(event_id failure, event_id counted_on_from = {}) const {
    std::size_t most = 1;
    for (auto const& r : m_.rules)
      if (happening(r.on) == failure && r.from_time + r.up_to_time > 0)
        most = std::max<std::size_t>({most, r.from_time, r.up_to_time + 1u});
    for (std::size_t nth = 1; nth <= most; ++nth) {
      if (nth > 1 && !is_tried_again(failure, nth - 1)) return true;
      if (!is_covered_at(failure, nth, counted_on_from)) return false;
    }
    return true;
  }
  bool is_covered_at(event_id failure, std::size_t nth, event_id counted_on_from) const {
    if (!counted_on_from && is_her_part(m_.events[failure].of)) {  // she puts it right herself
      if (m_.events[failure].kind == kind::late) return true;
      for (auto const& t : m_.transitions)
        if (t.from == failure && t.to == completion_of(m_.events[failure].of) &&
            t.by == m_.customer)
          return true;
    }
    std::vector<lupaus::rule> open;
    for (auto const& r : m_.rules) {
      if (happening(r.on) != failure && m_.events[r.on].kind != kind::replacement_requested)
        continue;
      if (!is_of_time(r, nth)) continue;
      if (!makes_good(r, failure) && (counted_on_from || !is_her_doing(failure))) continue;
      if (counted_on_from &&
          ((r.action == lupaus::action_kind::accept && lupaus::detail::is_owed_in_vain(m_, r)) ||
           (r.action == lupaus::action_kind::reduce_price &&
            m_.events[failure].kind == kind::late) ||
           (r.gate && !assured({.now = counted_on_from, .also = failure}).contains(r.gate))))
        continue;
      open.push_back(r);
    }
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
      auto const& all = assured(r.on);
      auto const gate = all.find(r.gate);
      total = gate == all.end() ? time{} : gate->second;
    }
    if (r.within.kind != lupaus::bound_kind::nothing) total = sum(total, length(r.within));
    if (r.object && r.action != lupaus::action_kind::repair &&
        r.action != lupaus::action_kind::reduce_price)
      total = sum(total, again(r.object, m_.events[failure].of));
    return total;
  }

 private:
  mutable std::map<std::tuple<event_id, event_id, part_id>, std::map<event_id, time>> assured_ = {};

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
