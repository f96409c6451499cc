// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the explorer, second half: the states of an order as maps of facts, and the moves
// from each, copied out and written down one by one.
#pragma once

#include "support/naive_ways.hpp"

#include "lupaus/explore/order/policy.hpp"
#include "lupaus/life/part_order.hpp"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace proof {

/// A fact is of an event, a part, a rule or the order, and of a unit; what is 0 is left out.
enum class fact {
  phase,
  failures,
  cancellation,
  last,
  reply,
  done,
  told,
  back,
  holder,
  happened,
  reported,
  fired
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

struct naive_move {
  naive_state to;
  bool is_dependable = true;
};

/// What a policy may look at, with the names that `circumstances` has. Such a policy is a template.
template <class Order>
struct naive_circumstances {
  Order const& order;
  naive_state const& s;
  occasion on;
  part_id part = {};
  std::size_t unit = 0;
  event_id failure = {};

  std::size_t failures() const { return order.get(s, fact::failures); }
  bool has_happened(event_id e) const { return order.has_happened(s, e, false); }
  bool is_reported(event_id e, std::size_t u) const { return order.is_reported(s, e, u); }
  party_id holder(part_id good) const {
    auto const who = order.get(s, fact::holder, good.index());
    return who == 0 ? party_id{} : party_id{who - 1};
  }
};

/// An order under a policy, or under the rules where it is `rules_policy`.
template <class Policy>
class naive_order : public naive_ways {
 public:
  static constexpr bool by_rules = std::is_same_v<Policy, rules_policy>;
  using circumstances_type = naive_circumstances<naive_order>;

  naive_order(model_view const& view, Policy p, std::size_t budget)
      : naive_ways{view, !by_rules}, policy_{p}, budget_{budget} {}

  static std::size_t get(naive_state const& s, fact f, std::size_t of = 0, std::size_t unit = 0) {
    auto const found = s.find({f, of, unit});
    return found == s.end() ? 0 : found->second;
  }

  bool all_done(naive_state const& s, part_id p) const {
    for (std::size_t u = 0; u < units(p); ++u)
      if (!get(s, fact::done, p.index(), u)) return false;
    return true;
  }
  bool is_kept(naive_state const& s) const {
    for (auto p : leaves())
      if (!all_done(s, p)) return false;
    return get(s, fact::phase) == is_open;
  }
  bool is_good(naive_state const& s) const {
    auto const phase = get(s, fact::phase);
    return phase == is_called_off || phase == is_paid_back || phase == has_left || is_kept(s);
  }
  /// The failure of a unit that she can ask about.
  event_id failure_of(naive_state const& s, part_id p, std::size_t u) const {
    if (get(s, fact::done, p.index(), u)) return {};
    for (auto e : m.events.ids())
      if (part_of(e) == p && fails(e) && get(s, fact::happened, e.index(), u)) return e;
    return {};
  }
  bool has_asked_in_vain(naive_state const& s) const {
    if (get(s, fact::phase) != is_open || !get(s, fact::cancellation)) return false;
    for (auto p : leaves())
      for (std::size_t u = 0; u < units(p); ++u)
        if (failure_of(s, p, u) && !get(s, fact::reply, p.index(), u)) return false;
    return true;
  }
  bool is_reported(naive_state const& s, event_id e, std::size_t u) const {
    return get(s, fact::reported, e.index(), u) != 0;
  }
  bool has_happened(naive_state const& s, event_id e, bool in_living_attempt) const {
    switch (m.events[e].kind) {
      case event_kind::ordered: return get(s, fact::phase) != is_before_order;
      case event_kind::cancelled: return get(s, fact::phase) == is_called_off;
      case event_kind::refunded: return get(s, fact::phase) == is_paid_back;
      case event_kind::cancel_requested: return get(s, fact::cancellation) != 0;
      case event_kind::replacement_requested: return false;
      case event_kind::kept: return is_kept(s);
      default: break;
    }
    for (auto x : m.events.ids())
      if (is_meant(m, x, cause(e)))
        for (std::size_t u = 0; u < units(part_of(x)); ++u) {
          if (in_living_attempt && get(s, fact::back, part_of(x).index(), u)) continue;
          if (get(s, is_report(e) ? fact::reported : fact::happened, x.index(), u)) return true;
        }
    return false;
  }

  std::vector<naive_move> moves(naive_state const& s) const {
    std::vector<naive_move> all;
    if (get(s, fact::phase) == is_before_order) {
      auto next = s;
      put(next, fact::phase, is_open);
      for (auto p : leaves())
        if (m.parts[p].kind == part_kind::good)
          for (std::size_t u = 0; u < units(p); ++u) hand(next, p, u, m.seller);
      settle(next);
      all.push_back({next});
    }
    if (get(s, fact::phase) != is_open) return all;
    for (auto const& t : m.transitions)
      if (is_life(t.to))
        for (std::size_t u = 0; u < units(part_of(t.to)); ++u) step(all, s, t, u);
    for (auto e : m.events.ids())
      if (is_news(e) && is_told(e))
        for (std::size_t u = 0; u < units(part_of(e)); ++u)
          if (get(s, fact::happened, e.index(), u) && !is_reported(s, e, u)) {
            auto next = s;
            put(next, fact::reported, 1, e.index(), u);
            settle(next);
            all.push_back({next});
          }
    if (is_kept(s)) return all;
    for (auto p : leaves())
      for (std::size_t u = 0; u < units(p); ++u) {
        tell(all, s, p, u);
        act(all, s, p, u);
        ask_for_another(all, s, p, u);
      }
    ask_to_cancel(all, s);
    if (m.paid == payment::on_the_spot) all.push_back({ended(has_left)});
    return all;
  }

 private:
  static void put(naive_state& s, fact f, std::size_t value, std::size_t of = 0,
                  std::size_t unit = 0) {
    if (value == 0)
      s.erase({f, of, unit});
    else
      s[{f, of, unit}] = value;
  }
  void hand(naive_state& s, part_id good, std::size_t u, party_id who) const {
    put(s, fact::holder, who ? who.index() + 1 : 0, good.index(), u);
  }
  static naive_state ended(naive_phase p) {
    naive_state s;
    put(s, fact::phase, p);
    return s;
  }

  /// What stock there is, is there; and rules whose situation holds have fired.
  void settle(naive_state& s) const {
    for (auto again = true; again;) {
      again = false;
      for (auto p : leaves()) {
        if (!is_in_stock(p) || all_done(s, p)) continue;
        auto waits = false;
        for (auto q : before(p)) waits = waits || !all_done(s, q);
        if (waits) continue;
        for (std::size_t u = 0; u < units(p); ++u) perform(s, p, u);
        again = true;
      }
    }
    for (auto r : m.rules.ids())
      if (is_situational(r) && is_in_situation(s, r))
        for (std::size_t u = 0; u < units(part_of(cause(m.rules[r].on))); ++u)
          if (has_cause(s, r, u)) put(s, fact::fired, 1, r.index(), u);
  }
  void perform(naive_state& s, part_id p, std::size_t u) const {
    auto const e = completed(p);
    put(s, fact::last, e.index() + 1, p.index(), u);
    put(s, fact::done, 1, p.index(), u);
    if (matters(e)) put(s, fact::happened, 1, e.index(), u);
  }
  /// Nothing has happened yet to the unit.
  void begin_attempt(naive_state& s, part_id p, std::size_t u) const {
    for (auto e : m.events.ids())
      if (part_of(e) == p)
        put(s, fact::happened, 0, e.index(), u), put(s, fact::reported, 0, e.index(), u);
    for (auto r : m.rules.ids())
      if (part_of(cause(m.rules[r].on)) == p) put(s, fact::fired, 0, r.index(), u);
    put(s, fact::back, 0, p.index(), u);
  }

  // ---- what happens --------------------------------------------------------------------------

  void step(std::vector<naive_move>& all, naive_state const& s, transition const& t,
            std::size_t u) const {
    auto const e = t.to;
    auto const p = part_of(e);
    auto const begins = !t.from || t.from == ordering;
    auto const last = get(s, fact::last, p.index(), u);
    auto const kind = m.events[e].kind;
    if (begins ? last != 0 : last != t.from.index() + 1) return;
    if (begins)
      for (auto q : before(p))
        if (!all_done(s, q)) return;
    if (fails(e) && get(s, fact::failures) >= budget_) return;
    if (kind == event_kind::late &&
        (get(s, fact::done, p.index(), u) || get(s, fact::happened, e.index(), u)))
      return;
    auto next = s;
    if (kind == event_kind::started) begin_attempt(next, p, u);
    if (kind != event_kind::late) put(next, fact::last, e.index() + 1, p.index(), u);
    if (matters(e)) put(next, fact::happened, 1, e.index(), u);
    if (kind == event_kind::completed)
      put(next, fact::done, 1, p.index(), u), put(next, fact::reply, 0, p.index(), u);
    if (fails(e)) {
      put(next, fact::done, 0, p.index(), u);
      put(next, fact::failures, get(s, fact::failures) + 1);
    }
    if (auto const good = m.events[e].good) {
      if (m.parts[good].kind == part_kind::good)
        for (auto v : units_with(good, p, u)) hand(next, good, v, m.events[e].holder);
      if (kind != event_kind::started && m.events[e].holder && is_sellers(m, m.events[e].holder))
        put(next, fact::back, 1, p.index(), u);
    }
    if (is_news(e) && is_seen(e)) put(next, fact::reported, 1, e.index(), u);
    settle(next);
    all.push_back({next, !fails(e) && can_be_counted_on(s, t, u, begins)});
  }

  bool can_be_counted_on(naive_state const& s, transition const& t, std::size_t u,
                         bool begins) const {
    auto const p = part_of(t.to);
    if (begins && !words_missing(p).empty() && !get(s, fact::told, p.index(), u)) return false;
    if (t.by == m.customer) return true;
    auto const& e = m.events[t.to];
    if (e.good && e.holder == m.customer && t.by) {  // he has it, and hands it over
      auto const v = units(e.good) == units(p) ? u : 0;
      auto const who = get(s, fact::holder, e.good.index(), v);
      if (who != 0 && detail::same_firm(m, party_id{who - 1}, t.by)) return true;
    }
    for (auto const& [given, anchor] : owed(t))
      if ((!given || has_happened(s, given, false)) && (!anchor || has_happened(s, anchor, false)))
        return true;
    return false;
  }

  void tell(std::vector<naive_move>& all, naive_state const& s, part_id p, std::size_t u) const {
    auto const words = words_missing(p);
    if (words.empty() || std::count(words.begin(), words.end(), false) > 0) return;
    if (get(s, fact::last, p.index(), u) || get(s, fact::told, p.index(), u)) return;
    for (auto q : before(p))
      if (!all_done(s, q)) return;
    auto next = s;
    put(next, fact::told, 1, p.index(), u);
    all.push_back({next});
  }

  // ---- what is decided -----------------------------------------------------------------------

  bool is_in_situation(naive_state const& s, rule_id r) const {
    auto const& x = m.rules[r];
    return (!x.since || has_happened(s, x.since, true)) &&
           (!x.until || !has_happened(s, x.until, false));
  }
  bool has_cause(naive_state const& s, rule_id r, std::size_t u) const {
    auto const on = m.rules[r].on;
    return get(s, is_report(on) ? fact::reported : fact::happened, cause(on).index(), u) != 0;
  }
  bool is_called_for(naive_state const& s, rule_id r, occasion on, part_id p, std::size_t u,
                     event_id e) const {
    auto const& x = m.rules[r];
    auto const kind = m.events[x.on].kind;
    if (on == occasion::cancellation)
      return kind == event_kind::cancel_requested && is_in_situation(s, r);
    if (on == occasion::replacement && kind == event_kind::replacement_requested)
      return is_in_situation(s, r) &&
             (!x.object || x.object == p || m.parts[p].carries == x.object ||
              detail::is_before(m, x.object, p));
    auto const of_this = on == occasion::news ? cause(x.on) == e : part_of(cause(x.on)) == p;
    if (!of_this || !has_cause(s, r, u)) return false;
    return is_situational(r) ? get(s, fact::fired, r.index(), u) != 0 : is_in_situation(s, r);
  }
  bool is_gate_open(naive_state const& s, rule_id r, part_id p, std::size_t u) const {
    auto const gate = m.rules[r].gate;
    if (!gate) return true;
    if (p && part_of(cause(gate)) == p && is_life(cause(gate)))
      return get(s, is_report(gate) ? fact::reported : fact::happened, cause(gate).index(), u) != 0;
    return has_happened(s, gate, false);
  }

  decision decide(naive_state const& s, occasion on, part_id p, std::size_t u, event_id e) const {
    if constexpr (!by_rules) {
      return policy_.decide(circumstances_type{*this, s, on, p, u, e});
    } else {
      auto waits = false;
      for (auto r : m.rules.ids()) {
        auto const& x = m.rules[r];
        if (x.action == action_kind::refuse || !is_called_for(s, r, on, p, u, e)) continue;
        auto const helps = x.action != action_kind::act &&
                           !(on == occasion::news && x.action == action_kind::accept);
        if (!helps || !is_gate_open(s, r, p, u) || detail::is_owed_in_vain(m, x)) {
          waits = true;
          continue;
        }
        decision d{.object = x.object};
        switch (x.action) {
          case action_kind::replace: d.does = answer::replaces; break;
          case action_kind::perform_again: d.does = answer::performs_again; break;
          case action_kind::repair: d.does = answer::repairs; break;
          case action_kind::refund: d.does = answer::refunds; break;
          default: d.does = answer::accepts; break;
        }
        return d;
      }
      return waits ? decision::waits() : decision::refuses();
    }
  }
  static bool is_granted(decision const& d) {
    return d.does != answer::waits && d.does != answer::refuses;
  }
  bool makes_no_sense(occasion on, decision const& d) const {
    if (by_rules) return false;
    if (on == occasion::news) return d.does == answer::accepts;
    return on == occasion::cancellation &&
           (d.does == answer::replaces || d.does == answer::performs_again ||
            d.does == answer::repairs);
  }

  naive_state remedied(naive_state s, decision const& d, part_id p, std::size_t u) const {
    if (d.does == answer::refunds) return ended(is_paid_back);
    if (d.does == answer::repairs) {
      begin_attempt(s, p, u);
      put(s, fact::told, 0, p.index(), u), put(s, fact::reply, 0, p.index(), u);
      perform(s, p, u);
    } else {
      auto const renews = d.does != answer::performs_again;
      auto object = p;
      if (d.object && is_leaf(m.parts[d.object]))
        object = d.object;
      else if (renews && m.parts[p].carries)
        object = m.parts[p].carries;
      for (auto q : leaves()) {
        auto const between = detail::is_before(m, object, q) && detail::is_before(m, q, p);
        if (q != object && q != p && !between) continue;
        for (auto v : units_with(q, p, u)) {
          for (auto f : {fact::last, fact::reply, fact::done, fact::told})
            put(s, f, 0, q.index(), v);
          begin_attempt(s, q, v);
          if (renews && m.parts[q].kind == part_kind::good) hand(s, q, v, m.seller);
        }
      }
    }
    settle(s);
    return s;
  }

  void act(std::vector<naive_move>& all, naive_state const& s, part_id p, std::size_t u) const {
    if (get(s, fact::done, p.index(), u)) return;
    for (auto e : m.events.ids()) {
      if (part_of(e) != p || !get(s, fact::happened, e.index(), u)) continue;
      if (!by_rules && (!fails(e) || !is_reported(s, e, u))) continue;
      auto const d = decide(s, occasion::news, p, u, e);
      if (makes_no_sense(occasion::news, d))
        all.push_back({ended(is_broken), false});
      else if (is_granted(d))
        all.push_back({remedied(s, d, p, u)});
    }
  }
  void ask_for_another(std::vector<naive_move>& all, naive_state const& s, part_id p,
                       std::size_t u) const {
    auto const failure = failure_of(s, p, u);
    if (!failure) return;
    auto next = s;  // by asking she tells him all that failed with it
    for (auto e : m.events.ids())
      if (part_of(e) == p && fails(e) && is_news(e) && get(s, fact::happened, e.index(), u))
        put(next, fact::reported, 1, e.index(), u);
    settle(next);
    auto const d = decide(next, occasion::replacement, p, u, failure);
    if (is_granted(d)) return all.push_back({remedied(next, d, p, u)});
    auto const said = d.does == answer::waits ? std::size_t{1} : std::size_t{2};
    if (get(s, fact::reply, p.index(), u) == said) return;
    put(next, fact::reply, said, p.index(), u);
    all.push_back({next});
  }
  void ask_to_cancel(std::vector<naive_move>& all, naive_state const& s) const {
    auto const d = decide(s, occasion::cancellation, {}, 0, {});
    if (makes_no_sense(occasion::cancellation, d)) return all.push_back({ended(is_broken), false});
    if (is_granted(d))
      return all.push_back({ended(d.does == answer::refunds ? is_paid_back : is_called_off)});
    auto const said = d.does == answer::waits ? std::size_t{1} : std::size_t{2};
    if (get(s, fact::cancellation) == said) return;
    auto next = s;
    put(next, fact::cancellation, said);
    all.push_back({next});
  }

  Policy policy_;
  std::size_t budget_;
};

}  // namespace proof
