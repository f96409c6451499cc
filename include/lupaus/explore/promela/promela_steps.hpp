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
      for (std::size_t u = 0; u < p->units; ++u) {
        effect.push_back(t_.last(p->part, u) + " = " + t_.number(p->completed));
        effect.push_back(t_.done(p->part, u) + " = 1");
        set(effect, t_.happened(p->completed, u), true);
      }
      text += when(promela_all({promela_not(t_.all_done(p->part)), t_.all_before_done(*p)}),
                   promela_join(effect, "; "));
    }
    for (auto r : m_.rules.ids()) {
      if (t_.plan().fired_bit(r, 0) == order_plan::none) continue;
      for (std::size_t u = 0; u < t_.units(m_.events[t_.cause_of(r)].of); ++u)
        text += when(promela_all({t_.cause_happened(r, u), t_.in_situation(r)}),
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
  std::string is_not_kept() const { return promela_not(t_.all_kept()); }

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
    effect.push_back(t_.back(p, unit) + " = 0");
  }

  // ---- the order, and what happens to its parts ----------------------------------------------

  void order() {
    std::vector<std::string> effect{"phase = 1"};
    for_each_unit([&](part_plan const& p, std::size_t u) {
      if (m_.parts[p.part].kind == part_kind::good)
        effect.push_back(t_.holder(p.part, u) + " = " + t_.number(m_.seller));
    });
    effect.push_back(settle_);
    moves_.push_back({"she orders", "(phase == 0)", promela_join(effect, "; ")});
  }

  void live(part_plan const& p, std::size_t unit) {
    for (auto const& w : t_.plan().ways()) {
      auto const& e = m_.events[w.to];
      if (e.of != p.part || (w.from && m_.events[w.from].of != p.part)) continue;
      std::vector<std::string> guard{t_.last(p.part, unit) +
                                     " == " + (w.from ? t_.number(w.from) : "0")};
      if (!w.from) guard.push_back(t_.all_before_done(p));
      if (is_failure(e.kind)) guard.push_back("failures < " + std::to_string(failures_));
      if (e.kind == event_kind::late) {
        guard.push_back("!" + t_.done(p.part, unit));
        guard.push_back(promela_not(t_.happened(w.to, unit)));
      }
      add(name_of(m_, w.to), guard, happen(p, unit, w.to),
          is_failure(e.kind) ? "false" : dependable(p, unit, w));
    }
  }

  std::vector<std::string> happen(part_plan const& p, std::size_t unit, event_id id) const {
    auto const& e = m_.events[id];
    std::vector<std::string> effect;
    if (e.kind == event_kind::started) forget_attempt(effect, p.part, unit);
    if (e.kind != event_kind::late) effect.push_back(t_.last(p.part, unit) + " = " + t_.number(id));
    set(effect, t_.happened(id, unit), true);
    if (e.kind == event_kind::completed) {
      effect.push_back(t_.done(p.part, unit) + " = 1");
      effect.push_back(t_.reply(p.part, unit) + " = 0");
    }
    if (is_failure(e.kind)) {
      effect.push_back(t_.done(p.part, unit) + " = 0");
      effect.push_back("failures++");
    }
    if (e.good && m_.parts[e.good].kind == part_kind::good)
      for (auto u : units_for(e.good, p, unit))
        effect.push_back(t_.holder(e.good, u) + " = " + t_.number(e.holder));
    if (e.good && e.holder && is_sellers(m_, e.holder) && e.kind != event_kind::started)
      effect.push_back(t_.back(p.part, unit) + " = 1");
    for (auto const& n : t_.plan().seller_notices())
      if (n.of == id && n.is_at_once) set(effect, t_.reported(id, unit), true);
    effect.push_back(settle_);
    return effect;
  }

  std::string dependable(part_plan const& p, std::size_t unit, event_way const& w) const {
    std::vector<std::string> any;
    if (w.is_hers) any.push_back("true");
    auto const good = m_.events[w.to].good;
    if (w.is_handing_over && t_.units(good) > 0 && m_.parts[good].kind == part_kind::good) {
      auto const u = t_.units(good) == p.units ? unit : 0;
      for (auto q : m_.parties.ids())
        if (same_firm(m_, q, w.by))
          any.push_back("(" + t_.holder(good, u) + " == " + t_.number(q) + ")");
    }
    for (auto const& c : w.owed)
      any.push_back(promela_all({c.antecedent ? t_.some_happened(c.antecedent, false) : "true",
                                 c.anchor ? t_.some_happened(c.anchor, false) : "true"}));
    return promela_all(
        {promela_any(any), !w.from && p.needs_notice ? t_.told(p.part, unit) : "true"});
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
  void be_told(part_plan const& p, std::size_t unit) {
    if (!p.can_be_told) return;
    add("she tells the performer",
        {is_not_kept(), t_.last(p.part, unit) + " == 0", "!" + t_.told(p.part, unit),
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
