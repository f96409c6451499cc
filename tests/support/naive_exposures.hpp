// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the other side of the counter: which moves leave the seller exposed. Written from
// docs/explanation/semantics.md, as plainly as can be, and slow. The numbers are those of its
// rules.
#pragma once

#include "support/naive_order.hpp"

#include "lupaus/explore/order/exposure_kind.hpp"

#include <set>
#include <tuple>
#include <vector>

namespace proof {

/// A kind, a failure and a part, by their numbers.
using naive_exposure = std::tuple<int, unsigned, unsigned>;

template <class Order>
class naive_exposures {
 public:
  explicit naive_exposures(Order const& order) : o_{order}, m_{order.m} {}

  /// By one move from a state.
  std::set<naive_exposure> of(naive_state const& s, naive_move const& x) const {
    std::set<naive_exposure> all;
    auto const add = [&](exposure_kind k, event_id failure, part_id part) {
      all.insert({static_cast<int>(k), failure.value, part.value});
    };
    auto const& d = x.deed;
    switch (d.is) {
      case naive_deed::something: break;
      case naive_deed::leaving:  // X5
        if (keeps_any(s, event_kind::ordered)) add(exposure_kind::unpaid_goods, {}, whole);
        break;
      case naive_deed::cancellation:  // X3
        if (keeps_any(s, event_kind::cancelled)) add(exposure_kind::goods_and_money, {}, whole);
        break;
      case naive_deed::event: {  // X3
        auto const good = o_.moved(d.what);
        for (std::size_t v = 0; v < o_.units(good); ++v)
          if (has_money(x.to, good) && is_with_her(x.to, good, v) && !is_held_by_her(s, good, v) &&
              !is_taken_back(x.to, good, v, event_kind::ordered))
            add(exposure_kind::goods_and_money, {}, good);
        for (auto p : o_.leaves())  // X5
          for (std::size_t u = 0; is_instalment(m_.parts[p]) && u < o_.units(p); ++u) {
            if (Order::get(x.to, fact::happened, o_.completed(p).index(), u) ||
                is_sure_to_be_paid(x.to, p, u))
              continue;
            if (o_.fails(d.what) && p == d.part && u == d.unit &&
                keeps_any(x.to, event_kind::ordered))
              add(exposure_kind::unpaid_goods, d.what, p);
            for (std::size_t v = 0; v < o_.units(good); ++v)
              if (is_with_her(x.to, good, v) && !is_held_by_her(s, good, v) &&
                  !is_taken_back(x.to, good, v, event_kind::ordered))
                add(exposure_kind::unpaid_goods, {}, p);
          }
        break;
      }
      case naive_deed::gift: {
        auto const failure = d.part ? o_.failure_of(s, d.part, d.unit) : event_id{};
        auto gives = true;
        if (d.says.does == answer::refunds) {  // X3
          auto const is_all = Order::get(x.to, fact::phase) == is_paid_back;
          if (is_all && keeps_any(d.when, event_kind::refunded))
            add(exposure_kind::goods_and_money, failure, whole);
          gives = is_all;
          for (auto p : o_.leaves()) {
            if (is_all || !has_money(x.to, p) || has_money(d.when, p)) continue;
            gives = true;
            if (keeps(d.when, p, event_kind::ordered))
              add(exposure_kind::goods_and_money, failure, d.says.object);
          }
        }
        if (d.says.does == answer::replaces || d.says.does == answer::accepts)
          for (auto good : replaced(d)) add(exposure_kind::two_for_one, failure, good);  // X4
        if (failure && gives && is_lost(d.when, failure, d.part, d.unit))
          add(exposure_kind::uncovered_loss, failure, d.part);  // X6
        break;
      }
    }
    return all;
  }

 private:
  /// X5.
  bool is_sure_to_be_paid(naive_state const& s, part_id p, std::size_t u) const {
    auto const failed = o_.failure_of(s, p, u);
    auto is_on = !failed || o_.kind(failed) == event_kind::late;
    for (auto const& t : m_.transitions)
      is_on = is_on || (t.by == m_.customer && t.from == failed && t.to == o_.completed(p));
    return is_on && o_.is_anybodys(p);
  }
  bool has_money(naive_state const& s, part_id p) const {
    return p && Order::get(s, fact::returned, p.index()) != not_at_all;
  }
  bool one_firm(party_id a, party_id b) const { return lupaus::detail::same_firm(m_, a, b); }

  bool is_held_by_her(naive_state const& s, part_id good, std::size_t v) const {
    return o_.holder(s, good, v) == m_.customer;
  }
  /// X1.
  bool is_with_her(naive_state const& s, part_id good, std::size_t v) const {
    if (!is_held_by_her(s, good, v)) return false;
    std::vector<event_id> moved;
    for (auto e : m_.events.ids()) {
      if (!o_.is_life(e) || m_.events[e].good != good) continue;
      if (o_.units(o_.part_of(e)) != o_.units(good)) return true;
      if (Order::get(s, fact::happened, e.index(), v)) moved.push_back(e);
    }
    if (moved.empty()) return true;
    for (auto p : m_.parties.ids())
      if (can_come_to_her(p, moved)) return true;
    return false;
  }
  /// In some order of what moved it.
  bool can_come_to_her(party_id holder, std::vector<event_id> const& left) const {
    if (left.empty()) return holder == m_.customer;
    for (auto e : left) {
      auto is_next = true;
      for (auto other : left) is_next = is_next && (other == e || !o_.follows(e, other));
      auto is_by_holder = o_.kind(e) == event_kind::started;
      for (auto const& t : m_.transitions)
        is_by_holder = is_by_holder || (t.to == e && (!t.by || one_firm(t.by, holder)));
      auto others = left;
      std::erase(others, e);
      if (is_next && is_by_holder && can_come_to_her(m_.events[e].holder, others)) return true;
    }
    return false;
  }
  bool keeps(naive_state const& s, part_id good, event_kind ended) const {
    if (!o_.is_good_part(good)) return false;
    for (std::size_t v = 0; v < o_.units(good); ++v)
      if (is_with_her(s, good, v) && !is_taken_back(s, good, v, ended)) return true;
    return false;
  }
  bool keeps_any(naive_state const& s, event_kind ended) const {
    for (auto p : o_.leaves())
      if (keeps(s, p, ended)) return true;
    return false;
  }

  /// X2.
  bool is_taken_back(naive_state const& s, part_id good, std::size_t v, event_kind ended) const {
    std::set<naive_state> seen;
    return is_taken_back(s, good, v, ended, seen);
  }
  bool is_taken_back(naive_state const& s, part_id good, std::size_t v, event_kind ended,
                     std::set<naive_state>& seen) const {
    if (!is_held_by_her(s, good, v)) return true;
    if (!seen.insert(s).second) return false;
    for (auto const& t : m_.transitions) {
      if (!o_.is_life(t.to) || o_.fails(t.to)) continue;
      for (std::size_t u = 0; u < o_.units(o_.part_of(t.to)); ++u) {
        if (!o_.can_come_about(s, t, u) || !is_counted_on(s, t, u, ended)) continue;
        auto next = s;
        o_.happen(next, t.to, u);
        o_.move_goods(next, t.to, u);
        o_.settle(next);
        if (is_taken_back(next, good, v, ended, seen)) return true;
      }
    }
    for (auto e : m_.events.ids()) {
      if (!o_.is_news(e) || !o_.is_told(e)) continue;
      for (std::size_t u = 0; u < o_.units(o_.part_of(e)); ++u) {
        if (!Order::get(s, fact::happened, e.index(), u) || o_.is_reported(s, e, u)) continue;
        auto next = s;
        Order::put(next, fact::reported, 1, e.index(), u);
        o_.settle(next);
        if (is_taken_back(next, good, v, ended, seen)) return true;
      }
    }
    return false;
  }
  bool is_counted_on(naive_state const& s, transition const& t, std::size_t u,
                     event_kind ended) const {
    auto const is_hers = t.by == m_.customer;
    if (!is_hers && o_.can_be_counted_on(s, t, u)) return true;
    auto const p = o_.part_of(t.to);
    if (!is_hers && o_.begins(t) && !o_.has_begun(s, p, u) && !o_.words_missing(p).empty() &&
        !Order::get(s, fact::told, p.index(), u))
      return false;
    auto const is_so = [&](event_id e) {
      return !e || e == ordering || o_.kind(e) == ended || o_.has_happened(s, e);
    };
    for (auto const& [given, anchor] : is_hers ? o_.owed(t, m_.customer) : o_.owed(t))
      if (is_so(given) && is_so(anchor)) return true;
    return false;
  }

  /// X4. The goods of which she gets another, and that are with her for good.
  std::vector<part_id> replaced(naive_deed const& d) const {
    std::vector<part_id> all;
    auto const carried = o_.carried(d.part);
    auto const is_named = d.says.object && is_leaf(m_.parts[d.says.object]);
    auto const object = is_named ? d.says.object : carried ? carried : d.part;
    for (auto q : o_.leaves()) {
      if (!o_.is_good_part(q)) continue;
      auto const is_meant = q == object || q == d.part;
      if (!is_meant && !lupaus::detail::is_before(m_, object, q)) continue;
      for (auto v : o_.units_with(q, d.part, d.unit))
        if ((is_meant || o_.has_begun(d.when, q, v)) && is_with_her(d.when, q, v) &&
            !is_taken_back(d.when, q, v, event_kind::ordered))
          all.push_back(q);
    }
    return all;
  }

  /// X6.
  bool is_lost(naive_state const& s, event_id failure, part_id failed, std::size_t unit) const {
    auto const pays = [&](party_id p) { return p && !one_firm(p, m_.seller) && p != m_.customer; };
    for (auto const& t : m_.transitions)
      if (t.to == failure && pays(t.by) && !is_recovered_from(t.by, failure) &&
          !is_covered(s, failure, failed, unit))
        return true;
    return false;
  }
  bool is_recovered_from(party_id who, event_id failure) const {
    std::vector<party_id> chain{m_.seller};
    for (std::size_t i = 0; i < chain.size(); ++i)
      for (auto const& r : m_.recourses) {
        if (r.failure != failure || !one_firm(r.creditor, chain[i])) continue;
        if (one_firm(r.debtor, who)) return true;
        auto is_new = true;
        for (auto x : chain) is_new = is_new && !one_firm(x, r.debtor);
        if (is_new) chain.push_back(r.debtor);
      }
    return false;
  }
  bool is_covered(naive_state const& s, event_id failure, part_id failed, std::size_t unit) const {
    for (auto const& r : m_.risks) {
      if (!r.covers || !one_firm(r.covers, m_.seller) || one_firm(r.bearer, m_.seller)) continue;
      auto const carried = m_.parts[failed].carries;
      auto const is_of_it =
          is_within(m_, failed, r.of) || (carried && is_within(m_, carried, r.of));
      auto const has_begun = !r.from || o_.has_first(s, r.from, failed, unit);
      auto const has_ended =
          r.until && !is_meant(m_, failure, r.until) && o_.has_first(s, r.until, failed, unit);
      if (is_of_it && has_begun && !has_ended) return true;
    }
    return false;
  }

  Order const& o_;
  model_view const m_;
};

}  // namespace proof
