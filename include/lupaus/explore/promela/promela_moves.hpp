// SPDX-License-Identifier: BSL-1.0
//
// What the rules of a promise do for her, and what they answer her, as guarded commands of Promela.
#pragma once

#include "lupaus/explore/promela/promela_steps.hpp"
#include "lupaus/life/committed_actions.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Writes all moves of an order.
class promela_moves : public promela_steps {
 public:
  using promela_steps::promela_steps;

  std::vector<promela_move> run() {
    order();
    for_each_unit([&](part_plan const& p, std::size_t u) { live(p, u); });
    for (auto const& n : t_.plan().seller_notices()) be_reported(n);
    for_each_unit([&](part_plan const& p, std::size_t u) { be_told(p, u); });
    for_each_unit([&](part_plan const& p, std::size_t u) { act(p, u); });
    for_each_unit([&](part_plan const& p, std::size_t u) { ask_for_replacement(p, u); });
    ask_to_cancel();
    if (m_.paid == payment::on_the_spot)
      add("she goes elsewhere", {is_not_kept()}, prefix_ + "ends(4)");
    return std::move(moves_);
  }

 private:
  /// A rule that says something on an occasion; `grants`: it gives her something at once.
  struct saying {
    rule_id id;
    std::string applies;
    std::string grants;
  };
  saying say(rule_id id, std::string applies, promela_asking const& a, part_id p,
             std::size_t unit) const {
    auto const& r = m_.rules[id];
    auto const is_deed = r.action != action_kind::refuse && r.action != action_kind::act;
    auto const can = is_deed && !is_owed_in_vain(m_, r);
    auto const grants =
        can ? promela_all({applies, t_.gate_is_open(id, a, p, unit)}) : std::string{"false"};
    return {id, std::move(applies), grants};
  }
  /// Calls `f(rule, guard)` for each that may be the first to grant; `none`: that nobody does.
  template <class F>
  static void for_each_grant(std::vector<saying> const& all, std::string& none, F&& f) {
    std::vector<std::string> before;
    for (auto const& s : all) {
      if (s.grants == "false") continue;
      f(s.id, promela_all({s.grants, promela_not(promela_any(before))}));
      before.push_back(s.grants);
    }
    none = promela_not(promela_any(before));
  }
  std::string some_wait(std::vector<saying> const& all) const {
    std::vector<std::string> any;
    for (auto const& s : all)
      if (m_.rules[s.id].action != action_kind::refuse) any.push_back(s.applies);
    return promela_any(any);
  }

  void follow(std::vector<std::string>& effect, rule const& r, part_plan const& p,
              std::size_t unit) const {
    if (r.action == action_kind::refund) {
      effect.push_back(prefix_ + "ends(3)");
      return;
    }
    if (r.action == action_kind::repair) {
      forget_attempt(effect, p.part, unit);
      effect.push_back(t_.last(p.part, unit) + " = " + t_.number(p.completed));
      effect.push_back(t_.done(p.part, unit) + " = 1");
      effect.push_back(t_.told(p.part, unit) + " = 0");
      effect.push_back(t_.reply(p.part, unit) + " = 0");
      set(effect, t_.happened(p.completed, unit), true);
      effect.push_back(settle_);
      return;
    }
    auto object = p.part;
    if (r.object && is_leaf(m_.parts[r.object]))
      object = r.object;
    else if (r.action != action_kind::perform_again && m_.parts[p.part].carries)
      object = m_.parts[p.part].carries;
    for (auto part : t_.plan().between(object, p.part))
      for (auto u : units_for(part, p, unit)) {
        for (auto const& x :
             {t_.last(part, u), t_.done(part, u), t_.told(part, u), t_.reply(part, u)})
          effect.push_back(x + " = 0");
        forget_attempt(effect, part, u);
        if (r.action != action_kind::perform_again && m_.parts[part].kind == part_kind::good)
          effect.push_back(t_.holder(part, u) + " = " + t_.number(m_.seller));
      }
    effect.push_back(settle_);
  }

  void act(part_plan const& p, std::size_t unit) {
    for (auto e : m_.events.ids()) {
      if (m_.events[e].of != p.part || t_.happened(e, unit) == "false") continue;
      std::vector<saying> all;
      for (auto r : m_.rules.ids())
        if (t_.cause_of(r) == e && m_.rules[r].action != action_kind::accept)
          all.push_back(say(r, t_.has_fired(r, unit), {}, p.part, unit));
      std::string none;
      for_each_grant(all, none, [&](rule_id r, std::string const& grants) {
        std::vector<std::string> effect;
        follow(effect, m_.rules[r], p, unit);
        add("rule " + std::to_string(r.index()) + ": " + std::string{to_string(m_.rules[r].action)},
            {is_not_kept(), "!" + t_.done(p.part, unit), t_.happened(e, unit), grants}, effect);
      });
    }
  }

  void ask_for_replacement(part_plan const& p, std::size_t unit) {
    promela_asking const a{p.part, unit};
    std::vector<saying> all;
    for (auto id : m_.rules.ids()) {
      auto const& r = m_.rules[id];
      if (m_.events[r.on].kind == event_kind::replacement_requested) {
        auto const is_about = !r.object || r.object == p.part || is_before(m_, r.object, p.part) ||
                              m_.parts[p.part].carries == r.object;
        if (is_about) all.push_back(say(id, t_.in_situation(id, a), a, p.part, unit));
      } else if (m_.events[t_.cause_of(id)].of == p.part) {
        all.push_back(say(id, t_.has_fired(id, unit, a), a, p.part, unit));
      }
    }
    // By asking she tells the seller what failed.
    std::vector<std::string> tells;
    for (auto e : m_.events.ids())
      if (m_.events[e].of == p.part && is_failure(m_.events[e].kind) &&
          t_.reported(e, unit) != "false")
        tells.push_back(t_.reported(e, unit) + " = " + t_.reported(e, unit, a));
    tells.push_back(settle_);
    std::vector<std::string> const asks{is_not_kept(), t_.some_failed(p.part, unit)};
    std::string none;
    for_each_grant(all, none, [&](rule_id r, std::string const& grants) {
      auto effect = tells;
      follow(effect, m_.rules[r], p, unit);
      add("replacement requested, rule " + std::to_string(r.index()) + ": " +
              std::string{to_string(m_.rules[r].action)},
          {asks[0], asks[1], grants}, effect);
    });
    auto const reply = t_.reply(p.part, unit);
    auto const waits = some_wait(all);
    tells.push_back(reply + " = 1");
    add("replacement requested: wait", {asks[0], asks[1], none, waits, reply + " != 1"}, tells);
    tells.back() = reply + " = 2";
    add("replacement requested: refused",
        {asks[0], asks[1], none, promela_not(waits), reply + " != 2"}, tells);
  }

  void ask_to_cancel() {
    std::vector<saying> all;
    for (auto id : m_.rules.ids())
      if (m_.events[m_.rules[id].on].kind == event_kind::cancel_requested)
        all.push_back(say(id, t_.in_situation(id), {}, {}, 0));
    std::string none;
    for_each_grant(all, none, [&](rule_id r, std::string const& grants) {
      add("cancellation requested, rule " + std::to_string(r.index()), {is_not_kept(), grants},
          prefix_ + (m_.rules[r].action == action_kind::refund ? "ends(3)" : "ends(2)"));
    });
    auto const waits = some_wait(all);
    add("cancellation requested: wait", {is_not_kept(), none, waits, "cancellation != 1"},
        std::vector<std::string>{"cancellation = 1"});
    add("cancellation requested: refused",
        {is_not_kept(), none, promela_not(waits), "cancellation != 2"},
        std::vector<std::string>{"cancellation = 2"});
  }
};

}  // namespace lupaus::inline v0::detail
