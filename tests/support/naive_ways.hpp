// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the explorer, first part: what of a promise does not change while an order runs.
// Written from docs/explanation/semantics.md, as plainly as can be, and slow; it shares nothing
// with explore/. The numbers are those of its rules.
#pragma once

#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/dependable/assurances.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace proof {

using namespace lupaus;

class naive_ways {
 public:
  /// `every_event`: a policy that is no rules may ask for any event, and hears of every failure.
  naive_ways(model_view const& view, bool every_event) : m{view}, every_event_{every_event} {
    for (auto e : m.events.ids()) without_.push_back(can_come_about_without(e));
  }

  model_view const m;

  std::vector<part_id> leaves() const {
    std::vector<part_id> all;
    for (auto p : m.parts.ids())
      if (is_leaf(m.parts[p])) all.push_back(p);
    return all;
  }
  /// Those that are no instalments and no work of hers.
  std::vector<part_id> bought() const {
    auto all = leaves();
    std::erase_if(all, [&](part_id p) { return is_hers(m, p); });
    return all;
  }
  std::size_t units(part_id p) const {
    if (!p || !is_leaf(m.parts[p])) return 0;
    std::size_t n = 1;
    for (; p; p = m.parts[p].within) n *= std::max<std::size_t>(m.parts[p].quantity, 1);
    return std::min<std::size_t>(n, 2);
  }
  std::vector<part_id> before(part_id p) const {
    std::vector<part_id> all;
    for (auto const& x : m.precedences)
      if (x.after == p) all.push_back(x.before);
    return all;
  }
  /// Words: which units of a part belong to a unit of another one; to no part in particular, all.
  std::vector<std::size_t> units_with(part_id part, part_id other, std::size_t unit) const {
    if (units(part) == units(other)) return {unit};
    std::vector<std::size_t> all;
    for (std::size_t u = 0; u < units(part); ++u) all.push_back(u);
    return all;
  }

  // ---- events --------------------------------------------------------------------------------

  event_kind kind(event_id e) const { return m.events[e].kind; }
  part_id part_of(event_id e) const { return m.events[e].of; }
  /// Words: of a leaf part; a composite has no life of its own.
  bool is_life(event_id e) const {
    if (!e || units(part_of(e)) == 0) return false;
    auto const k = kind(e);
    return k == event_kind::started || k == event_kind::completed || k == event_kind::failed ||
           k == event_kind::late || k == event_kind::step;
  }
  /// E11. Of a leaf part, or of the order as a whole.
  bool is_timer(event_id e) const { return e && kind(e) == event_kind::timed_out; }
  bool is_timer_of_order(event_id e) const { return is_timer(e) && part_of(e) == whole; }
  bool fails(event_id e) const { return is_failure(kind(e)); }
  event_id completed(part_id p) const { return find_event(m, event_kind::completed, p); }
  bool is_report(event_id e) const { return kind(e) == event_kind::reported; }
  /// What has to happen for the event to be one: of a report, what is reported.
  bool is_by_code() const { return every_event_; }
  event_id cause(event_id e) const { return is_report(e) ? m.events[e].subject : e; }
  /// Words: the life events that are meant by an event, or by the report of it. `possession` means
  /// each that hands the good to the customer.
  std::vector<event_id> meant_by(event_id e) const {
    std::vector<event_id> all;
    for (auto x : m.events.ids())
      if ((is_life(x) || (is_timer(x) && !is_timer_of_order(x))) &&
          (x == cause(e) || (is_meant(m, x, cause(e)) && !hands_over_nothing(x))))
        all.push_back(x);
    return all;
  }
  /// Words: a way without a first event begins its part; the order itself is none.
  bool begins(transition const& t) const { return !t.from || t.from == ordering; }
  /// S5: on an event of a part, with a situation.
  bool is_situational(rule_id r) const {
    return (m.rules[r].since || m.rules[r].until) && !meant_by(m.rules[r].on).empty();
  }
  /// S7. The seller may have to be told of it, and it is remembered whether he was.
  bool is_news(event_id e) const {
    if (!is_life(e)) return false;
    if (every_event_ && fails(e)) return true;
    for (auto r : m.events.ids()) {
      if (!is_report(r)) continue;
      auto const all = meant_by(r);
      if (std::count(all.begin(), all.end(), e) > 0) return true;
    }
    return false;
  }
  /// E5. The event is the other one, or can only come about after it.
  bool follows(event_id e, event_id other) const {
    return e == other || without_[other.index()].count(e) == 0;
  }

  // ---- custody -------------------------------------------------------------------------------

  bool is_good_part(part_id p) const { return p && m.parts[p].kind == part_kind::good; }
  /// The good that the part carries, if it does.
  part_id carried(part_id p) const {
    return is_good_part(m.parts[p].carries) ? m.parts[p].carries : part_id{};
  }
  /// E1. With whom the good is at first.
  party_id supplier(part_id good) const {
    return m.parts[good].performer ? m.parts[good].performer : m.seller;
  }
  /// E6. It carries a good that another part carries on.
  bool is_carried_on(part_id p) const {
    for (auto q : leaves())
      if (carried(p) && carried(q) == carried(p) && detail::is_before(m, p, q)) return true;
    return false;
  }
  /// E6. The completion of a carriage before the last one.
  bool hands_over_nothing(event_id e) const {
    return kind(e) == event_kind::completed && m.events[e].good &&
           m.events[e].good == carried(part_of(e)) && is_carried_on(part_of(e));
  }
  /// E6. The good that the event moves, if it does.
  part_id moved(event_id e) const {
    auto const good = m.events[e].good;
    return is_good_part(good) && !hands_over_nothing(e) ? good : part_id{};
  }
  /// E6. Its performer has to hold the good that it carries.
  bool needs_custody(part_id p) const {
    auto const start = find_event(m, event_kind::started, p);
    return carried(p) && start && m.events[start].good == carried(p) &&
           detail::same_firm(m, m.events[start].holder, m.parts[p].performer);
  }
  /// O1. To whom the completion of its last carriage hands the good.
  std::vector<party_id> receivers(part_id good) const {
    std::vector<party_id> all;
    for (auto p : leaves()) {
      auto const done = completed(p);
      if (carried(p) == good && !is_carried_on(p) && done && m.events[done].good == good &&
          m.events[done].holder)
        all.push_back(m.events[done].holder);
    }
    return all;
  }

  // ---- who can be counted on -----------------------------------------------------------------

  /// D2. What must have happened, each time two events or none, for the step to be owed. `only`:
  /// by commitments of that party.
  std::vector<std::pair<event_id, event_id>> owed(transition const& step,
                                                  party_id only = {}) const {
    std::vector<std::pair<event_id, event_id>> all;
    for (auto goal : ahead(step.to)) {
      auto const is_at_once = goal == step.to;
      for (auto const& c : m.commitments)
        if (c.consequent.quality == &quality_of<deadline> && brings_about(m, c, goal) &&
            (!only || detail::same_firm(m, c.debtor, only)) &&
            (is_at_once || !step.by || detail::same_firm(m, c.debtor, step.by)))
          all.push_back(
              {c.antecedent, c.consequent.anchor == ordering ? event_id{} : c.consequent.anchor});
      if (!only && kind(goal) == event_kind::completed)
        for (auto const& a : m.abilities)
          if (a.what == part_of(goal) && (is_at_once || detail::same_firm(m, a.who, step.by)))
            all.push_back({});
    }
    return all;
  }

  /// E12. Somebody is bound, or able, to perform the part.
  bool is_anybodys(part_id p) const {
    auto const done = completed(p);
    return std::any_of(m.abilities.begin(), m.abilities.end(),
                       [&](ability const& a) { return a.what == p; }) ||
           std::any_of(m.commitments.begin(), m.commitments.end(), [&](commitment const& c) {
             return c.consequent.quality == &quality_of<deadline> && !c.on_request && done &&
                    brings_about(m, c, done);
           });
  }
  /// E12. What is due before a time-out, after what, and if what.
  struct due_event {
    event_id what = {}, since = {}, given = {};
  };
  std::vector<due_event> due_before(event_id timer) const {
    std::vector<due_event> all;
    auto const length = [](bound const& b) { return worst_case(length_of(b)); };
    auto const since_of = [](commitment const& c) {
      return c.consequent.anchor ? c.consequent.anchor : ordering;
    };
    auto const is_work = [&](event_id e) { return is_life(e) && !fails(e); };
    auto const deadlines_for = [&](event_id e) {
      std::vector<commitment> found;
      for (auto const& c : m.commitments)
        if (c.consequent.quality == &quality_of<deadline> && !c.on_request && !c.overrides &&
            is_length(c.consequent.limit) && brings_about(m, c, e))
          found.push_back(c);
      return found;
    };
    auto const& t = m.events[timer];
    for (auto e : m.events.ids())
      for (auto const& c : is_work(e) ? deadlines_for(e) : std::vector<commitment>{})
        if (since_of(c) == t.since && length(c.consequent.limit) <= length(t.within))
          all.push_back({e, ordering, c.antecedent});
    for (auto first : m.events.ids()) {
      auto const& x = m.events[first];
      auto const is_sooner = is_timer(first) && x.of == t.of && x.since == t.since &&
                             length(x.within) < length(t.within);
      if ((first != timer && !is_sooner) || !x.subject) continue;
      std::set<event_id> wanted;
      auto const want = [&](event_id e) {
        for (auto i : meant_by(cause(e)))
          if (is_work(i)) wanted.insert(i);
      };
      if (kind(x.subject) == event_kind::kept)
        for (auto p : bought()) want(completed(p));
      else
        want(x.subject);
      for (auto size = wanted.size() + 1; size != wanted.size();) {
        size = wanted.size();
        for (auto e : std::set<event_id>{wanted})
          for (auto const& c : deadlines_for(e))
            if (since_of(c) != ordering && since_of(c) != x.since) want(since_of(c));
      }
      for (auto e : wanted) {
        for (auto const& a : m.abilities)
          if (kind(e) == event_kind::completed && a.what == part_of(e))
            all.push_back({e, ordering, {}});
        for (auto const& c : deadlines_for(e))
          if (since_of(c) != x.since || length(c.consequent.limit) <= length(x.within))
            all.push_back({e, since_of(c), c.antecedent});
      }
    }
    return all;
  }

  /// E8.
  bool is_in_stock(part_id p) const {
    std::size_t events = 0, ways = 0;
    for (auto e : m.events.ids()) events += is_life(e) && part_of(e) == p;
    for (auto const& t : m.transitions) ways += is_life(t.to) && part_of(t.to) == p;
    if (events != 1 || ways != 1 || !completed(p) || !is_sellers(m, m.parts[p].performer))
      return false;
    return std::any_of(m.abilities.begin(), m.abilities.end(), [&](ability const& a) {
      return a.what == p && is_sellers(m, a.who) && a.lead_time.kind == bound_kind::elapsed &&
             a.lead_time.a == 0;
    });
  }

  /// E9, D2. The ends of earlier parts of which the performer has no word though his time counts
  /// from them, or though she could tell him; each with whether she could.
  std::vector<bool> words_missing(part_id p) const {
    std::vector<bool> all;
    auto const who = m.parts[p].performer;
    if (!who) return all;
    for (auto q : before(p)) {
      auto const done = completed(q);
      if (!done || knows(m, who, done)) continue;
      auto reaches = false, counts = false;
      for (auto const& c : m.channels)
        reaches = reaches || (c.a == m.customer && detail::same_firm(m, c.b, who)) ||
                  (c.b == m.customer && detail::same_firm(m, c.a, who));
      for (auto const& c : m.commitments)
        counts = counts ||
                 (c.consequent.quality == &quality_of<deadline> && c.consequent.anchor == done &&
                  is_within(m, p, c.about) && detail::same_firm(m, c.debtor, who));
      auto const she_can = reaches && knows(m, m.customer, done);
      if (she_can || counts) all.push_back(she_can);
    }
    return all;
  }

  /// E9. The seller learns of it by seeing it; else, perhaps, by a notice that is owed to him.
  bool is_seen(event_id e) const {
    detail::flags sees{m.parties.size()};
    detail::find_witnesses(m, e, sees);
    return sees[m.seller.index()] || (knows(m, m.seller, e) && !has_notice(e));
  }
  bool is_told(event_id e) const { return !is_seen(e) && knows(m, m.seller, e); }

 private:
  bool has_notice(event_id e) const {
    return std::any_of(m.notices.begin(), m.notices.end(), [&](notice const& n) {
      return n.of == e && is_sellers(m, n.to) && knows(m, n.from, e);
    });
  }
  /// The event and all that can follow it in the life of its part before anything fails.
  std::set<event_id> ahead(event_id e) const {
    std::set<event_id> all{e};
    for (auto size = all.size() - 1; size != all.size();) {
      size = all.size();
      for (auto const& t : m.transitions)
        if (all.count(t.from) > 0 && is_life(t.to) && !fails(t.to) && part_of(t.to) == part_of(e))
          all.insert(t.to);
    }
    return all;
  }

  /// E5. All that chains of ways lead to without that event.
  std::set<event_id> can_come_about_without(event_id other) const {
    std::set<event_id> all;
    auto const can_be_performed = [&](std::vector<part_id> const& parts) {
      return std::all_of(parts.begin(), parts.end(),
                         [&](part_id p) { return all.count(completed(p)) > 0; });
    };
    auto const has_some = [&](std::vector<event_id> const& events) {
      return std::any_of(events.begin(), events.end(),
                         [&](event_id e) { return all.count(e) > 0; });
    };
    auto const is_open = [&](transition const& t) {
      if (begins(t)) return can_be_performed(before(part_of(t.to)));
      if (kind(t.from) == event_kind::kept) return can_be_performed(bought());  // O1
      return is_of_order(kind(t.from)) || has_some(meant_by(t.from));
    };
    auto const is_passed = [&](event_id e) {
      auto const since = m.events[e].since;
      return since == ordering || has_some(meant_by(since));
    };
    // What the order brings about is after nothing, except that it was kept.
    for (auto e : m.events.ids())
      if (is_of_order(kind(e)) && kind(e) != event_kind::kept) all.insert(e);
    for (auto size = all.size() + 1; size != all.size();) {
      size = all.size();
      for (auto const& t : m.transitions)
        if (is_life(t.to) && t.to != other && is_open(t)) all.insert(t.to);
      for (auto e : m.events.ids())
        if (is_timer(e) && e != other && is_passed(e)) all.insert(e);
      if (can_be_performed(bought()))
        for (auto e : m.events.ids())
          if (kind(e) == event_kind::kept) all.insert(e);
    }
    return all;
  }

  bool every_event_;
  std::vector<std::set<event_id>> without_;  // of every event: E5
};

}  // namespace proof
