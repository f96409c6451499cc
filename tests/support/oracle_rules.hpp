// SPDX-License-Identifier: BSL-1.0
//
// Rules against what she was promised, and rules against each other, in what may have happened.
#pragma once

#include "support/oracle_loss.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace proof {

/// broken-by-rule, rival-rules.
class oracle_rules : public oracle_loss {
 public:
  using oracle_loss::oracle_loss;
  using rule = lupaus::rule;
  using action = lupaus::action_kind;

  // ---- what may have happened together ---------------------------------------------------------

  /// By its one name.
  event_id told(event_id e) const { return one_name(happening(e)); }
  bool is_bound(event_id e) const { return e && told(e) != lupaus::ordering; }
  /// The events that it means and that some way leads to.
  set<event_id> comings(event_id e) const {
    set<event_id> all;
    auto const live = reachable({lupaus::ordering}, {});
    for (auto x : meant(e))
      if (live.contains(x)) all.insert(x);
    return all;
  }
  /// Whoever sees `now` happen knows that `e` has.
  bool is_behind(event_id e, event_id now) const {
    e = told(e), now = told(now);
    if (e == lupaus::ordering || e == now) return true;
    if (is_order_event(e) || is_order_event(now)) return false;
    auto const all = comings(now);
    for (auto x : all)
      if (!is_sure_by(e, x)) return false;
    return !all.empty();
  }
  bool is_behind_any(event_id e, set<event_id> const& happened) const {
    for (auto h : happened)
      if (is_behind(e, h)) return true;
    return false;
  }
  /// One attempt can have both.
  bool go_together(event_id a, event_id b) const {
    a = told(a), b = told(b);
    if (is_order_event(a) || is_order_event(b) || is_behind(a, b) || is_behind(b, a)) return true;
    for (auto x : comings(a))
      for (auto y : comings(b)) {
        auto const p = m_.events[x].of, q = m_.events[y].of;
        auto const beside = p != q && !later_parts(p).contains(q) && !later_parts(q).contains(p);
        if (beside || reachable({x}, {}).contains(y) || reachable({y}, {}).contains(x)) return true;
      }
    return false;
  }
  /// All of these have happened, and none of those.
  bool is_possible(set<event_id> const& happened, set<event_id> const& not_yet) const {
    situations barred;
    for (auto e : not_yet) {
      if (is_behind_any(e, happened)) return false;
      for (auto x : meant(told(e))) barred.insert(x);
    }
    auto const there = reachable({lupaus::ordering}, barred);
    for (auto h : happened) {
      auto comes = is_order_event(h);
      for (auto x : meant(h)) comes = comes || there.contains(x);
      if (!comes) return false;
      for (auto other : happened)
        if (!go_together(h, other)) return false;
    }
    return true;
  }

  /// What ends an order ends what is owed in it.
  bool is_owed_after(rule const& r, event_id e) const {
    auto const x = told(e);
    if (is_order_event(x) && x != lupaus::ordering && m_.events[x].kind != kind::cancel_requested)
      return false;
    set<event_id> happened{told(r.on)}, not_yet;
    for (auto const y : {r.since, e})
      if (is_bound(y)) happened.insert(told(y));
    for (auto const y : {r.until, r.gate})
      if (is_bound(y)) not_yet.insert(y);
    return is_possible(happened, not_yet);
  }

  std::map<lupaus::rule_id, situations> unexpected() const {
    std::map<lupaus::rule_id, situations> all;
    for (auto const& p : m_.presumptions)
      if (p.is_not && is_ever_called_for(m_.rules[p.of]) &&
          is_owed_after(m_.rules[p.of], p.happened))
        all[p.of].insert(p.happened);
    return all;
  }

  // ---- broken-by-rule --------------------------------------------------------------------------

  struct right {
    element said;
    part_id about;
    lupaus::term until;
  };
  bool is_until_event(right const& x) const {
    auto const lasts = length(x.until.limit);
    return lasts && worst_case(*lasts) == 0;
  }
  std::vector<right> rights() const {
    std::vector<right> all;
    for (auto k : m_.claims.ids())
      for (auto const& t : terms_of(m_.claims[k])) all.push_back({k, m_.claims[k].about, t});
    for (auto k : m_.commitments.ids())
      if (auto const& c = m_.commitments[k]; is_hers(c) && !is_incentive(c))
        all.push_back({k, c.about, c.consequent});
    std::erase_if(all, [&](right const& x) {
      return x.until.quality != &lupaus::quality_of<lupaus::cancellable> ||
             (is_until_event(x) && !is_bound(x.until.anchor));
    });
    return all;
  }
  bool is_everything(part_id p) const {
    for (auto q : m_.parts.ids())
      if (is_leaf(q) && !is_her_part(q) && !within(q, p)) return false;
    return true;
  }
  bool is_hers_to_leave(rule const& r) const {
    return m_.events[happening(r.on)].kind == kind::cancel_requested && r.creditor == m_.customer;
  }
  bool frees_her(rule const& r, right const& x) const {
    auto const pays = r.action == action::refund &&
                      (!r.object || within(x.about, r.object) || is_everything(r.object));
    return r.action == action::accept || pays;
  }
  bool is_too_late(rule const& r, right const& x) const {
    return r.gate && is_until_event(x) && is_behind(x.until.anchor, r.gate);
  }
  bool is_against(rule const& r, right const& x) const {
    if (frees_her(r, x)) return is_too_late(r, x);
    return r.action != action::accept && r.action != action::refund && r.action != action::act;
  }
  /// Nothing frees her: all that is sure to have begun is over. What has to happen for that, and no
  /// more, happens.
  bool is_kept_in(rule const& r, right const& x) const {
    auto const comes_first = [&](rule const& other) {
      return is_hers_to_leave(other) && frees_her(other, x) &&
             (r.action == action::refuse || !is_too_late(other, x));
    };
    set<event_id> happened;
    if (is_bound(r.since)) happened.insert(told(r.since));
    for (auto before = happened.size() + 1; before != happened.size();) {
      before = happened.size();
      for (auto const& other : m_.rules) {
        if (!comes_first(other)) continue;
        if (is_bound(other.since) && !is_behind_any(other.since, happened)) continue;
        if (!is_bound(other.until)) return false;
        if (is_behind_any(other.until, happened)) continue;
        happened.insert(told(other.until));
        break;
      }
    }
    set<event_id> not_yet;
    for (auto const& other : m_.rules)
      if (comes_first(other) && is_bound(other.since) && !is_behind_any(other.since, happened))
        not_yet.insert(other.since);
    if (is_bound(r.until)) not_yet.insert(r.until);
    if (is_until_event(x)) not_yet.insert(x.until.anchor);
    for (auto h : happened) {
      auto const k = m_.events[h].kind;
      if (k == kind::cancelled || k == kind::refunded || k == kind::kept) return false;
    }
    return is_possible(happened, not_yet);
  }
  void broken_by_rules(set<verdict>& all) const {
    for (auto i : m_.rules.ids()) {
      auto const& r = m_.rules[i];
      if (!is_hers_to_leave(r)) continue;
      for (auto const& x : rights())
        if (is_against(r, x) && is_kept_in(r, x)) {
          all.insert({"broken-by-rule", i, x.said});
          break;
        }
    }
  }

  // ---- rival-rules -----------------------------------------------------------------------------

  bool is_asked_for(rule const& r) const {
    auto const k = m_.events[happening(r.on)].kind;
    return k == kind::cancel_requested || k == kind::replacement_requested;
  }
  bool gives_anything(rule const& r) const {
    if (r.action == action::act || r.action == action::refuse) return false;
    if (r.action == action::accept && !is_asked_for(r)) return false;
    return firm(r.debtor) == m_.seller || has_committed(r);
  }
  bool has_to_wait(rule const& r) const { return is_bound(r.gate) && !is_behind(r.gate, begin(r)); }
  /// What is given, where the words differ and the thing does not: all her money, another one.
  std::pair<action, part_id> given(rule const& r) const {
    auto const on_leaving = m_.events[happening(r.on)].kind == kind::cancel_requested;
    if (r.action == action::accept && on_leaving) return {action::refund, lupaus::whole};
    if (r.action == action::refund && (!r.object || is_everything(r.object)))
      return {action::refund, lupaus::whole};
    return {r.action, r.object};
  }
  bool is_one_thing(rule const& a, rule const& b) const {
    if (a.fee.minor_units != b.fee.minor_units) return false;
    if (a.reduction.minor_units != b.reduction.minor_units) return false;
    auto const x = given(a), y = given(b);
    if (x == y) return true;
    auto const asked = m_.events[happening(a.on)].kind == kind::replacement_requested;
    set<action> const both{x.first, y.first};
    return asked && both == set<action>{action::accept, action::replace};
  }
  /// What a remedy is about; of a carriage that is done again, what it carries too.
  set<part_id> concerned(rule const& r) const {
    auto const [what, object] = given(r);
    if (!object) return {lupaus::whole};
    set<part_id> all{object};
    if (what != action::refund && what != action::accept && what != action::reduce_price &&
        m_.parts[object].carries)
      all.insert(m_.parts[object].carries);
    return all;
  }
  bool is_about_one_thing(rule const& a, rule const& b) const {
    auto const failure = happening(a.on);
    auto const repairs = [&](rule const& r) {
      if (r.action == action::reduce_price) return is_price_of(r.object, m_.events[failure].of);
      return given(r).first != action::refund && given(r).first != action::accept &&
             puts_it_right(r.object, m_.events[failure].of);
    };
    if (fails(failure) && repairs(a) && repairs(b)) return true;
    std::pair<action, part_id> const all_her_money{action::refund, lupaus::whole};
    if (given(a) == all_her_money || given(b) == all_her_money) return true;
    for (auto p : concerned(a))
      for (auto q : concerned(b))
        if (p == lupaus::whole || q == lupaus::whole || within(p, q) || within(q, p)) return true;
    return false;
  }
  bool puts_it_right(part_id object, part_id failed) const {
    set<part_id> any{failed};
    if (m_.parts[failed].carries) any.insert(m_.parts[failed].carries);
    for (auto p : m_.parts.ids())
      if (is_leaf(p) && later_parts(p).contains(failed)) any.insert(p);
    for (auto p : any)
      if (!object || within(p, object)) return true;
    return false;
  }
  bool meet(rule const& a, rule const& b) const {
    set<event_id> happened{told(a.on)}, not_yet;
    for (auto const& r : {a, b}) {
      if (is_bound(r.since)) happened.insert(told(r.since));
      if (is_bound(r.until)) not_yet.insert(r.until);
    }
    return is_possible(happened, not_yet);
  }
  bool have_a_time(rule const& a, rule const& b) const {
    if (!is_ever_called_for(a) || !is_ever_called_for(b)) return false;
    for (std::size_t n = 1; n <= 7; ++n)
      if (is_of_time(a, n) && is_of_time(b, n)) return true;
    return false;
  }
  bool compete(rule const& a, rule const& b) const {
    return told(a.on) == told(b.on) && one_firm(a.creditor, b.creditor) && gives_anything(a) &&
           gives_anything(b) && has_to_wait(a) == has_to_wait(b) && !is_one_thing(a, b) &&
           is_about_one_thing(a, b) && have_a_time(a, b) && meet(a, b);
  }
  void rival_rules(set<verdict>& all) const {
    std::map<std::pair<event_id, party_id>, std::set<element>> groups;
    for (auto i : m_.rules.ids())
      for (auto k : m_.rules.ids())
        if (i != k && compete(m_.rules[i], m_.rules[k]))
          groups[{told(m_.rules[i].on), firm(m_.rules[i].creditor)}].insert(i);
    for (auto const& [of, rules] : groups) {
      verdict v{"rival-rules", *rules.begin(), {}, 0, rules};
      auto const& first = m_.rules[static_cast<lupaus::rule_id>(v.where)];
      for (auto const& k : rules)
        if (!v.other && k != v.where && compete(first, m_.rules[static_cast<lupaus::rule_id>(k)]))
          v.other = k;
      all.insert(v);
    }
  }
};

}  // namespace proof
