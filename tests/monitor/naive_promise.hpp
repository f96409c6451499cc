// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the monitor, second part: what of a promise does not change while an order runs.
// Written from docs/explanation/semantics.md; it shares nothing with monitor/ or explore/. Slow and
// plain: everything is looked up again whenever it is asked.
#pragma once

#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace proof {

using namespace lupaus;

class naive_promise {
 public:
  explicit naive_promise(model_view const& view) : m{view} {
    for (auto p : m.parts.ids())
      if (is_leaf(m.parts[p])) leaves.push_back(p);
    find_order_of_parts();
    for (auto e : m.events.ids()) found_.meant.push_back(find_meant_by(e));
    find_who_sees();
    for (auto e : m.events.ids()) found_.without.push_back(can_come_about_without(e));
    for (auto p : leaves)
      if (has_it_in_stock(p)) found_.in_stock.insert(p);
    kept_ = std::make_shared<looked_up const>(std::move(found_));
  }

  model_view const m;
  std::vector<part_id> leaves;

  party_id firm(party_id p) const { return firm_of(m, p); }
  bool is_one_firm(party_id a, party_id b) const { return a && b && firm(a) == firm(b); }

  // ---- parts -----------------------------------------------------------------------------------

  std::size_t units(part_id p) const {
    return p && is_leaf(m.parts[p]) ? std::max<std::size_t>(m.parts[p].quantity, 1) : 0;
  }
  /// Words: which units of a part belong to a unit of another one.
  std::vector<std::size_t> units_with(part_id part, part_id other, std::size_t unit) const {
    if (units(part) == units(other)) return {unit};
    return all_units(part);
  }
  std::vector<std::size_t> all_units(part_id part) const {
    std::vector<std::size_t> all;
    for (std::size_t u = 0; u < units(part); ++u) all.push_back(u);
    return all;
  }
  std::vector<part_id> leaves_within(part_id p) const {
    std::vector<part_id> all;
    for (auto q : leaves)
      if (is_within(m, q, p)) all.push_back(q);
    return all;
  }
  std::vector<part_id> before(part_id p) const {
    std::vector<part_id> all;
    for (auto const& x : m.precedences)
      if (x.after == p) all.push_back(x.before);
    return all;
  }
  /// Directly or not; no part follows itself.
  bool follows(part_id later, part_id earlier) const {
    return later != earlier && look_up().follows.count({later, earlier}) > 0;
  }

  // ---- events ----------------------------------------------------------------------------------

  event_kind kind(event_id e) const { return m.events[e].kind; }
  part_id part_of(event_id e) const { return m.events[e].of; }
  bool is_life(event_id e) const {
    auto const k = kind(e);
    return units(part_of(e)) > 0 &&
           (k == event_kind::started || k == event_kind::completed || k == event_kind::failed ||
            k == event_kind::late || k == event_kind::step);
  }
  bool fails(event_id e) const { return is_life(e) && is_failure(kind(e)); }
  event_id completed(part_id p) const { return find_event(m, event_kind::completed, p); }
  bool is_report(event_id e) const { return kind(e) == event_kind::reported; }
  /// The life events that are meant by an event, or by the report of it.
  std::vector<event_id> const& meant_by(event_id e) const { return look_up().meant[e.index()]; }
  std::set<part_id> parts_of(event_id e) const {
    std::set<part_id> all;
    for (auto x : meant_by(e)) all.insert(part_of(x));
    return all;
  }
  /// E9. It needs no word of it, or knows though nobody owes it word of that very event.
  bool is_seen(event_id e) const { return look_up().seen.count(e) > 0; }
  /// W2. The firm knows of it without being told.
  bool is_witness(party_id who, event_id e) const {
    return look_up().witnesses.count({e, firm(who)}) > 0;
  }

  /// A way without a first event begins its part; the order itself is none.
  bool begins(transition const& t) const { return !t.from || t.from == ordering; }
  /// E5. The event is the other one, or can only come about after it.
  bool comes_after(event_id e, event_id other) const {
    return e == other || look_up().without[other.index()].count(e) == 0;
  }

  // ---- custody ---------------------------------------------------------------------------------

  bool is_good_part(part_id p) const { return p && m.parts[p].kind == part_kind::good; }
  part_id carried(part_id p) const {
    return is_good_part(m.parts[p].carries) ? m.parts[p].carries : part_id{};
  }
  party_id supplier(part_id good) const {
    return m.parts[good].performer ? m.parts[good].performer : m.seller;
  }
  /// E6. It carries a good that another part carries on.
  bool is_carried_on(part_id p) const {
    for (auto q : leaves)
      if (carried(p) && carried(q) == carried(p) && follows(q, p)) return true;
    return false;
  }
  /// E6. The completion of a carriage before the last one.
  bool hands_over_nothing(event_id e) const {
    return kind(e) == event_kind::completed && m.events[e].good &&
           m.events[e].good == carried(part_of(e)) && is_carried_on(part_of(e));
  }
  part_id moved(event_id e) const {
    auto const good = m.events[e].good;
    return is_good_part(good) && !hands_over_nothing(e) ? good : part_id{};
  }
  /// E6. Its performer has to hold the good that it carries.
  bool needs_custody(part_id p) const {
    auto const start = find_event(m, event_kind::started, p);
    return carried(p) && start && m.events[start].good == carried(p) &&
           is_one_firm(m.events[start].holder, m.parts[p].performer);
  }
  /// O1. To whom the completion of its last carriage hands the good.
  std::vector<party_id> receivers(part_id good) const {
    std::vector<party_id> all;
    for (auto p : leaves) {
      auto const done = completed(p);
      if (carried(p) == good && !is_carried_on(p) && done && m.events[done].good == good &&
          m.events[done].holder)
        all.push_back(m.events[done].holder);
    }
    return all;
  }
  /// E8.
  bool is_in_stock(part_id p) const { return look_up().in_stock.count(p) > 0; }

 private:
  /// E5. All that chains of ways lead to without that event.
  std::set<event_id> can_come_about_without(event_id other) const {
    std::set<event_id> all;
    auto const can_be_performed = [&](std::vector<part_id> const& parts) {
      return std::all_of(parts.begin(), parts.end(),
                         [&](part_id p) { return all.count(completed(p)) > 0; });
    };
    auto const is_open = [&](transition const& t) {
      if (begins(t)) return can_be_performed(before(part_of(t.to)));
      if (kind(t.from) == event_kind::kept) {
        auto bought = leaves;
        std::erase_if(bought, [&](part_id p) { return is_hers(m, p); });
        return can_be_performed(bought);
      }
      if (is_of_order(kind(t.from))) return true;
      auto const from = meant_by(t.from);
      return std::any_of(from.begin(), from.end(), [&](event_id e) { return all.count(e) > 0; });
    };
    for (auto size = all.size() + 1; size != all.size();) {
      size = all.size();
      for (auto const& t : m.transitions)
        if (is_life(t.to) && t.to != other && is_open(t)) all.insert(t.to);
    }
    return all;
  }

  void find_order_of_parts() {
    auto& all = found_.follows;
    for (auto size = all.size() + 1; size != all.size();) {
      size = all.size();
      for (auto const& x : m.precedences) {
        all.insert({x.after, x.before});
        for (auto p : leaves)
          if (all.count({x.before, p}) > 0) all.insert({x.after, p});
      }
    }
  }
  void find_who_sees() {
    auto untold = m;  // in which nobody owes anybody word
    untold.notices = {};
    untold.coordinations = {};
    untold.contract_ends = {};
    for (auto e : m.events.ids()) {
      detail::flags knows{m.parties.size()};
      find_who_knows(untold, e, knows);
      for (auto p : m.parties.ids())
        if (knows[p.index()]) found_.witnesses.emplace(e, firm(p));
      if (sees(e)) found_.seen.insert(e);
    }
  }
  bool sees(event_id e) const {
    detail::flags needs_no_word{m.parties.size()};
    detail::find_witnesses(m, e, needs_no_word);
    if (needs_no_word[m.seller.index()]) return true;
    for (auto const& n : m.notices)
      if (n.of == e && is_sellers(m, n.to) && knows(m, n.from, e)) return false;
    return knows(m, m.seller, e);
  }
  std::vector<event_id> find_meant_by(event_id e) const {
    std::vector<event_id> all;
    auto const cause = cause_of(m, e);
    for (auto x : m.events.ids())
      if (is_life(x) && (x == cause || (is_meant(m, x, cause) && !hands_over_nothing(x))))
        all.push_back(x);
    return all;
  }
  bool has_it_in_stock(part_id p) const {
    auto events = 0, ways = 0;
    for (auto e : m.events.ids()) events += is_life(e) && part_of(e) == p;
    for (auto const& t : m.transitions) ways += is_life(t.to) && part_of(t.to) == p;
    if (events != 1 || ways != 1 || !completed(p) || !is_sellers(m, m.parts[p].performer))
      return false;
    return std::any_of(m.abilities.begin(), m.abilities.end(), [&](ability const& a) {
      return a.what == p && is_sellers(m, a.who) && a.lead_time.kind == bound_kind::elapsed &&
             a.lead_time.a == 0;
    });
  }

  /// What is asked for again and again; copies share it.
  struct looked_up {
    std::set<std::pair<event_id, party_id>> witnesses;
    std::set<event_id> seen;
    std::set<part_id> in_stock;
    std::set<std::pair<part_id, part_id>> follows;
    std::vector<std::vector<event_id>> meant;
    std::vector<std::set<event_id>> without;  // of every event: E5
  };
  looked_up const& look_up() const { return kept_ ? *kept_ : found_; }
  looked_up found_ = {};
  std::shared_ptr<looked_up const> kept_ = {};
};

}  // namespace proof
