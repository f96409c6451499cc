// SPDX-License-Identifier: BSL-1.0
//
// What happens to the parts of an order, and who is told, as guarded commands of Promela.
#pragma once

#include "lupaus/explore/promela/promela_move.hpp"
#include "lupaus/explore/promela/promela_terms.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Writes the moves of the performers and of the customer, and what follows of them at once.
class promela_steps {
 public:
  promela_steps(promela_terms const& t, std::size_t failures, std::string const& prefix)
      : t_{t}, m_{t.model()}, failures_{failures}, settle_{prefix + "settle()"}, prefix_{prefix} {}

  /// The statements of what takes no time: parts in stock are there, rules fire.
  std::string settling() const {
    std::string text;
    for (auto const* p : in_stock()) {
      std::vector<std::string> effect;
      for (std::size_t u = 0; u < p->units; ++u) come_about(effect, *p, u, p->completed);
      text += when(promela_all({promela_not(t_.all_done(p->part)), t_.all_before_done(*p)}),
                   promela_join(effect, "; "));
    }
    for (auto r : m_.rules.ids()) {
      if (t_.plan().fired_bit(r, 0) == order_plan::none) continue;
      for (std::size_t u = 0; u < t_.units(m_.events[t_.cause_of(r)].of); ++u)
        text += when(promela_all({t_.cause_happened(r, u),
                                  t_.in_situation(r, m_.events[t_.cause_of(r)].of, u)}),
                     t_.fired(r, u) + " = 1");
    }
    return text.empty() ? "  skip\n" : text;
  }

 protected:
  template <class F>
  void for_each_unit(F&& f) const {
    for (auto const& p : t_.plan().parts())
      for (std::size_t u = 0; u < p.units; ++u) f(p, u);
  }
  static std::string when(std::string const& guard, std::string const& effect) {
    return guard == "false" ? "" : "  if :: " + guard + " -> " + effect + " :: else fi;\n";
  }
  static void set(std::vector<std::string>& effect, std::string const& variable, bool value) {
    if (variable != "false") effect.push_back(variable + (value ? " = 1" : " = 0"));
  }
  std::string is_not_settled() const { return promela_not(t_.all_settled()); }

  void add(std::string comment, std::vector<std::string> guards, std::string effect,
           std::string dependable = "true") {
    guards.insert(guards.begin(), "(phase == 1)");
    auto guard = promela_all(guards);
    if (guard != "false")
      moves_.push_back(
          {std::move(comment), std::move(guard), std::move(effect), std::move(dependable)});
  }
  void add(std::string comment, std::vector<std::string> guards,
           std::vector<std::string> const& effect, std::string dependable = "true") {
    add(std::move(comment), std::move(guards), promela_join(effect, "; "), std::move(dependable));
  }

  /// Parts in stock, each after those in stock that it waits for.
  std::vector<part_plan const*> in_stock() const {
    std::vector<part_plan const*> left, sorted;
    for (auto const& p : t_.plan().parts())
      if (p.is_in_stock) left.push_back(&p);
    while (!left.empty()) {
      std::size_t next = 0;
      for (std::size_t i = 0; i < left.size(); ++i) {
        auto is_first = true;
        for (auto const* q : left) is_first = is_first && !is_before(m_, q->part, left[i]->part);
        if (is_first) next = i;
      }
      sorted.push_back(left[next]);
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(next));
    }
    return sorted;
  }

  /// The units of a part that belong to a unit of another.
  std::vector<std::size_t> units_for(part_id part, part_plan const& like, std::size_t unit) const {
    if (t_.units(part) == like.units) return {unit};
    std::vector<std::size_t> all(t_.units(part));
    for (std::size_t u = 0; u < all.size(); ++u) all[u] = u;
    return all;
  }

  void forget_attempt(std::vector<std::string>& effect, part_id p, std::size_t unit) const {
    for (auto e : m_.events.ids()) {
      if (m_.events[e].of != p) continue;
      set(effect, t_.happened(e, unit), false);
      set(effect, t_.reported(e, unit), false);
    }
    for (auto r : m_.rules.ids())
      if (m_.events[t_.cause_of(r)].of == p && t_.plan().fired_bit(r, unit) != order_plan::none)
        effect.push_back(t_.fired(r, unit) + " = 0");
    for (auto const& x : {t_.result(p, unit), t_.told(p, unit), t_.reply(p, unit)})
      effect.push_back(x + " = 0");
  }
  void leave_with_supplier(std::vector<std::string>& effect, part_id good, std::size_t u) const {
    if (m_.parts[good].kind != part_kind::good) return;
    effect.push_back(t_.holder(good, u) + " = " + t_.number(supplier_of(m_, good)));
  }

  // ---- the order, and what happens to its parts ----------------------------------------------

  void order() {
    std::vector<std::string> effect{"phase = 1"};
    for_each_unit(
        [&](part_plan const& p, std::size_t u) { leave_with_supplier(effect, p.part, u); });
    effect.push_back(settle_);
    moves_.push_back({"she orders", "(phase == 0)", promela_join(effect, "; ")});
  }

  void live(part_plan const& p, std::size_t unit) {
    for (auto i : p.ways) {
      auto const& w = t_.plan().ways()[i];
      auto const kind = m_.events[w.to].kind;
      if (w.is_time_out) {
        pass(w, p.part, unit);
        continue;
      }
      std::vector<std::string> guard{w.from ? t_.happened_for(w.from, p.part, unit)
                                            : t_.all_before_done(p)};
      if (kind != event_kind::failed && kind != event_kind::step)
        guard.push_back(promela_not(t_.done(p.part, unit)));
      if (kind != event_kind::completed && kind != event_kind::failed)
        guard.push_back(promela_not(t_.happened(w.to, unit)));
      if (kind == event_kind::completed || kind == event_kind::failed)
        guard.push_back(may_replace(p, unit, w));
      if (is_failure(kind)) guard.push_back("failures < " + std::to_string(failures_));
      if (auto const end = m_.events[w.to].until)
        guard.push_back(promela_not(t_.happened_for(end, p.part, unit, true)));
      if (w.needs && t_.units(w.needs) > 0) guard.push_back(is_held_by(w.holder, w.needs, p, unit));
      add(name_of(m_, w.to), guard, happen(p, unit, w.to),
          is_failure(kind) ? "false" : dependable(p, unit, w));
    }
  }
  /// The unit has no result, is late, or has one that the way may replace.
  std::string may_replace(part_plan const& p, std::size_t unit, event_way const& w) const {
    auto const is = [&](std::string const& result) {
      return "(" + t_.result(p.part, unit) + " == " + result + ")";
    };
    std::vector<std::string> any{is("0")};
    for (auto e : m_.events.ids())
      if (m_.events[e].of == p.part && m_.events[e].kind == event_kind::late)
        any.push_back(is(t_.number(e)));
    for (auto e : w.may_replace) any.push_back(is(t_.number(e)));
    return promela_any(any);
  }
  std::string is_held_by(party_id who, part_id good, part_plan const& p, std::size_t unit) const {
    std::vector<std::string> any;
    for (auto u : units_for(good, p, unit))
      for (auto q : m_.parties.ids())
        if (same_firm(m_, q, who))
          any.push_back("(" + t_.holder(good, u) + " == " + t_.number(q) + ")");
    return promela_any(any);
  }

  /// What an event is, before anything follows it.
  void come_about(std::vector<std::string>& effect, part_plan const& p, std::size_t unit,
                  event_id id) const {
    auto const& e = m_.events[id];
    set(effect, t_.happened(id, unit), true);
    if (auto const n = t_.count(id, unit); !n.empty())
      effect.push_back(promela_counted(n, t_.plan().counts_to(id)));
    if (e.kind == event_kind::completed) {
      effect.push_back(t_.result(p.part, unit) + " = " + t_.number(id));
      effect.push_back(t_.reply(p.part, unit) + " = 0");
    }
    if (e.good && m_.parts[e.good].kind == part_kind::good)
      for (auto u : units_for(e.good, p, unit))
        effect.push_back(t_.holder(e.good, u) + " = " + t_.number(e.holder));
    see(effect, id, unit);
  }
  void see(std::vector<std::string>& effect, event_id e, std::size_t unit) const {
    for (auto const& n : t_.plan().seller_notices())
      if (n.of == e && n.is_at_once) set(effect, t_.reported(e, unit), true);
  }
  std::vector<std::string> happen(part_plan const& p, std::size_t unit, event_id id) const {
    auto const kind = m_.events[id].kind;
    std::vector<std::string> effect;
    come_about(effect, p, unit, id);
    auto const result = t_.result(p.part, unit);
    if (kind == event_kind::failed) effect.push_back(result + " = " + t_.number(id));
    if (kind == event_kind::late)
      effect.push_back("if :: " + result + " == 0 -> " + result + " = " + t_.number(id) +
                       " :: else fi");
    if (is_failure(kind)) effect.push_back("failures++");
    effect.push_back(settle_);
    return effect;
  }

  std::string dependable(part_plan const& p, std::size_t unit, event_way const& w) const {
    if (w.is_hers) return "true";
    std::vector<std::string> any;
    auto const good = m_.events[w.to].good;
    if (w.is_handing_over && t_.units(good) > 0) any.push_back(is_held_by(w.by, good, p, unit));
    for (auto const& c : w.owed)
      any.push_back(promela_all({c.antecedent ? t_.some_happened(c.antecedent) : "true",
                                 c.anchor ? t_.some_happened(c.anchor) : "true"}));
    return promela_all(
        {promela_any(any), !w.from && p.needs_notice
                               ? promela_any({t_.told(p.part, unit), has_begun(p, unit)})
                               : "true"});
  }

  /// Time passes (E11); `p` is none for the order.
  void pass(event_way const& w, part_id p, std::size_t unit) {
    auto const fails = is_failure_too(w, p, unit);
    std::vector<std::string> guard{promela_not(t_.time_is_over(w.to, p, unit)),
                                   w.from ? t_.happened_for(w.from, p, unit) : "true"};
    for (auto const e : w.sooner) guard.push_back(t_.time_is_over(e, p, unit));
    auto const name = name_of(m_, w.to), now = t_.happened(w.to, unit) + " = 1; " + settle_;
    auto free = guard, counted = guard;
    free.push_back(promela_not(fails));
    counted.push_back(fails);
    counted.push_back("failures < " + std::to_string(failures_));
    add(name, free, now);
    add(name, counted, "failures++; " + now, "false");
  }
  /// E12. Something is due before it, and nothing keeps that from coming.
  std::string is_failure_too(event_way const& w, part_id p, std::size_t unit) const {
    std::vector<std::string> any;
    for (auto const& x : w.expects)
      any.push_back(promela_all({promela_not(t_.happened_for(x.what, p, unit, true)),
                                 x.since ? t_.happened_for(x.since, p, unit) : "true",
                                 x.given ? t_.happened_for(x.given, p, unit) : "true",
                                 promela_not(is_hindered(m_.events[x.what].of, p, unit))}));
    return promela_any(any);
  }
  std::string is_hindered(part_id part, part_id p, std::size_t unit) const {
    std::vector<std::string> any;
    for (auto const& q : t_.plan().parts())
      for (std::size_t u = 0; u < q.units; ++u) {
        if (q.part != part && !is_before(m_, q.part, part)) continue;
        if (p && q.units == t_.units(p) && u != unit) continue;
        any.push_back(t_.some_failed(q.part, u));
        auto const is_open =
            promela_all({promela_not(t_.done(q.part, u)), promela_not(has_begun(q, u))});
        if (q.part != part && !q.is_bound) any.push_back(is_open);
        if (q.needs_notice && !q.can_be_told)
          any.push_back(promela_all({is_open, promela_not(t_.told(q.part, u))}));
      }
    return promela_any(any);
  }

  // ---- notices -------------------------------------------------------------------------------

  void be_reported(seller_notice const& n) {
    if (!n.by) return;
    for (std::size_t u = 0; u < t_.units(m_.events[n.of].of); ++u) {
      auto const told = t_.reported(n.of, u);
      if (told == "false") continue;
      add("the seller is told: " + name_of(m_, n.of), {t_.happened(n.of, u), "!" + told},
          std::vector{told + " = 1", settle_});
    }
  }
  std::string has_begun(part_plan const& p, std::size_t unit) const {
    std::vector<std::string> any;
    for (auto e : m_.events.ids())
      if (auto const& x = m_.events[e];
          x.of == p.part && x.kind != event_kind::late && !is_time_out(x.kind))
        any.push_back(t_.happened(e, unit));
    return promela_any(any);
  }
  void be_told(part_plan const& p, std::size_t unit) {
    if (!p.can_be_told) return;
    add("she tells the performer",
        {is_not_settled(), promela_not(has_begun(p, unit)), "!" + t_.told(p.part, unit),
         t_.all_before_done(p)},
        std::vector{t_.told(p.part, unit) + " = 1"});
  }

  promela_terms const& t_;
  model_view const& m_;
  std::size_t failures_;
  std::string settle_, prefix_;
  std::vector<promela_move> moves_;
};

}  // namespace lupaus::inline v0::detail
