// SPDX-License-Identifier: BSL-1.0
//
// Rules that fire where they should not, and the situations that she cannot get out of.
#pragma once

#include "support/oracle_times.hpp"

#include <compare>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace proof {

/// misapplied-rule, no-exit, uncovered-failure, silent-failure.
class oracle_exits : public oracle_times {
 public:
  using oracle_times::oracle_times;

  /// What is known of a presumption on the way to a situation.
  struct on_the_way {
    element at;
    bool fired, applies, is_true;
    auto operator<=>(on_the_way const&) const = default;
  };
  /// A rule that waits for what makes the presumption true presumes nothing.
  bool is_true_by_gate(lupaus::presumption const& p) const {
    auto const gate = m_.rules[p.of].gate;
    if (!gate) return false;
    if (p.happened) return meant(p.happened).contains(gate);
    return m_.events[gate].good == p.good && one_firm(m_.events[gate].holder, p.holder);
  }
  /// The next thing happens: what it changes.
  on_the_way then(lupaus::presumption const& p, on_the_way x, element to) const {
    auto const& r = m_.rules[p.of];
    auto const trigger = happening(r.on);
    auto const is_event = to.kind == lupaus::element_kind::event;
    auto const e = is_event ? static_cast<event_id>(to) : event_id{};
    auto const means = [&](event_id reference) {
      return is_event && reference && meant(reference).contains(e);
    };
    auto const is_over = !is_event || m_.events[e].of != m_.events[trigger].of ||
                         m_.events[e].kind == kind::completed || means(r.gate);
    x.at = to;
    x.fired = is_order_event(trigger) || means(trigger) || (x.fired && !is_over);
    x.applies = !means(r.until) && (means(r.since) || x.applies);
    if (p.happened) {
      x.is_true = x.is_true || means(p.happened);
    } else if (is_event && m_.events[e].good == p.good) {
      x.is_true = one_firm(m_.events[e].holder, p.holder);
    }
    return x;
  }

  /// `wrong`: in which situations something has happened that a rule presumes has not.
  void misapplied_rules(set<verdict>& all, std::map<lupaus::rule_id, situations> wrong) const {
    for (auto const& p : m_.presumptions) {
      if (p.is_not || is_true_by_gate(p) || !is_ever_called_for(m_.rules[p.of])) continue;
      auto const& r = m_.rules[p.of];
      auto first = then(p, {lupaus::ordering, false, false, false}, lupaus::ordering);
      first.applies = (first.applies || !r.since) && r.until != lupaus::ordering;
      first.is_true = p.happened ? first.is_true : firm(p.holder) == m_.seller;
      std::set<on_the_way> seen{first};
      for (std::deque<on_the_way> open{first}; !open.empty(); open.pop_front()) {
        auto const x = open.front();
        if (x.fired && x.applies && !x.is_true) wrong[p.of].insert(x.at);
        if (auto const at = steps().find(x.at); at != steps().end())
          for (auto const& n : at->second)
            if (auto const y = then(p, x, n); seen.insert(y).second) open.push_back(y);
      }
    }
    for (auto const& [i, cases] : wrong) all.insert({"misapplied-rule", i, {}, 0, cases});
  }

  /// Each situation that is asked about, with its part: while that is not performed.
  std::map<element, part_id> asked() const {
    std::map<element, part_id> all;
    if (m_.paid == lupaus::payment::on_the_spot) return all;
    auto const live = reachable({lupaus::ordering}, {});
    for (auto p : m_.parts.ids()) {
      if (!is_leaf(p) || (is_her_part(p) && !is_before_what_she_buys(p))) continue;
      situations from, barred;
      if (live.contains(p)) from.insert(p);
      for (auto q : m_.parts.ids()) barred.insert(q);
      for (auto e : m_.events.ids()) {
        auto const k = m_.events[e].kind;
        if (m_.events[e].of != p || k == kind::completed) {
          barred.insert(e);
          continue;
        }
        if (is_order_event(e) || !live.contains(e)) continue;
        if (k == kind::failed) from.insert(e);
        for (auto const& t : m_.transitions)
          if (t.to == e && t.from != lupaus::ordering && m_.events[t.from].of != p) from.insert(e);
      }
      for (auto const& n : reachable(from, barred)) {
        auto const is_done = is_her_part(p) && n.kind == lupaus::element_kind::event &&
                             is_sure_by(completion_of(p), static_cast<event_id>(n));
        if (!is_done) all[n] = p;  // else nothing waits for her any more
      }
    }
    return all;
  }

  /// Some remedy for what failed leaves the part unperformed.
  bool may_begin_anew(part_id p) const {
    using act = lupaus::action_kind;
    auto const may_fail = [&](part_id f) {
      for (auto e : m_.events.ids())
        if (fails(e) && m_.events[e].of == f) return true;
      return false;
    };
    for (auto const& r : m_.rules) {
      auto const asks = m_.events[r.on].kind == kind::replacement_requested;
      auto const again = r.action == act::replace || r.action == act::perform_again ||
                         (r.action == act::accept && asks);
      auto const mends = r.action == act::repair || r.action == act::reduce_price;
      if (r.creditor != m_.customer || (!again && !mends)) continue;
      auto const named = r.object && is_leaf(r.object);
      for (auto f : m_.parts.ids()) {
        if (!is_leaf(f) || (asks ? !may_fail(f) : m_.events[happening(r.on)].of != f)) continue;
        auto const carried = m_.parts[f].carries;
        if (asks && named && r.object != f && carried != r.object &&
            !later_parts(r.object).contains(f))
          continue;  // it is not about that
        auto object = r.action != act::perform_again && carried ? carried : f;
        if (named && r.action != act::reduce_price) object = r.object;
        auto const is_later = later_parts(object).contains(p);
        if (is_later || (again && (p == object || p == f))) return true;
        if (p == f && p != object && carried) return true;
      }
    }
    return false;
  }
  bool is_before_what_she_buys(part_id p) const {
    for (auto q : m_.parts.ids())
      if (is_leaf(q) && !is_her_part(q) && later_parts(p).contains(q)) return true;
    return false;
  }
  /// Of the instalments that come after no other: until one is paid she may leave.
  std::vector<event_id> first_payments() const {
    std::vector<event_id> all;
    for (auto p : m_.parts.ids()) {
      auto is_first = is_instalment(p);
      for (auto q : m_.parts.ids())
        is_first = is_first && !(is_instalment(q) && later_parts(q).contains(p));
      if (is_first) all.push_back(completion_of(p));
    }
    return all;
  }

  /// What may have happened besides, of the events that windows on a request to cancel name.
  class together {
   public:
    together(oracle_exits const& o, element n, part_id p) : o_{o}, n_{n}, p_{p} {
      if (n.kind == lupaus::element_kind::event) after_ = static_cast<event_id>(n);
      for (auto const& r : o.m_.rules)
        if (r.creditor == o.m_.customer && o.m_.events[r.on].kind == kind::cancel_requested)
          for (auto e : {r.since, r.until})
            if (e && e != lupaus::ordering) named_.insert(e);
      for (auto e : o.first_payments()) named_.insert(e);
    }
    set<event_id> const& named() const { return named_; }
    bool is_sure(event_id e) const {
      auto const k = o_.m_.events[e].kind;
      if (k == kind::cancel_requested) return true;
      if (o_.is_order_event(e) || o_.is_order_event(o_.happening(e)) || !can_come(e)) return false;
      if (e == after_) return true;
      if (k == kind::reported && !o_.knowing(e).contains(o_.m_.seller)) return false;
      if (may_be_undone(e, after_ ? o_.m_.events[after_].of : part_id{})) return false;
      auto const x = o_.happening(e);
      return after_ ? o_.is_sure_by(x, after_) : o_.is_sure_of_due(x, p_);
    }
    bool can_have_happened(event_id e) const {
      if (is_sure(e)) return true;
      if (o_.is_order_event(e) || o_.is_order_event(o_.happening(e))) return false;
      if (o_.m_.events[e].kind == kind::reported && !o_.knowing(e).contains(o_.m_.seller))
        return false;
      for (auto x : o_.meant(o_.happening(e)))
        if (o_.m_.events[x].kind != kind::possession && o_.is_live(x) && is_open(x)) return true;
      return false;
    }
    /// With the one the other has happened.
    bool implies(event_id later, event_id earlier) const {
      if (o_.is_order_event(later) || o_.is_order_event(o_.happening(earlier))) return false;
      if (o_.m_.events[earlier].kind == kind::reported &&
          (later == earlier || !o_.knowing(earlier).contains(o_.m_.seller)))
        return false;
      if (may_be_undone(earlier, o_.m_.events[later].of)) return false;
      return comes_with(later, earlier);
    }
    bool comes_with(event_id later, event_id earlier) const {
      if (o_.is_order_event(later)) return false;
      for (auto x : o_.meant(o_.happening(later)))
        if (o_.m_.events[x].kind != kind::possession && o_.is_live(x) &&
            !o_.is_sure_by(o_.happening(earlier), x))
          return false;
      return true;
    }
    bool are_exclusive(event_id a, event_id b) const {
      auto const result = [&](event_id e) {
        return o_.m_.events[e].kind == kind::completed || o_.m_.events[e].kind == kind::failed;
      };
      if (a == b || o_.m_.events[a].of != o_.m_.events[b].of || !result(a) || !result(b))
        return false;
      return !may_follow(a, b) && !may_follow(b, a);
    }
    bool is_possible(set<event_id> const& all) const {
      for (auto e : all) {
        for (auto other : named_)
          if (!all.contains(other) && implies(e, other)) return false;
        for (auto other : o_.m_.events.ids())
          if ((all.contains(other) || other == after_ || is_sure(other)) &&
              are_exclusive(o_.happening(e), other))
            return false;
      }
      return true;
    }

   private:
    bool may_fail_later(part_id p) const {
      auto const done = o_.completion_of(p);
      for (auto const& t : o_.m_.transitions)
        if (o_.m_.events[t.to].kind == kind::failed && o_.m_.events[t.to].of == p && done &&
            t.from != lupaus::ordering && comes_with(t.from, done))
          return true;
      return false;
    }
    /// A new attempt after a later failure takes the completion back, but not in the part itself.
    bool may_be_undone(event_id e, part_id itself) const {
      for (auto x : o_.meant(o_.happening(e)))
        if (o_.m_.events[x].kind == kind::completed && o_.m_.events[x].of != itself &&
            may_fail_later(o_.m_.events[x].of))
          return true;
      return false;
    }
    bool can_come(event_id e) const {
      for (auto x : o_.meant(o_.happening(e)))
        if (o_.m_.events[x].kind != kind::possession && o_.is_live(x)) return true;
      return false;
    }
    bool may_follow(event_id earlier, event_id later) const {
      for (auto const& t : o_.m_.transitions)
        if (t.to == later && t.from != lupaus::ordering &&
            (t.from == earlier || o_.is_sure_by(earlier, t.from)))
          return true;
      return false;
    }
    bool is_open(event_id e) const {
      if (!p_) return o_.m_.events[e].kind != kind::failed || !o_.stands_for_good(e);
      auto const done = o_.completion_of(p_);
      if (e == done) return false;
      auto const is_done_all_the_same =
          may_fail_later(p_) && (o_.may_begin_anew(p_) || (after_ && o_.is_sure_by(done, after_)));
      if (done && !is_done_all_the_same && o_.is_sure_by(done, e)) return false;
      if (o_.m_.events[e].of != p_ || e == after_) return true;
      if (!after_) return false;
      return o_.m_.events[after_].kind == kind::failed || !o_.is_past(after_, e);
    }

    oracle_exits const& o_;
    element n_;
    part_id p_;
    event_id after_ = {};
    set<event_id> named_;
  };
  /// The step may take from her what its last carriage brought, when all is performed.
  bool takes_from_her(event_id e) const {
    auto const& x = m_.events[e];
    if (x.kind != kind::step || !x.good || !x.holder || x.holder == m_.customer || !is_live(e))
      return false;
    for (auto p : m_.parts.ids()) {
      auto const done = completion_of(p);
      if (m_.parts[p].carries == x.good && done && m_.events[done].good == x.good &&
          m_.events[done].holder && !one_firm(m_.events[done].holder, x.holder) &&
          !is_sure_by(e, done))
        return true;
    }
    return false;
  }
  /// What can be counted on is that she is helped: by a remedy for a failure that has happened.
  bool is_remedy_due(element n, part_id p) const {
    if (n.kind != lupaus::element_kind::event) return false;
    auto const now = static_cast<event_id>(n);
    for (auto f : m_.events.ids())
      if (fails(f) && m_.events[f].of == m_.events[now].of && is_past(f, now) &&
          is_covered(f, now) && (p || stands_for_good(f)))
        return true;
    return false;
  }
  /// Where all is performed it has not come about, or not last.
  bool stands_for_good(event_id f) const {
    if (m_.events[f].kind != kind::failed) return false;
    for (auto const& t : m_.transitions)
      if (t.to == completion_of(m_.events[f].of) && t.from != lupaus::ordering &&
          (t.from == f || is_sure_by(f, t.from)))
        return false;
    return true;
  }
  /// She can get out then, at once or when something comes that can be counted on.
  bool lets_out(lupaus::rule const& r, element n, part_id p, set<event_id> const& happened) const {
    if (r.creditor != m_.customer || m_.events[r.on].kind != kind::cancel_requested) return false;
    auto everything = r.action == lupaus::action_kind::refund;
    for (auto q : m_.parts.ids())
      if (is_leaf(q) && !is_her_part(q) && r.object && !within(q, r.object)) everything = false;
    if (r.action != lupaus::action_kind::accept && !everything) return false;
    if (r.action == lupaus::action_kind::accept && lupaus::detail::is_owed_in_vain(m_, r))
      return false;
    if (r.since && r.since != lupaus::ordering && !happened.contains(r.since)) return false;
    if (r.until && (r.until == lupaus::ordering || happened.contains(r.until))) return false;
    if (!r.gate) return true;
    lupaus::so_far then{.also = r.since ? r.since : lupaus::ordering};
    if (n.kind == lupaus::element_kind::event)
      then.now = static_cast<event_id>(n);
    else
      then.due = p;
    return assured(then).contains(r.gate);
  }
  /// The situations without an exit, and what stands there: the refusing rule, or the part.
  std::map<element, element> const& closed() const {
    if (closed_) return *closed_;
    auto& where = closed_.emplace();
    std::vector<std::pair<element, part_id>> questions;
    for (auto const& [n, p] : asked()) questions.push_back({n, p});
    if (m_.paid != lupaus::payment::on_the_spot)
      for (auto e : m_.events.ids())
        if (takes_from_her(e)) questions.push_back({e, {}});
    for (auto const& [n, p] : questions) {
      if (where.contains(n) || is_remedy_due(n, p)) continue;
      together const may{*this, n, p};
      set<event_id> sure, open;
      for (auto e : may.named())
        if (may.is_sure(e))
          sure.insert(e);
        else if (may.can_have_happened(e))
          open.insert(e);
      // Of all that may have happened so that nothing lets her out, what is common to all; of
      // several first payments, to all with the first of them that is possible.
      std::optional<set<event_id>> least;
      std::vector<event_id> const free(open.begin(), open.end());
      auto paid = first_payments();
      if (paid.empty()) paid.push_back({});
      for (auto const first : paid) {
        for (std::size_t bits = 0; bits < std::size_t{1} << free.size(); ++bits) {
          auto happened = sure;
          for (std::size_t i = 0; i < free.size(); ++i)
            if ((bits >> i & 1) != 0) happened.insert(free[i]);
          auto is_out = first && !happened.contains(first);
          for (auto const& r : m_.rules) is_out = is_out || lets_out(r, n, p, happened);
          if (is_out || !may.is_possible(happened)) continue;
          if (!least) least = happened;
          std::erase_if(*least, [&](event_id e) { return !happened.contains(e); });
        }
        if (least) break;
      }
      if (!least) continue;
      where[n] = p ? p : m_.events[static_cast<event_id>(n)].of;
      for (auto i : m_.rules.ids()) {
        auto const& r = m_.rules[i];
        if (r.creditor != m_.customer || r.action != lupaus::action_kind::refuse ||
            m_.events[r.on].kind != kind::cancel_requested)
          continue;
        if (r.since && r.since != lupaus::ordering && !least->contains(r.since)) continue;
        if (r.until && (r.until == lupaus::ordering || least->contains(r.until))) continue;
        where[n] = i;
        break;
      }
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

 private:
  mutable std::optional<std::map<element, element>> closed_ = {};
};

}  // namespace proof
