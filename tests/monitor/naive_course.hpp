// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the monitor, third part: the course of one order as its log tells it. What it
// says is believed (L5), and what follows at once from it follows: E4, E6, E8, E9, R1 to R5, and
// the decisions of the rules, Q3 and Q4.
#pragma once

#include "monitor/naive_promise.hpp"

#include "lupaus/explore/order/decision.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace proof {

class naive_course : public naive_promise {
 public:
  explicit naive_course(naive_promise const& p) : naive_promise{p} {}
  naive_course(naive_course const&) = default;
  virtual ~naive_course() = default;

 protected:
  struct unit_so_far {
    std::set<event_id> happened, reported;
    std::set<std::pair<event_id, party_id>> told;
    std::set<rule_id> fired;
    event_id result = {};
    party_id holder = {};  // of a good
    std::uint32_t attempt = 0;
    seconds_t begun = 0;  // the attempt
    seconds_t completed_at = 0;
    bool has_deviated = false;                  // in this attempt
    std::map<event_id, std::size_t> how_often;  // in all
  };
  enum class phase { is_waiting, is_open, is_cancelled, is_refunded, has_left };

  phase phase_ = phase::is_waiting;
  seconds_t now_ = 0, placed_at_ = 0;
  bool has_asked_to_cancel_ = false;

  unit_so_far& at(part_id p, std::size_t u) { return units_.at({p, u}); }
  unit_so_far const& at(part_id p, std::size_t u) const { return units_.at({p, u}); }
  bool is_open() const { return phase_ == phase::is_open; }

  virtual void on_event(event_id, std::size_t) {}
  virtual void on_news(event_id, std::size_t) {}
  virtual void on_attempt(part_id, std::size_t) {}

  // ---- how it stands ---------------------------------------------------------------------------

  bool is_performed(part_id p, std::size_t u) const {
    auto const e = at(p, u).result;
    return e && kind(e) == event_kind::completed;
  }
  bool is_performed(part_id p) const {
    for (auto u : all_units(p))
      if (!is_performed(p, u)) return false;
    return true;
  }
  /// A2.
  bool is_failed(part_id p, std::size_t u) const { return at(p, u).result && !is_performed(p, u); }
  bool is_some_failed() const {
    for (auto p : leaves)
      for (auto u : all_units(p))
        if (is_failed(p, u)) return true;
    return false;
  }
  bool has_begun(part_id p, std::size_t u) const {
    for (auto e : at(p, u).happened)
      if (kind(e) != event_kind::late) return true;
    return false;
  }
  bool holds(party_id who, part_id good, part_id p, std::size_t u) const {
    for (auto v : units_with(good, p, u))
      if (is_one_firm(at(good, v).holder, who)) return true;
    return false;
  }
  /// O1.
  bool is_in_place(part_id good) const {
    for (auto to : receivers(good))
      for (auto v : all_units(good)) {
        auto const who = at(good, v).holder;
        if (who != m.customer && !is_one_firm(who, to)) return false;
      }
    return true;
  }
  bool is_kept() const {
    if (!is_open()) return false;
    for (auto p : leaves)
      if ((!is_hers(m, p) && !is_performed(p)) || (is_good_part(p) && !is_in_place(p)))
        return false;
    return true;
  }

  // ---- what has happened -----------------------------------------------------------------------

  bool order_event_has_happened(event_id e) const {
    switch (kind(e)) {
      case event_kind::ordered: return phase_ != phase::is_waiting;
      case event_kind::cancelled: return phase_ == phase::is_cancelled;
      case event_kind::refunded: return phase_ == phase::is_refunded;
      case event_kind::cancel_requested: return has_asked_to_cancel_;
      case event_kind::kept: return is_kept();
      default: return false;
    }
  }
  /// An event, or the report of it, or whichever is meant by it, to that unit of that part.
  bool has_happened_to(event_id e, part_id q, std::size_t v) const {
    for (auto x : meant_by(e))
      if (part_of(x) == q && (is_report(e) ? at(q, v).reported : at(q, v).happened).count(x) > 0)
        return true;
    return false;
  }
  /// Q3.
  bool has_first(event_id e, part_id p, std::size_t u) const {
    if (is_of_order(kind(e))) return order_event_has_happened(e);
    for (auto q : parts_of(e))
      for (auto v : units_with(q, p, u))
        if (has_happened_to(e, q, v)) return true;
    return false;
  }
  bool has_last(event_id e, part_id p, std::size_t u) const {
    if (is_of_order(kind(e))) return order_event_has_happened(e);
    for (auto q : parts_of(e)) {
      auto all = true;
      for (auto v : units_with(q, p, u)) all = all && has_happened_to(e, q, v);
      if (all) return true;
    }
    return false;
  }

  // ---- what happens ----------------------------------------------------------------------------

  void place() {
    phase_ = phase::is_open;
    placed_at_ = now_;
    for (auto p : leaves)
      for (auto u : all_units(p)) {
        auto& x = units_[{p, u}];
        x.begun = now_;
        if (is_good_part(p)) x.holder = supplier(p);  // E1
      }
  }
  /// L5. In one attempt it happens once, if the relation does not let it happen again.
  void happen(event_id e, std::size_t u) {
    if (at(part_of(e), u).happened.count(e) > 0 && !can_come_about(e, u)) return;
    take_place(e, u);
    if (auto const good = moved(e))
      for (auto v : units_with(good, part_of(e), u)) at(good, v).holder = m.events[e].holder;
    after(e, u);
  }
  void learn(event_id e, std::size_t u) {
    auto& x = at(part_of(e), u);
    if (x.happened.count(e) > 0 && x.reported.insert(e).second) on_news(e, u);
  }
  /// E2 to E6: the budget is not for what has happened.
  bool can_come_about(event_id e, std::size_t u) const {
    for (auto const& t : m.transitions)
      if (t.to == e && can_come_about(t, u)) return true;
    return false;
  }
  /// E8.
  void settle() {
    if (!is_open()) return;
    for (auto again = true; again;) {
      again = false;
      for (auto p : leaves)
        for (auto u : all_units(p)) {
          if (!is_in_stock(p) || is_performed(p, u)) continue;
          auto is_due = true;
          for (auto q : before(p)) is_due = is_due && is_performed(q);
          if (!is_due) continue;
          take_place(completed(p), u);
          if (auto const good = moved(completed(p)))
            for (auto v : units_with(good, p, u))
              at(good, v).holder = m.events[completed(p)].holder;
          after(completed(p), u);
          again = true;
        }
    }
    fire_rules();
  }
  /// R6. What stands is no lateness, and the price is that of what failed.
  bool may_reduce_price(part_id named, part_id p, std::size_t u) const {
    auto const stands = at(p, u).result;
    return stands && kind(stands) == event_kind::failed && !is_hers(m, p) &&
           (!named || is_within(m, p, named) || (carried(p) && is_within(m, carried(p), named)));
  }
  /// R1 to R4, R6.
  void put_right(answer does, part_id named, part_id p, std::size_t u) {
    if (does == answer::reduces_price) {
      if (!may_reduce_price(named, p, u)) return;
      auto const good = is_good_part(p) ? p : carried(p);
      if (good && !holds(m.customer, good, p, u)) return put_right(answer::repairs, good, p, u);
      begin_attempt(p, u);
      if (completed(p)) complete_at_once(p, u);
      return;
    }
    auto object = p;
    if (named && is_leaf(m.parts[named]))
      object = named;
    else if (does != answer::performs_again && carried(p))
      object = carried(p);
    auto const repairs = does == answer::repairs;
    auto const renews = does == answer::replaces;
    std::vector<std::pair<part_id, std::size_t>> were_performed;
    for (auto q : leaves) {
      if (q != object && q != p && !follows(q, object)) continue;
      for (auto v : units_with(q, p, u)) {
        if (q != object && q != p && !has_begun(q, v)) continue;
        if (is_instalment(m.parts[q]) && at(q, v).happened.count(completed(q)) > 0) continue;
        if (q != object && q != p && is_performed(q, v)) were_performed.emplace_back(q, v);
        begin_attempt(q, v);
        if (renews && is_good_part(q)) at(q, v).holder = supplier(q);
        auto const good = carried(q);
        auto const is_hers =
            good && (good == object || good == carried(p)) && holds(m.customer, good, q, v);
        if (repairs && completed(q) && (q == object || is_hers || (q == p && !good)))
          complete_at_once(q, v);
      }
    }
    if (!repairs) return;
    for (auto const& [q, v] : were_performed)
      if (!is_performed(q, v) && is_before_performed(q, v)) complete_at_once(q, v);
  }
  /// R4.
  void complete_at_once(part_id p, std::size_t u) {
    for (auto e : m.events.ids())
      if (is_life(e) && part_of(e) == p &&
          (kind(e) == event_kind::started || kind(e) == event_kind::step) &&
          comes_after(completed(p), e))
        take_place(e, u);
    take_place(completed(p), u);
    after(completed(p), u);
  }
  bool is_before_performed(part_id p, std::size_t u) const {
    for (auto q : leaves)
      if (follows(q, p))
        for (auto v : units_with(q, p, u))
          if (is_performed(q, v)) return true;
    return false;
  }
  /// R5. True when all was paid back.
  bool pay_back(part_id named) {
    auto is_all = true;
    for (auto q : leaves) is_all = is_all && (!named || is_hers(m, q) || is_within(m, q, named));
    for (auto q : leaves)
      if (!is_hers(m, q) && (!named || is_within(m, q, named))) paid_back_.insert(q);
    return is_all;
  }

  // ---- what the rules decide -------------------------------------------------------------------

  /// Q4.
  answer decide(occasion on, part_id p, std::size_t u, event_id e) const {
    auto waits = false;
    for (auto r : m.rules.ids()) {
      auto const& x = m.rules[r];
      if (x.creditor != m.customer || x.action == action_kind::refuse) continue;
      if (!applies(r, on, p, u, e)) continue;
      auto const helps = x.action != action_kind::act &&
                         !(on == occasion::news && x.action == action_kind::accept);
      auto const is_gate_open = !x.gate || has_first(x.gate, p, u);
      if (helps && is_gate_open && !changes_nothing(x, on, p) && !detail::is_owed_in_vain(m, x) &&
          (x.action != action_kind::reduce_price || is_for_what_stands(x, on, p, u)))
        return answer::accepts;
      waits = true;
    }
    return waits ? answer::waits : answer::refuses;
  }
  /// R6.
  bool is_for_what_stands(rule const& x, occasion on, part_id p, std::size_t u) const {
    return on != occasion::cancellation && may_reduce_price(x.object, p, u) &&
           (kind(x.on) == event_kind::replacement_requested ||
            cause_of(m, x.on) == at(p, u).result);
  }
  bool grants(occasion on, part_id p, std::size_t u, event_id e) const {
    return decide(on, p, u, e) == answer::accepts;
  }

  /// What she would be answered if she asked for another one: by asking she tells what failed.
  bool would_grant_another(part_id p, std::size_t u) const {
    naive_course then = *this;
    for (auto e : std::set{then.at(p, u).happened})
      if (fails(e)) then.learn(e, u);
    then.settle();
    return then.grants(occasion::replacement, p, u, then.at(p, u).result);
  }

 private:
  bool can_come_about(transition const& t, std::size_t u) const {
    auto const p = part_of(t.to);
    auto const k = kind(t.to);
    auto const happens_once =
        k == event_kind::started || k == event_kind::step || k == event_kind::late;
    if (happens_once && at(p, u).happened.count(t.to) > 0) return false;  // E3
    auto const is_work =
        k == event_kind::started || k == event_kind::late || k == event_kind::completed;
    if (is_work && is_performed(p, u)) return false;  // E3
    if (begins(t)) {
      for (auto q : before(p))
        if (!is_performed(q)) return false;
      return is_free(t, {}, u);
    }
    if (is_of_order(kind(t.from))) return order_event_has_happened(t.from) && is_free(t, t.from, u);
    for (auto first : meant_by(t.from))
      if (has_followed(t, first, u) && is_free(t, first, u)) return true;
    return false;
  }
  /// E2.
  bool has_followed(transition const& t, event_id first, std::size_t u) const {
    auto const p = part_of(t.to), q = part_of(first);
    if (is_report(t.from)) {
      for (auto v : all_units(q))
        if (at(q, v).reported.count(first) > 0) return true;
      return false;
    }
    if (q == p) return at(q, u).happened.count(first) > 0;
    for (auto v : units_with(q, p, u))
      if (at(q, v).happened.count(first) > 0) return true;
    return false;
  }
  /// E4, E6. Neither the result nor custody hinders it.
  bool is_free(transition const& t, event_id first, std::size_t u) const {
    auto const p = part_of(t.to);
    auto const stands = at(p, u).result;
    auto const ends = kind(t.to) == event_kind::completed || kind(t.to) == event_kind::failed;
    if (ends && stands && kind(stands) != event_kind::late &&
        !(first && comes_after(first, stands)))
      return false;
    auto const done = completed(p);
    auto const is_before_end = !(first && done && comes_after(first, done));
    if (needs_custody(p) && (kind(t.to) == event_kind::completed || (fails(t.to) && is_before_end)))
      return holds(m.parts[p].performer, carried(p), p, u);
    auto const to = m.events[t.to].holder;
    auto const gives = t.by == m.customer && moved(t.to) && to && to != m.customer;
    return !gives || holds(m.customer, moved(t.to), p, u);
  }

  void take_place(event_id e, std::size_t u) {
    auto& x = at(part_of(e), u);
    x.happened.insert(e);
    ++x.how_often[e];
    auto const k = kind(e);
    if (k == event_kind::completed || k == event_kind::failed ||
        (k == event_kind::late && !x.result))
      x.result = e;  // E4
    if (k == event_kind::completed) x.completed_at = now_;
  }
  /// E9.
  void after(event_id e, std::size_t u) {
    on_event(e, u);
    auto& x = at(part_of(e), u);
    auto const is_known = x.reported.erase(e) > 0;  // it has happened before, in this attempt
    if (is_known || is_seen(e) || x.told.count({e, m.seller}) > 0) learn(e, u);
  }
  /// R2.
  void begin_attempt(part_id p, std::size_t u) {
    auto& x = at(p, u);
    unit_so_far fresh;
    fresh.attempt = x.attempt + 1;
    fresh.begun = now_;
    fresh.holder = x.holder;
    fresh.how_often = x.how_often;
    x = fresh;
    on_attempt(p, u);
  }

  bool is_situational(rule_id r) const {
    return (m.rules[r].since || m.rules[r].until) && !meant_by(m.rules[r].on).empty();
  }
  bool is_on_possession(rule_id r) const {
    return kind(cause_of(m, m.rules[r].on)) == event_kind::possession;
  }
  /// Q3.
  bool is_in_situation(rule_id r, part_id p, std::size_t u) const {
    auto const& x = m.rules[r];
    return (!x.since || has_first(x.since, p, u)) && (!x.until || !has_last(x.until, p, u));
  }
  /// E8.
  void fire_rules() {
    for (auto r : m.rules.ids())
      for (auto p : parts_of(m.rules[r].on))
        for (auto u : all_units(p))
          if (is_situational(r) && !is_on_possession(r) && has_happened_to(m.rules[r].on, p, u) &&
              is_in_situation(r, p, u))
            at(p, u).fired.insert(r);
  }
  bool applies(rule_id r, occasion on, part_id p, std::size_t u, event_id e) const {
    auto const& x = m.rules[r];
    if (on == occasion::cancellation)
      return kind(x.on) == event_kind::cancel_requested && is_in_situation(r, {}, 0);
    if (on == occasion::replacement && kind(x.on) == event_kind::replacement_requested)
      return is_in_situation(r, p, u) &&
             (!x.object || x.object == p || m.parts[p].carries == x.object || follows(p, x.object));
    if (is_on_possession(r)) return false;
    for (auto cause : meant_by(x.on)) {
      if (on == occasion::news ? cause != e : part_of(cause) != p) continue;
      auto const& all = is_report(x.on) ? at(p, u).reported : at(p, u).happened;
      if (all.count(cause) > 0)
        return (!is_situational(r) || at(p, u).fired.count(r) > 0) && is_time(x, cause, u);
    }
    return false;
  }
  /// Q3. It has come to the unit as often as the rule says.
  bool is_time(rule const& x, event_id cause, std::size_t u) const {
    auto const& often = at(part_of(cause), u).how_often;
    auto const n = often.count(cause) > 0 ? often.at(cause) : 0;
    return x.from_time <= n && (x.up_to_time == 0 || n <= x.up_to_time);
  }
  /// A refund of what has been returned. Of a refund in the log nobody says that she asked for it.
  bool changes_nothing(rule const& x, occasion on, part_id p) const {
    if (x.action != action_kind::refund) return false;
    auto is_all = true, changes = false;
    for (auto q : leaves) {
      if (is_hers(m, q)) continue;
      if (x.object && !is_within(m, q, x.object)) {
        is_all = false;
        continue;
      }
      auto const is_asked = on == occasion::cancellation ||
                            (on == occasion::replacement && (q == p || q == carried(p)));
      changes = changes || is_asked || paid_back_.count(q) == 0;
    }
    return !is_all && !changes;
  }

  std::map<std::pair<part_id, std::size_t>, unit_so_far> units_;
  std::set<part_id> paid_back_;
};

}  // namespace proof
