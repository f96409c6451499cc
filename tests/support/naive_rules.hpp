// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the explorer, second part: the states of an order as maps of facts, what can be
// read from them, and what the rules of the promise decide in them.
#pragma once

#include "support/naive_ways.hpp"

#include "lupaus/explore/order/policy.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace proof {

/// A fact is of an event, a part, a rule or the order, and of a unit; what is 0 is left out.
enum class fact {
  phase,     ///< S1
  failures,  ///< S2
  happened,  ///< S3, of an event
  result,
  last,          ///< S3, of a part: an event, and 1
  holder,        ///< S4, of a good: a party, and 1
  reported,      ///< S5, of an event
  told,          ///< S5, of a part
  reply,         ///< S5, of a part: `answered`
  cancellation,  ///< S5: `answered`
  fired,         ///< S5, of a rule; its units are those of `naive_rules::fired_for`
  returned,      ///< S6, of a part: `paid_back`
  how_often,     ///< S8, of an event
  requests,      ///< S8, of a part; of the order, one more than there are parts
  answered_last  ///< S8, of the same: an `answer`, and 1
};
using naive_state = std::map<std::tuple<fact, std::size_t, std::size_t>, std::size_t>;
enum naive_phase : std::size_t {
  is_before_order,
  is_open,
  is_called_off,
  is_paid_back,
  has_left,
  is_broken
};
enum answered : std::size_t { nothing_yet, to_wait, no };
enum paid_back : std::size_t { not_at_all, unasked, on_her_asking };

class naive_rules : public naive_ways {
 public:
  using naive_ways::naive_ways;

  static std::size_t get(naive_state const& s, fact f, std::size_t of = 0, std::size_t unit = 0) {
    auto const found = s.find({f, of, unit});
    return found == s.end() ? 0 : found->second;
  }
  static void put(naive_state& s, fact f, std::size_t value, std::size_t of = 0,
                  std::size_t unit = 0) {
    if (value == 0)
      s.erase({f, of, unit});
    else
      s[{f, of, unit}] = value;
  }

  // ---- how the parts stand -------------------------------------------------------------------

  /// S3.
  event_id result(naive_state const& s, part_id p, std::size_t u) const {
    auto const e = get(s, fact::result, p.index(), u);
    return e == 0 ? event_id{} : event_id{e - 1};
  }
  /// S3.
  bool is_performed(naive_state const& s, part_id p, std::size_t u) const {
    auto const e = result(s, p, u);
    return e && kind(e) == event_kind::completed;
  }
  bool is_performed(naive_state const& s, part_id p) const {
    for (std::size_t u = 0; u < units(p); ++u)
      if (!is_performed(s, p, u)) return false;
    return true;
  }
  bool are_performed(naive_state const& s, std::vector<part_id> const& parts) const {
    return std::all_of(parts.begin(), parts.end(), [&](part_id p) { return is_performed(s, p); });
  }
  /// To be late is no beginning: it hinders nothing.
  bool has_begun(naive_state const& s, part_id p, std::size_t u) const {
    for (auto e : m.events.ids())
      if (is_life(e) && part_of(e) == p && kind(e) != event_kind::late &&
          get(s, fact::happened, e.index(), u))
        return true;
    return false;
  }
  party_id holder(naive_state const& s, part_id good, std::size_t v) const {
    auto const who = get(s, fact::holder, good.index(), v);
    return who == 0 ? party_id{} : party_id{who - 1};
  }
  /// E6. Some unit of the good that belongs to that one; a firm holds what any of it holds.
  bool holds(naive_state const& s, party_id who, part_id good, part_id p, std::size_t u) const {
    for (auto v : units_with(good, p, u))
      if (detail::same_firm(m, holder(s, good, v), who)) return true;
    return false;
  }

  // ---- its ends ------------------------------------------------------------------------------

  /// O1. What the last carriage handed over is still there, or is hers.
  bool is_in_place(naive_state const& s, part_id good) const {
    for (auto to : receivers(good))
      for (std::size_t v = 0; v < units(good); ++v)
        if (auto const who = holder(s, good, v);
            who != m.customer && !detail::same_firm(m, who, to))
          return false;
    return true;
  }
  /// O1.
  bool is_kept(naive_state const& s) const {
    if (get(s, fact::phase) != is_open || !are_performed(s, bought())) return false;
    for (auto p : leaves())
      if (is_good_part(p) && !is_in_place(s, p)) return false;
    return true;
  }
  bool has_her_money(naive_state const& s, part_id p) const {
    if (!p) return false;
    for (auto x = p; x && x != whole; x = is_hers(m, x) ? part_id{} : m.parts[x].within)
      if (m.parts[x].severable && has_all_money_of(s, x)) return true;
    return get(s, fact::returned, p.index()) == on_her_asking;
  }
  /// Of all that it holds, or of itself.
  bool has_all_money_of(naive_state const& s, part_id all) const {
    for (auto p : leaves())
      if (is_within(m, p, all) && get(s, fact::returned, p.index()) == not_at_all) return false;
    return true;
  }
  /// O2.
  bool is_settled(naive_state const& s) const {
    if (get(s, fact::phase) != is_open) return false;
    for (auto p : leaves()) {
      if (has_her_money(s, p) || has_her_money(s, carried(p))) continue;
      if (!is_hers(m, p) && !is_performed(s, p)) return false;
      if (is_good_part(p) && !is_in_place(s, p)) return false;
      if (carried(p) && !is_in_place(s, carried(p))) return false;
    }
    return true;
  }
  /// E10.
  bool may_leave(naive_state const& s) const {
    auto some = false;
    for (auto p : leaves())
      for (std::size_t u = 0; is_instalment(m.parts[p]) && u < units(p); ++u) {
        some = true;
        if (get(s, fact::happened, completed(p).index(), u)) return false;
      }
    return some || m.paid == payment::on_the_spot;
  }
  bool is_at_end(naive_state const& s) const { return is_kept(s) || is_settled(s); }
  /// O3.
  bool is_good(naive_state const& s) const {
    auto const phase = get(s, fact::phase);
    return phase == is_called_off || phase == is_paid_back || phase == has_left || is_at_end(s);
  }
  /// Q1. The failure of a unit that she can ask about: the one that stands.
  event_id failure_of(naive_state const& s, part_id p, std::size_t u) const {
    auto const e = result(s, p, u);
    return e && fails(e) ? e : event_id{};
  }
  /// D3.
  bool has_asked_in_vain(naive_state const& s) const {
    if (get(s, fact::phase) != is_open || !get(s, fact::cancellation)) return false;
    for (auto p : leaves())
      for (std::size_t u = 0; u < units(p); ++u)
        if (failure_of(s, p, u) && !get(s, fact::reply, p.index(), u)) return false;
    return true;
  }

  // ---- what has happened ---------------------------------------------------------------------

  bool is_reported(naive_state const& s, event_id e, std::size_t u) const {
    return get(s, fact::reported, e.index(), u) != 0;
  }
  /// To any unit, in its present attempt.
  bool has_happened(naive_state const& s, event_id e) const { return has_first(s, e, {}, 0); }

  /// Q3. It has happened for the unit; of events of the order, and without a part, at all.
  bool has_first(naive_state const& s, event_id e, part_id p, std::size_t u) const {
    if (is_of_order(kind(e))) return has_order_event(s, e);
    if (is_timer_of_order(e)) return get(s, fact::happened, e.index()) != 0;
    for (auto q : parts_of(e))
      for (auto v : units_with(q, p, u))
        if (has_happened_to(s, e, q, v)) return true;
    return false;
  }
  /// Q3. The same of the last unit that belongs to it, that is, of all.
  bool has_last(naive_state const& s, event_id e, part_id p, std::size_t u) const {
    if (is_of_order(kind(e))) return has_order_event(s, e);
    if (is_timer_of_order(e)) return get(s, fact::happened, e.index()) != 0;
    for (auto q : parts_of(e)) {
      auto all = true;
      for (auto v : units_with(q, p, u)) all = all && has_happened_to(s, e, q, v);
      if (all) return true;
    }
    return false;
  }
  /// An event, or the report of it, or whichever is meant by it, to that unit of that part.
  bool has_happened_to(naive_state const& s, event_id e, part_id q, std::size_t v) const {
    for (auto x : meant_by(e))
      if (part_of(x) == q && get(s, is_report(e) ? fact::reported : fact::happened, x.index(), v))
        return true;
    return false;
  }

  // ---- what the rules decide -----------------------------------------------------------------

  /// Q3. For a unit, or, where there is no part, for the order.
  bool is_in_situation(naive_state const& s, rule_id r, part_id p, std::size_t u) const {
    auto const& x = m.rules[r];
    return (!x.since || has_first(s, x.since, p, u)) && (!x.until || !has_last(s, x.until, p, u));
  }
  /// S5. What the unit is called in the facts: a rule on possession can be on events of many parts.
  static std::size_t fired_for(part_id p, std::size_t u) { return 2 * p.index() + u; }
  /// E8.
  void fire_rules(naive_state& s) const {
    for (auto r : m.rules.ids())
      for (auto p : parts_of(m.rules[r].on))
        for (std::size_t u = 0; u < units(p); ++u)
          if (is_situational(r) && !is_on_possession(r) &&
              has_happened_to(s, m.rules[r].on, p, u) && is_in_situation(s, r, p, u))
            put(s, fact::fired, 1, r.index(), fired_for(p, u));
  }

  /// Q4.
  decision decide_by_rules(naive_state const& s, occasion on, part_id p, std::size_t u,
                           event_id e) const {
    auto waits = false;
    for (auto r : m.rules.ids()) {
      auto const& x = m.rules[r];
      if (x.creditor != m.customer || x.action == action_kind::refuse) continue;
      if (!is_called_for(s, r, on, p, u, e)) continue;
      auto const helps = x.action != action_kind::act &&
                         !(on == occasion::news && x.action == action_kind::accept);
      auto const is_gate_open = !x.gate || has_first(s, x.gate, p, u);
      if (!helps || !is_gate_open || changes_nothing(s, x, on, p) ||
          (x.action == action_kind::reduce_price && !may_reduce_price(s, x, on, p, u, e)) ||
          detail::is_owed_in_vain(m, x)) {
        waits = true;
        continue;
      }
      decision d{.object = x.object};
      switch (x.action) {
        case action_kind::replace: d.does = answer::replaces; break;
        case action_kind::perform_again: d.does = answer::performs_again; break;
        case action_kind::repair: d.does = answer::repairs; break;
        case action_kind::refund: d.does = answer::refunds; break;
        case action_kind::reduce_price: d.does = answer::reduces_price; break;
        default: d.does = answer::accepts; break;
      }
      return d;
    }
    return waits ? decision::waits() : decision::refuses();
  }

  /// R6. Off the price of what failed, or of what it carries or lies in.
  bool is_price_of(part_id object, part_id p) const {
    if (is_hers(m, p)) return false;
    return !object || is_within(m, p, object) || (carried(p) && is_within(m, carried(p), object));
  }
  /// R6. Something else than lateness has failed of the unit, and stands.
  bool has_failed(naive_state const& s, part_id p, std::size_t u) const {
    auto const result = get(s, fact::result, p.index(), u);
    return result > 0 && kind(event_id{result - 1}) == event_kind::failed;
  }

 private:
  /// R6. By a rule.
  bool may_reduce_price(naive_state const& s, rule const& x, occasion on, part_id p, std::size_t u,
                        event_id e) const {
    if (on == occasion::cancellation || !has_failed(s, p, u) || !is_price_of(x.object, p))
      return false;
    if (kind(x.on) == event_kind::replacement_requested) return true;
    auto const stands = event_id{get(s, fact::result, p.index(), u) - 1};
    return stands == cause(x.on) && (on == occasion::replacement || stands == e);
  }
  bool has_order_event(naive_state const& s, event_id e) const {
    switch (kind(e)) {
      case event_kind::ordered: return get(s, fact::phase) != is_before_order;
      case event_kind::cancelled: return get(s, fact::phase) == is_called_off;
      case event_kind::refunded: return get(s, fact::phase) == is_paid_back;
      case event_kind::cancel_requested: return get(s, fact::cancellation) != nothing_yet;
      case event_kind::kept: return is_kept(s);
      default: return false;
    }
  }
  /// Q4.
  bool is_on_possession(rule_id r) const {
    return kind(cause(m.rules[r].on)) == event_kind::possession;
  }
  /// Q4. A refund of what has been returned.
  bool changes_nothing(naive_state const& s, rule const& x, occasion on, part_id p) const {
    if (x.action != action_kind::refund) return false;
    auto is_all = true, changes = false;
    for (auto q : leaves()) {
      if (x.object && !is_within(m, q, x.object)) {
        is_all = false;
        continue;
      }
      auto const is_asked = on == occasion::cancellation ||
                            (on == occasion::replacement && (q == p || q == carried(p)));
      auto const now = std::size_t{is_asked ? on_her_asking : unasked};
      changes = changes || get(s, fact::returned, q.index()) < now;
    }
    return !is_all && !changes;
  }
  /// Q3. In all attempts, as often as the rule says.
  static bool has_come_so_often(naive_state const& s, rule const& x, event_id e, std::size_t u) {
    if (x.from_time + x.up_to_time == 0) return true;
    auto const n = get(s, fact::how_often, e.index(), u);
    return n >= x.from_time && (x.up_to_time == 0 || n <= x.up_to_time);
  }
  std::set<part_id> parts_of(event_id e) const {
    std::set<part_id> all;
    for (auto x : meant_by(e)) all.insert(part_of(x));
    return all;
  }

  /// Q2 to Q4: whether the rule applies.
  bool is_called_for(naive_state const& s, rule_id r, occasion on, part_id p, std::size_t u,
                     event_id e) const {
    auto const& x = m.rules[r];
    if (on == occasion::cancellation)
      return kind(x.on) == event_kind::cancel_requested && is_in_situation(s, r, {}, 0);
    if (on == occasion::replacement && kind(x.on) == event_kind::replacement_requested)
      return is_in_situation(s, r, p, u) &&
             (!x.object || x.object == p || m.parts[p].carries == x.object ||
              detail::is_before(m, x.object, p));
    if (is_on_possession(r)) return false;
    for (auto cause : meant_by(x.on)) {
      auto const is_of_this = on == occasion::news ? cause == e : part_of(cause) == p;
      auto const how = is_report(x.on) ? fact::reported : fact::happened;
      if (is_of_this && get(s, how, cause.index(), u) && has_come_so_often(s, x, cause, u))
        return !is_situational(r) || get(s, fact::fired, r.index(), fired_for(p, u)) != 0;
    }
    return false;
  }
};

}  // namespace proof
