// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the explorer, first half: what of a promise does not change while an order runs.
// Written from the definitions, as plainly as can be, and slow; it shares nothing with policy/.
#pragma once

#include "lupaus/life/assurances.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/knowledge.hpp"
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
  naive_ways(model_view const& view, bool every_event) : m{view}, every_event_{every_event} {}

  model_view const m;

  std::vector<part_id> leaves() const {
    std::vector<part_id> all;
    for (auto p : m.parts.ids())
      if (is_leaf(m.parts[p])) all.push_back(p);
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
  /// Which units of a part belong to a unit of another one.
  std::vector<std::size_t> units_with(part_id part, part_id other, std::size_t unit) const {
    if (units(part) == units(other)) return {unit};
    std::vector<std::size_t> all;
    for (std::size_t u = 0; u < units(part); ++u) all.push_back(u);
    return all;
  }
  bool is_life(event_id e) const {
    if (!e) return false;
    auto const k = m.events[e].kind;
    return k == event_kind::started || k == event_kind::completed || k == event_kind::failed ||
           k == event_kind::late || k == event_kind::step;
  }
  bool fails(event_id e) const { return is_failure(m.events[e].kind); }
  part_id part_of(event_id e) const { return m.events[e].of; }
  event_id completed(part_id p) const { return find_event(m, event_kind::completed, p); }
  bool is_report(event_id e) const { return m.events[e].kind == event_kind::reported; }
  /// What has to happen for the event to be one: of a report, what is reported.
  event_id cause(event_id e) const { return is_report(e) ? m.events[e].subject : e; }
  bool is_situational(rule_id r) const {
    return (m.rules[r].since || m.rules[r].until) && is_life(cause(m.rules[r].on)) &&
           units(part_of(cause(m.rules[r].on))) > 0;
  }

  // ---- what has to be remembered -------------------------------------------------------------

  /// The seller may have to be told of it.
  bool is_news(event_id e) const {
    if (!is_life(e)) return false;
    if (every_event_ && fails(e)) return true;
    for (auto const& x : m.events)
      if (x.kind == event_kind::reported && x.subject == e) return true;
    return false;
  }
  /// Somebody asks whether it has happened.
  bool matters(event_id e) const {
    if (!is_life(e) || units(part_of(e)) == 0) return false;
    if (every_event_ || fails(e) || is_news(e)) return true;
    auto const is_asked = [&](event_id asked) { return asked && is_meant(m, e, cause(asked)); };
    for (auto const& r : m.rules)
      if (is_asked(r.on) || is_asked(r.since) || is_asked(r.until) || is_asked(r.gate)) return true;
    for (auto const& t : m.transitions)
      if (is_life(t.to) && !fails(t.to) && units(part_of(t.to)) > 0)
        for (auto const& [given, anchor] : owed(t))
          if (is_asked(given) || is_asked(anchor)) return true;
    return false;
  }

  // ---- who can be counted on -----------------------------------------------------------------

  /// What must have happened, each time two events or none, for the step to be owed.
  std::vector<std::pair<event_id, event_id>> owed(transition const& step) const {
    std::vector<std::pair<event_id, event_id>> all;
    for (auto goal : ahead(step.to)) {
      auto const is_at_once = goal == step.to;
      for (auto const& c : m.commitments)
        if (c.consequent.quality == &quality_of<deadline> && brings_about(m, c, goal) &&
            (is_at_once || !step.by || detail::same_firm(m, c.debtor, step.by)))
          all.push_back(
              {c.antecedent, c.consequent.anchor == ordering ? event_id{} : c.consequent.anchor});
      if (m.events[goal].kind == event_kind::completed)
        for (auto const& a : m.abilities)
          if (a.what == part_of(goal) && (is_at_once || detail::same_firm(m, a.who, step.by)))
            all.push_back({});
    }
    return all;
  }

  bool is_in_stock(part_id p) const {
    std::size_t events = 0, ways = 0;
    for (auto e : m.events.ids()) events += is_life(e) && part_of(e) == p;
    for (auto const& t : m.transitions) ways += is_life(t.to) && part_of(t.to) == p;
    if (events != 1 || ways != 1 || !is_sellers(m, m.parts[p].performer)) return false;
    return std::any_of(m.abilities.begin(), m.abilities.end(), [&](ability const& a) {
      return a.what == p && is_sellers(m, a.who) && a.lead_time.kind == bound_kind::elapsed &&
             a.lead_time.a == 0;
    });
  }

  /// The ends of earlier parts of which the performer has no word though his time counts from
  /// them, or though she could tell him; each with whether she could.
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

  /// The seller learns of it by seeing it; else, perhaps, by a notice that is owed to him.
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

  bool every_event_;
};

}  // namespace proof
