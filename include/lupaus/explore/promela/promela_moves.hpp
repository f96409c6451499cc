// SPDX-License-Identifier: BSL-1.0
//
// What the rules of a promise do for her, and what they answer her, as guarded commands of Promela.
#pragma once

#include "lupaus/explore/promela/promela_steps.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/order/price_reduction.hpp"
#include "lupaus/life/service_recovery.hpp"

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
    for (auto const i : t_.plan().order_ways()) pass(t_.plan().ways()[i], {}, 0);
    for (auto const& n : t_.plan().seller_notices()) be_reported(n);
    for_each_unit([&](part_plan const& p, std::size_t u) { be_told(p, u); });
    for_each_unit([&](part_plan const& p, std::size_t u) { act(p, u); });
    for_each_unit([&](part_plan const& p, std::size_t u) { ask_for_replacement(p, u); });
    ask_to_cancel();
    if (t_.plan().has_instalments() || m_.paid == payment::on_the_spot)
      add("she goes elsewhere", {is_not_settled(), t_.nothing_paid()}, prefix_ + "ends(4)");
    return std::move(moves_);
  }

 private:
  /// A rule that says something on an occasion; `grants`: it gives her something at once.
  struct saying {
    rule_id id;
    std::string applies;
    std::string grants;
  };
  bool is_owed_to_her(rule_id id) const { return m_.rules[id].creditor == m_.customer; }
  saying say(rule_id id, std::string applies, promela_asking const& a, part_id p,
             std::size_t unit) const {
    auto const& r = m_.rules[id];
    auto const is_deed = r.action != action_kind::refuse && r.action != action_kind::act;
    auto const can = is_deed && !is_owed_in_vain(m_, r);
    auto const grants =
        can ? promela_all({applies, t_.gate_is_open(id, a, p, unit),
                           promela_not(is_returned(r, a, p)), may_reduce_price(r, p, unit)})
            : std::string{"false"};
    return {id, std::move(applies), grants};
  }
  /// What failed stands, and is what the price is reduced for (R6); true of another remedy.
  std::string may_reduce_price(rule const& r, part_id p, std::size_t unit) const {
    if (r.action != action_kind::reduce_price) return "true";
    if (!p || !is_price_of(m_, r.object, p)) return "false";
    if (m_.events[r.on].kind != event_kind::replacement_requested) {
      auto const cause = cause_of(m_, r.on);
      auto const stands = m_.events[cause].kind == event_kind::failed;
      return stands ? "(" + t_.result(p, unit) + " == " + t_.number(cause) + ")" : "false";
    }
    auto const late = find_event(m_, event_kind::late, p);
    return late ? "(" + t_.result(p, unit) + " != " + t_.number(late) + ")" : "true";
  }
  /// What a refund of parts returns; none of the whole, or of another remedy.
  std::vector<part_id> returned_by(rule const& r) const {
    if (r.action != action_kind::refund) return {};
    return t_.plan().returned_by_refund(r.object);
  }
  /// The refund would change nothing. `p`: none where she asks to cancel.
  std::string is_returned(rule const& r, promela_asking const& a, part_id p) const {
    auto const parts = returned_by(r);
    if (parts.empty()) return "false";
    std::vector<std::string> all;
    for (auto x : parts) {
      all.push_back(t_.returned(x));
      if ((!p || a.part) && is_on_asking(m_, x, a.part)) all.push_back(t_.asked_back(x));
    }
    return promela_all(all);
  }
  void return_money(std::vector<std::string>& effect, rule const& r, bool cancels,
                    part_id asked) const {
    for (auto x : returned_by(r)) {
      effect.push_back(t_.returned(x) + " = 1");
      if ((cancels || asked) && is_on_asking(m_, x, asked))
        effect.push_back(t_.asked_back(x) + " = 1");
    }
    effect.push_back(settle_);
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
    auto const renews = r.action == action_kind::replace || r.action == action_kind::accept;
    if (r.action == action_kind::reduce_price)
      keep_for_less(effect, p, unit);
    else
      begin_anew(effect,
                 object_of_remedy(m_, r.object, r.action == action_kind::perform_again, p.part),
                 renews, r.action == action_kind::repair, p, unit);
    effect.push_back(settle_);
  }
  // R6.
  void keep_for_less(std::vector<std::string>& effect, part_plan const& p, std::size_t unit) const {
    auto const good = good_that_failed(m_, p.part);
    if (!good) return effect.push_back(done_anew(p, unit));
    std::vector<std::string> else_repaired;
    begin_anew(else_repaired, good, false, true, p, unit);
    effect.push_back("if :: " + she_holds(good, p, unit) + " -> " + done_anew(p, unit) +
                     " :: else -> " + promela_join(else_repaired, "; ") + " fi");
  }
  // R2 to R4.
  void begin_anew(std::vector<std::string>& effect, part_id object, bool renews, bool mends,
                  part_plan const& p, std::size_t unit) const {
    for (auto part : t_.plan().renewed(object, p.part))
      for (auto u : units_for(part, p, unit)) {
        auto const& x = *t_.plan().of(part);
        std::vector<std::string> anew;
        forget_attempt(anew, part, u);
        if (renews) leave_with_supplier(anew, part, u);
        if (mends) mend(anew, x, u, object, p.part);
        auto const all = promela_join(anew, "; ");
        auto const is_later = part != object && part != p.part;
        if (!is_later && !x.is_instalment) {
          effect.push_back(all);
          continue;
        }
        auto const is_paid = x.is_instalment ? t_.happened(x.completed, u) : "false";
        auto const is_past =
            mends && !x.is_instalment ? is_done_before_what_is_done(x, u) : "false";
        auto const is_open = promela_all(
            {promela_not(is_past), promela_not(is_paid), is_later ? has_begun(x, u) : "true"});
        std::string chosen = "if ";
        if (is_past != "false")
          chosen.append(":: ").append(is_past).append(" -> ").append(done_anew(x, u));
        chosen.append(" :: ").append(is_open).append(" -> ").append(all).append(" :: else fi");
        effect.push_back(std::move(chosen));
      }
  }
  std::string she_holds(part_id good, part_plan const& p, std::size_t unit) const {
    std::vector<std::string> hers;
    for (auto u : units_for(good, p, unit))
      hers.push_back("(" + t_.holder(good, u) + " == " + t_.number(m_.customer) + ")");
    return promela_any(hers);
  }
  // The object is performed at once, and what carries it where she holds the good.
  void mend(std::vector<std::string>& effect, part_plan const& p, std::size_t unit, part_id object,
            part_id failed) const {
    auto const good = m_.parts[failed].carries, carried = m_.parts[p.part].carries;
    auto const performed = promela_join(perform_at_once(p, unit), "; ");
    if (p.part == object || (p.part == failed && !good)) return effect.push_back(performed);
    if (!carried || (carried != object && carried != good) || t_.units(carried) == 0) return;
    effect.push_back("if :: " + she_holds(carried, p, unit) + " -> " + performed + " :: else fi");
  }

  std::vector<std::string> perform_at_once(part_plan const& p, std::size_t unit) const {
    std::vector<std::string> done{t_.result(p.part, unit) + " = " + t_.number(p.completed)};
    auto happened = p.until_completed;
    happened.push_back(p.completed);
    for (auto const e : happened) {
      done.push_back(t_.happened(e, unit) + " = 1");
      see(done, e, unit);
    }
    return done;
  }
  std::string done_anew(part_plan const& p, std::size_t unit) const {
    std::vector<std::string> anew;
    forget_attempt(anew, p.part, unit);
    for (auto& x : perform_at_once(p, unit)) anew.push_back(std::move(x));
    return promela_join(anew, "; ");
  }
  // It was performed, and so is, after all of them were begun anew, what comes after it.
  std::string is_done_before_what_is_done(part_plan const& p, std::size_t unit) const {
    std::vector<std::string> any;
    for (auto const later : p.later)
      for (auto u : units_for(later, p, unit)) any.push_back(t_.done(later, u));
    return promela_all({t_.done(p.part, unit), promela_any(any)});
  }

  void act(part_plan const& p, std::size_t unit) {
    for (auto e : m_.events.ids()) {
      if (m_.events[e].of != p.part || t_.happened(e, unit) == "false") continue;
      std::vector<saying> all;
      for (auto r : m_.rules.ids())
        if (is_owed_to_her(r) && t_.cause_of(r) == e && m_.rules[r].action != action_kind::accept)
          all.push_back(say(r, t_.has_fired(r, unit), {}, p.part, unit));
      std::string none;
      for_each_grant(all, none, [&](rule_id r, std::string const& grants) {
        std::vector<std::string> effect;
        if (returned_by(m_.rules[r]).empty())
          follow(effect, m_.rules[r], p, unit);
        else
          return_money(effect, m_.rules[r], false, {});
        add("rule " + std::to_string(r.index()) + ": " + std::string{to_string(m_.rules[r].action)},
            {is_not_settled(), "!" + t_.done(p.part, unit), t_.happened(e, unit), grants}, effect);
      });
    }
  }

  void ask_for_replacement(part_plan const& p, std::size_t unit) {
    promela_asking const a{p.part, unit};
    std::vector<saying> all;
    for (auto id : m_.rules.ids()) {
      auto const& r = m_.rules[id];
      if (!is_owed_to_her(id)) continue;
      if (m_.events[r.on].kind == event_kind::replacement_requested) {
        auto const is_about = !r.object || r.object == p.part || is_before(m_, r.object, p.part) ||
                              m_.parts[p.part].carries == r.object;
        if (is_about) all.push_back(say(id, t_.in_situation(id, p.part, unit, a), a, p.part, unit));
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
    std::vector<std::string> const asks{is_not_settled(), t_.some_failed(p.part, unit)};
    std::string none;
    for_each_grant(all, none, [&](rule_id r, std::string const& grants) {
      auto effect = tells;
      if (returned_by(m_.rules[r]).empty()) {
        follow(effect, m_.rules[r], p, unit);
      } else {
        return_money(effect, m_.rules[r], false, p.part);
        effect.push_back(t_.reply(p.part, unit) + " = 1");
      }
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
      if (is_owed_to_her(id) && m_.events[m_.rules[id].on].kind == event_kind::cancel_requested)
        all.push_back(say(id, t_.in_situation(id), {}, {}, 0));
    std::string none;
    for_each_grant(all, none, [&](rule_id r, std::string const& grants) {
      std::vector<std::string> effect;
      if (returned_by(m_.rules[r]).empty()) {
        effect.push_back(prefix_ +
                         (m_.rules[r].action == action_kind::refund ? "ends(3)" : "ends(2)"));
      } else {
        return_money(effect, m_.rules[r], true, {});
        effect.push_back("cancellation = 1");
      }
      add("cancellation requested, rule " + std::to_string(r.index()), {is_not_settled(), grants},
          effect);
    });
    auto const waits = some_wait(all);
    add("cancellation requested: wait", {is_not_settled(), none, waits, "cancellation != 1"},
        std::vector<std::string>{"cancellation = 1"});
    add("cancellation requested: refused",
        {is_not_settled(), none, promela_not(waits), "cancellation != 2"},
        std::vector<std::string>{"cancellation = 2"});
  }
};

}  // namespace lupaus::inline v0::detail
