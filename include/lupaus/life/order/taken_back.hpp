// SPDX-License-Identifier: BSL-1.0
//
// Goods that are with the customer, and whether the seller can count on it that they are taken
// back: rules X1 and X2 of docs/explanation/semantics.md.
#pragma once

#include "lupaus/life/order/custody_order.hpp"
#include "lupaus/life/order/order_change.hpp"
#include "lupaus/life/order/order_events.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Asked of one state and one unit of a good. What it found is kept, so it is asked of many states.
/// Refers to the plan.
class taken_back {
 public:
  explicit taken_back(order_plan const& plan)
      : plan_{plan}, events_{plan, 0, {}}, custody_{plan}, lives_(plan.model().parts.size()) {}

  /// X1.
  bool is_with_her(state_reader const& v, part_id good, std::size_t unit) {
    return is_held_by_her(v, good, unit) && may_be_where_it_is(v, good, unit);
  }
  /// Whoever holds it can have got it from those who held it.
  bool may_be_where_it_is(state_reader const& v, part_id good, std::size_t unit) {
    return custody_.may_end_with(v, good, unit, v.holder(good, unit));
  }
  bool is_held_by_her(state_reader const& v, part_id good, std::size_t unit) const {
    return v.holder(good, unit) == model().customer;
  }
  /// X2. `ended`: by what the order ends, cancelled or refunded; another kind where it goes on.
  bool is_sure(std::uint8_t const* s, part_id good, std::size_t unit, event_kind ended) {
    auto& life = life_of(good);
    return life.may_be && leads_away(s, life, good, unit, ended);
  }

 private:
  /// All that the life of a good hangs on: its parts, and the goods in them.
  struct life_of_good {
    std::vector<bool> parts, goods;
    bool may_be = false;  // some way takes it from her that the seller may count on
    std::unordered_map<std::string, bool> known = {};
  };

  model_view const& model() const { return plan_.model(); }
  bool takes(event_way const& w, part_id good) const {
    auto const& to = model().events[w.to];
    return to.good == good && to.holder != model().customer;
  }
  bool is_hers(event_way::condition const& c) const {
    return c.under.kind == element_kind::commitment &&
           same_firm(model(), model().commitments[static_cast<commitment_id>(c.under)].debtor,
                     model().customer);
  }

  life_of_good& life_of(part_id good) {
    auto& kept = lives_[good.index()];
    if (kept) return *kept;
    kept = std::make_unique<life_of_good>();
    kept->parts.resize(model().parts.size());
    kept->goods.resize(model().parts.size());
    kept->goods[good.index()] = true;
    for (auto again = true; again;) {
      again = false;
      for (auto const& p : plan_.parts()) again = spread(*kept, p) || again;
    }
    for (auto const& w : plan_.ways()) {
      auto is_owed = !w.is_hers && !w.owed.empty();
      for (auto const& c : w.owed) is_owed = is_owed || is_hers(c);
      kept->may_be = kept->may_be || (is_owed && takes(w, good));
    }
    return *kept;
  }
  // Adds what the part's events hang on, where some of them moves a good that counts, or the part
  // counts. True where anything was new.
  bool spread(life_of_good& life, part_plan const& p) const {
    auto const& m = model();
    auto is_new = false;
    auto const add = [&](std::vector<bool>& to, part_id x) {
      if (!x || to[x.index()]) return;
      to[x.index()] = is_new = true;
    };
    auto const add_event = [&](event_id e) {
      if (!e) return;
      auto const cause = cause_of(m, e);
      for (auto i : m.events.ids())
        if (is_of_life(m, i) && (is_meant(m, i, cause) || m.events[cause].kind == event_kind::kept))
          add(life.parts, m.events[i].of);
    };
    for (auto i : p.ways)
      if (auto const good = m.events[plan_.ways()[i].to].good; good && life.goods[good.index()])
        add(life.parts, p.part);
    if (!life.parts[p.part.index()]) return is_new;
    for (auto before : p.before) add(life.parts, before);
    for (auto i : p.ways) {
      auto const& w = plan_.ways()[i];
      add_event(w.from);
      add(life.goods, w.needs);
      if (w.is_handing_over) add(life.goods, m.events[w.to].good);
      for (auto const& c : w.owed) add_event(c.antecedent), add_event(c.anchor);
    }
    return is_new;
  }

  // Where states differ in nothing else they are one.
  std::string told_apart(state_reader const& v, life_of_good const& life, std::size_t unit,
                         event_kind ended) const {
    std::string key;
    auto const put = [&](std::size_t x) {
      key += static_cast<char>(x & 0xff);
      key += static_cast<char>(x >> 8 & 0xff);
    };
    put(unit), put(static_cast<std::size_t>(ended));
    for (auto const& p : plan_.parts())
      for (std::size_t u = 0; u < p.units; ++u) {
        if (life.goods[p.part.index()]) put(v.holder(p.part, u).value);
        if (!life.parts[p.part.index()]) continue;
        put(v.result(p.part, u).value);
        put((v.is_begun(p.part, u) ? 1u : 0u) + (v.is_told(p.part, u) ? 2u : 0u));
        for (auto e : model().events.ids())
          if (model().events[e].of == p.part)
            put((v.has_happened(e, u) ? 1u : 0u) + (v.is_reported(e, u) ? 2u : 0u));
      }
    return key;
  }

  // From state to state, as far as the seller may count on it.
  bool leads_away(std::uint8_t const* s, life_of_good& life, part_id good, std::size_t unit,
                  event_kind ended) {
    auto const key = [&](std::uint8_t const* x) {
      return told_apart({plan_, x}, life, unit, ended);
    };
    auto const start = key(s);
    if (auto const known = life.known.find(start); known != life.known.end()) return known->second;
    std::unordered_set<std::string> seen{start};
    std::vector<std::vector<std::uint8_t>> open{{s, s + plan_.bytes()}};
    auto is_away = false;
    while (!open.empty() && !is_away) {
      auto const from = std::move(open.back());
      open.pop_back();
      for_each_sure(from.data(), life, ended, [&](auto&& how) {
        auto next = from;
        order_change c{plan_, next.data()};
        how(c);
        is_away = is_away || !is_held_by_her({plan_, next.data()}, good, unit);
        if (!is_away && seen.insert(key(next.data())).second) open.push_back(std::move(next));
      });
    }
    if (!is_away)
      for (auto const& x : seen) life.known.emplace(x, false);
    return life.known[start] = is_away;
  }

  // Calls `f(how)` for everything that may happen next and that the seller can count on.
  template <class F>
  void for_each_sure(std::uint8_t const* s, life_of_good const& life, event_kind ended,
                     F&& f) const {
    state_reader const v{plan_, s};
    for (auto const& p : plan_.parts()) {
      if (!life.parts[p.part.index()]) continue;
      for (std::size_t u = 0; u < p.units; ++u)
        for (auto i : p.ways) {
          auto const& w = plan_.ways()[i];
          if (is_failure(model().events[w.to].kind) || !events_.can_come_about(v, p, u, w) ||
              !is_counted_on(v, p, u, w, ended))
            continue;
          f([&](order_change& c) { c.happen(w.to, u); });
        }
    }
    for (auto const& n : plan_.seller_notices()) {
      auto const part = model().events[n.of].of;
      if (!n.by || !life.parts[part.index()]) continue;
      for (std::size_t u = 0; u < v.units(part); ++u)
        if (v.has_happened(n.of, u) && !v.is_reported(n.of, u))
          f([&](order_change& c) { c.report(n.of, u); });
    }
  }

  // By the seller: what others do as D2 has it, and what she does where she has committed to it.
  bool is_counted_on(state_reader const& v, part_plan const& p, std::size_t unit,
                     event_way const& w, event_kind ended) const {
    if (!w.is_hers && events_.is_dependable(v, p, unit, w)) return true;
    if (!w.is_hers && !w.from && p.needs_notice && !v.is_begun(p.part, unit) &&
        !v.is_told(p.part, unit))
      return false;
    auto const is_so = [&](event_id e) {
      return !e || v.has_happened(e) || model().events[e].kind == ended;
    };
    for (auto const& c : w.owed)
      if ((!w.is_hers || is_hers(c)) && is_so(c.antecedent) && is_so(c.anchor)) return true;
    return false;
  }

  order_plan const& plan_;
  order_events events_;
  custody_order custody_;
  std::vector<std::unique_ptr<life_of_good>> lives_;
};

}  // namespace lupaus::inline v0::detail
