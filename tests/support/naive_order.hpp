// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the explorer, last part: the moves from each state, copied out and written down one
// by one.
#pragma once

#include "support/naive_life.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace proof {

/// What somebody did by it, as far as the seller may lose by it.
struct naive_deed {
  enum kind { something, event, gift, cancellation, leaving } is = something;
  event_id what = {};  ///< what happened
  decision says = {};  ///< what was given
  part_id part = {};   ///< for a unit of which; none where she asked to cancel
  std::size_t unit = 0;
  naive_state when = {};  ///< how the order stood when it was decided
};

struct naive_move {
  naive_state to;
  bool is_dependable = true;
  naive_deed deed = {};
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
  bool has_happened(event_id e) const { return order.has_happened(s, e); }
  bool is_reported(event_id e, std::size_t u) const { return order.is_reported(s, e, u); }
  party_id holder(part_id good) const { return order.holder(s, good, 0); }
  std::size_t how_often(event_id e) const { return order.how_often(s, e); }
  std::size_t replacement_requests(part_id p, std::size_t u) const {
    return order.get(s, fact::requests, p.index(), u);
  }
  std::optional<answer> last_replacement_answer(part_id p, std::size_t u) const {
    return order.last_answer(s, p.index(), u);
  }
  std::size_t cancellation_requests() const {
    return order.get(s, fact::requests, order.m.parts.size());
  }
  std::optional<answer> last_cancellation_answer() const {
    return order.last_answer(s, order.m.parts.size(), 0);
  }
  bool is_told(party_id who, event_id e) const { return order.is_told_of(s, who, e); }
};

/// An order under a policy, or under the rules where it is `rules_policy`.
template <class Policy>
class naive_order : public naive_life {
 public:
  static constexpr bool by_rules = std::is_same_v<Policy, rules_policy>;
  using circumstances_type = naive_circumstances<naive_order>;

  naive_order(model_view const& view, Policy p, std::size_t budget, naive_memory kept = {})
      : naive_life{view, !by_rules, budget, std::move(kept)}, policy_{p} {}

  /// S8. To all units, so far as it is counted.
  std::size_t how_often(naive_state const& s, event_id e) const {
    if (is_report(e) || meant_by(e).empty()) return has_happened(s, e) ? 1 : 0;
    std::size_t n = 0;
    for (auto x : meant_by(e))
      for (std::size_t u = 0; u < units(part_of(x)); ++u)
        n += std::min<std::size_t>(get(s, fact::how_often, x.index(), u), 3);
    return std::min<std::size_t>(n, 3);
  }
  /// S8. Of a failure or a completion.
  bool is_told_of(naive_state const& s, party_id who, event_id e) const {
    if (!has_happened(s, e)) return false;
    if (is_sellers(m, who) && is_news(e)) {
      for (std::size_t u = 0; u < units(part_of(e)); ++u)
        if (is_reported(s, e, u)) return true;
      return false;
    }
    if (lupaus::knows(m, who, e)) return true;
    for (auto const& x : m.precedences)
      for (std::size_t u = 0; x.before == part_of(e) && u < units(x.after); ++u)
        if (e == completed(x.before) && m.parts[x.after].performer == who &&
            get(s, fact::told, x.after.index(), u))
          return true;
    return false;
  }
  static std::optional<answer> last_answer(naive_state const& s, std::size_t of, std::size_t u) {
    auto const a = get(s, fact::answered_last, of, u);
    return a == 0 ? std::optional<answer>{} : static_cast<answer>(a - 1);
  }

  std::vector<naive_move> moves(naive_state const& s) const {
    std::vector<naive_move> all;
    if (get(s, fact::phase) == is_before_order) {  // E1
      auto next = s;
      put(next, fact::phase, is_open);
      for (auto p : leaves())
        for (std::size_t u = 0; u < units(p); ++u)
          if (is_good_part(p)) hand(next, p, u, supplier(p));
      settle(next);
      all.push_back({next});
    }
    if (get(s, fact::phase) != is_open) return all;  // S1
    for (auto const& t : m.transitions)
      if (is_life(t.to))
        for (std::size_t u = 0; u < units(part_of(t.to)); ++u) step(all, s, t, u);
    for (auto e : m.events.ids()) {
      if (!is_timer(e)) continue;
      auto const p = is_timer_of_order(e) ? part_id{} : part_of(e);
      for (std::size_t u = 0; u < std::max<std::size_t>(units(p), 1); ++u) pass(all, s, e, p, u);
    }
    for (auto e : m.events.ids())
      if (is_news(e) && is_told(e))
        for (std::size_t u = 0; u < units(part_of(e)); ++u) report(all, s, e, u);
    if (is_at_end(s)) return all;  // O3
    for (auto p : leaves())
      for (std::size_t u = 0; u < units(p); ++u) {
        tell(all, s, p, u);
        act(all, s, p, u);
        ask_for_another(all, s, p, u);
      }
    ask_to_cancel(all, s);
    if (may_leave(s))  // E10
      all.push_back({ended(has_left), true, {naive_deed::leaving, {}, {}, {}, 0, s}});
    return all;
  }

 private:
  // ---- what happens --------------------------------------------------------------------------

  void step(std::vector<naive_move>& all, naive_state const& s, transition const& t,
            std::size_t u) const {
    auto const e = t.to;
    if (!can_come_about(s, t, u)) return;
    auto next = s;
    happen(next, e, u);
    move_goods(next, e, u);
    if (fails(e)) put(next, fact::failures, get(s, fact::failures) + 1);  // E7
    settle(next);
    all.push_back({next,
                   !fails(e) && can_be_counted_on(s, t, u),  // D1
                   {naive_deed::event, e, {}, part_of(e), u, s}});
  }
  /// E11.
  void pass(std::vector<naive_move>& all, naive_state const& s, event_id timer, part_id p,
            std::size_t u) const {
    if (!can_pass(s, timer, p, u)) return;
    auto next = s;
    put(next, fact::happened, 1, timer.index(), u);
    if (p) count(next, timer, u);
    auto const fails = is_failure_too(s, timer, p, u);
    if (fails) put(next, fact::failures, get(s, fact::failures) + 1);
    settle(next);
    all.push_back({next, !fails});
  }
  /// E9.
  void report(std::vector<naive_move>& all, naive_state const& s, event_id e, std::size_t u) const {
    if (!get(s, fact::happened, e.index(), u) || is_reported(s, e, u)) return;
    auto next = s;
    put(next, fact::reported, 1, e.index(), u);
    settle(next);
    all.push_back({next});
  }
  /// E9.
  void tell(std::vector<naive_move>& all, naive_state const& s, part_id p, std::size_t u) const {
    auto const words = words_missing(p);
    if (words.empty() || std::count(words.begin(), words.end(), false) > 0) return;
    if (has_begun(s, p, u) || get(s, fact::told, p.index(), u)) return;
    if (!are_performed(s, before(p))) return;
    auto next = s;
    put(next, fact::told, 1, p.index(), u);
    all.push_back({next});
  }

  // ---- what is decided -----------------------------------------------------------------------

  decision decide(naive_state const& s, occasion on, part_id p, std::size_t u, event_id e) const {
    if constexpr (by_rules)
      return decide_by_rules(s, on, p, u, e);
    else {
      auto d = policy_.decide(circumstances_type{*this, s, on, p, u, e});
      if (d.does == answer::reduces_price && on != occasion::cancellation &&
          (!has_failed(s, p, u) || !is_price_of(d.object, p)))
        d.does = answer::waits;
      return d;
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
            d.does == answer::repairs || d.does == answer::reduces_price);
  }

  /// What she, or the seller, gets of what was granted; by a refund, perhaps nothing new: R5.
  /// `counts`: that she asked is remembered, and changes something.
  void grant(std::vector<naive_move>& all, naive_state const& s, decision const& d, occasion on,
             part_id p, std::size_t u, bool counts = false) const {
    naive_deed const gift{naive_deed::gift, {}, d, p, u, s};
    if (d.does != answer::refunds) return all.push_back({remedied(s, d, p, u), true, gift});
    auto const next = refunded(s, d, on, p, u);
    if (next != s || counts) all.push_back({next, true, gift});
  }
  static std::size_t said(decision const& d) { return d.does == answer::waits ? to_wait : no; }

  /// Q2.
  void act(std::vector<naive_move>& all, naive_state const& s, part_id p, std::size_t u) const {
    if (is_performed(s, p, u)) return;
    for (auto e : m.events.ids()) {
      if (!(is_life(e) || is_timer(e)) || part_of(e) != p || !get(s, fact::happened, e.index(), u))
        continue;
      if (!by_rules && (!fails(e) || !is_reported(s, e, u))) continue;
      auto const d = decide(s, occasion::news, p, u, e);
      if (makes_no_sense(occasion::news, d))
        all.push_back({ended(is_broken), false});
      else if (is_granted(d))
        grant(all, s, d, occasion::news, p, u);
    }
  }
  /// Q1.
  void ask_for_another(std::vector<naive_move>& all, naive_state const& s, part_id p,
                       std::size_t u) const {
    auto const failure = failure_of(s, p, u);
    if (!failure) return;
    auto next = s;  // by asking she tells him all that failed with it
    for (auto e : m.events.ids())
      if (is_life(e) && part_of(e) == p && fails(e) && is_news(e) &&
          get(s, fact::happened, e.index(), u))
        put(next, fact::reported, 1, e.index(), u);
    settle(next);
    auto const d = decide(next, occasion::replacement, p, u, failure);
    auto const before = next;
    note_request(next, p, u, d.does);
    if (is_granted(d)) return grant(all, next, d, occasion::replacement, p, u, next != before);
    if (get(s, fact::reply, p.index(), u) == said(d) && next == before) return;
    put(next, fact::reply, said(d), p.index(), u);
    all.push_back({next});
  }
  /// Q1.
  void ask_to_cancel(std::vector<naive_move>& all, naive_state const& s) const {
    auto const d = decide(s, occasion::cancellation, {}, 0, {});
    if (makes_no_sense(occasion::cancellation, d)) return all.push_back({ended(is_broken), false});
    auto next = s;
    note_request(next, {}, 0, d.does);
    if (d.does == answer::refunds)
      return grant(all, next, d, occasion::cancellation, {}, 0, next != s);
    if (is_granted(d))
      return all.push_back(
          {ended(is_called_off), true, {naive_deed::cancellation, {}, d, {}, 0, s}});
    if (get(s, fact::cancellation) == said(d) && next == s) return;
    put(next, fact::cancellation, said(d));
    all.push_back({next});
  }

  Policy policy_;
};

}  // namespace proof
