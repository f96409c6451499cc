// SPDX-License-Identifier: BSL-1.0
//
// An order under a policy, as a system that the explorer can walk: performers do what is theirs,
// parts fail, the customer asks, the policy answers.
#pragma once

#include "lupaus/explore/order/order_change.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/order/policy_call.hpp"
#include "lupaus/explore/search/transition_system.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// The state of one order, of at most that many bytes.
template <std::size_t Bytes>
struct packed_order {
  alignas(8) std::uint8_t bytes[Bytes] = {};
};

/// The moves of an order. Two requests of hers are open: a replacement of what failed, and the
/// cancellation of the order; a request that would get the same answer again is no move.
///
/// The policy is asked for every state anew, twice, and must say the same: the system keeps no
/// state of its own but the words of what went wrong.
template <std::size_t Bytes, policy Policy>
class order_system {
 public:
  using state_type = packed_order<Bytes>;
  using label_type = order_move;

  /// The policy and the plan must outlive the system. `failures`: how many may happen in all.
  /// `tells_time`: the policy is told what time it is, which the plan must keep.
  /// `only`: the failure modes that may happen; all where it is empty.
  order_system(order_plan const& plan, Policy& p, std::size_t failures, bool tells_time = false,
               std::vector<event_id> const& only = {})
      : plan_{&plan}, decide_{p}, failures_{failures}, only_{only}, tells_time_{tells_time} {
    auto const& m = plan.model();
    news_of_.resize(plan.parts().size());
    for (std::size_t i = 0; i < plan.parts().size(); ++i)
      for (auto e : m.events.ids())
        if (m.events[e].of == plan.parts()[i].part && is_news(e)) news_of_[i].push_back(e);
  }

  order_plan const& plan() const { return *plan_; }
  order_view view(state_type const& s) const { return {*plan_, s.bytes}; }
  /// The words of a fault, by the number in its move; empty when there are none.
  std::string words(std::size_t number) const { return decide_.words(number); }

  template <class F>
  void for_each_initial(F&& f) const {
    f(state_type{});
  }

  template <class F>
  void for_each_successor(state_type const& s, F&& f) const {
    auto const v = view(s);
    if (v.phase() == order_phase::before) {
      change(s, {.kind = move_kind::orders, .by = model().customer, .is_dependable = true}, f,
             [](detail::order_change& c) { c.order(); });
      return;
    }
    if (v.phase() != order_phase::open) return;
    for (auto const& p : plan_->parts())
      for (std::size_t u = 0; u < p.units; ++u) live(s, v, p, u, f);
    for (auto const& n : plan_->news()) be_reported(s, v, n, f);
    if (v.is_kept()) return;
    for (auto const& p : plan_->parts())
      for (std::size_t u = 0; u < p.units; ++u) be_told(s, v, p, u, f);
    for (std::size_t i = 0; i < news_of_.size(); ++i)
      for (std::size_t u = 0; u < plan_->parts()[i].units; ++u) act(s, v, i, u, f);
    for (auto const& p : plan_->parts())
      for (std::size_t u = 0; u < p.units; ++u) ask_for_replacement(s, v, p, u, f);
    ask_to_cancel(s, v, f);
    if (model().paid == payment::on_the_spot)
      change(s, {.kind = move_kind::leaves, .by = model().customer, .is_dependable = true}, f,
             [](detail::order_change& c) { c.set_phase(order_phase::left); });
  }

  /// True when every request open to her has been made, and answered 'wait' or 'refused'.
  bool has_asked_in_vain(state_type const& s) const {
    auto const v = view(s);
    if (v.phase() != order_phase::open || v.cancellation() == reply::not_asked) return false;
    for (auto const& p : plan_->parts())
      for (std::size_t u = 0; u < p.units; ++u)
        if (v.open_failure(p.part, u) && v.replacement(p.part, u) == reply::not_asked) return false;
    return true;
  }

 private:
  model_view const& model() const { return plan_->model(); }

  bool is_news(event_id e) const {
    auto const& m = model();
    if (is_failure(m.events[e].kind)) return true;
    if constexpr (!detail::is_rules<Policy>) return false;
    for (auto const& r : m.rules) {
      auto const& on = m.events[r.on];
      if (e == r.on || (on.kind == event_kind::reported && on.subject == e)) return true;
    }
    return false;
  }

  template <class F, class Change>
  void change(state_type const& s, order_move const& label, F& f, Change&& how) const {
    auto next = s;
    detail::order_change c{*plan_, next.bytes};
    how(c);
    f(next, label);
  }

  // ---- performers, and what goes wrong -------------------------------------------------------

  template <class F>
  void live(state_type const& s, order_view const& v, part_plan const& p, std::size_t unit,
            F& f) const {
    auto const last = v.last(p.part, unit);
    if (last) {
      for (auto i : plan_->after(last)) step(s, v, p, unit, plan_->ways()[i], f);
      return;
    }
    for (auto before : p.before)
      if (!v.is_done(before)) return;
    for (auto i : p.begins) step(s, v, p, unit, plan_->ways()[i], f);
  }

  template <class F>
  void step(state_type const& s, order_view const& v, part_plan const& p, std::size_t unit,
            event_way const& w, F& f) const {
    auto const& e = model().events[w.to];
    if (e.of != p.part) return;
    if (is_failure(e.kind) && !can_fail(v, w.to)) return;
    if (e.kind == event_kind::late && (v.is_done(p.part, unit) || v.has_happened(w.to, unit)))
      return;
    auto const counts = !is_failure(e.kind) && is_dependable(v, p, unit, w);
    if (plan_->keeps_time() && !is_failure(e.kind) && comes_too_late(s, v, p, unit, w, counts))
      return;
    change(s,
           {.kind = move_kind::happens,
            .event = w.to,
            .by = w.by,
            .part = p.part,
            .unit = static_cast<std::uint8_t>(unit),
            .is_dependable = counts},
           f, [&](detail::order_change& c) {
             c.clock().step(p, unit, w, counts);
             c.happen(w.to, unit);
           });
  }

  // Where time is kept, what is told or decided of a unit earlier happens earlier.
  bool comes_too_late(state_type const& s, order_view const& v, part_plan const& p,
                      std::size_t unit, event_way const& w, bool counts) const {
    auto next = s;
    detail::order_clock clock{*plan_, next.bytes};
    auto const at = p.first_unit + unit;
    auto const now = clock.last(at);
    clock.step(p, unit, w, counts);
    auto const then = clock.last(at);
    if (then == now) return false;
    detail::order_times const times{*plan_, s.bytes};
    for (auto const& n : plan_->news())
      if (n.by && model().events[n.of].of == p.part && v.has_happened(n.of, unit) &&
          !v.is_reported(n.of, unit) && times.told_at(at, n.within) < then)
        return true;
    auto is_decided = false;
    auto const see = [&](state_type const&, order_move const&) { is_decided = true; };
    for (std::size_t i = 0; i < news_of_.size(); ++i)
      if (&plan_->parts()[i] == &p) act(s, v, i, unit, see);
    return is_decided;
  }
  bool can_fail(order_view const& v, event_id failure) const {
    return v.failures() < failures_ &&
           (only_.empty() || std::find(only_.begin(), only_.end(), failure) != only_.end());
  }
  bool is_dependable(order_view const& v, part_plan const& p, std::size_t unit,
                     event_way const& w) const {
    if (!w.from && p.needs_word && !v.is_told(p.part, unit)) return false;
    if (w.is_hers) return true;
    auto const& e = model().events[w.to];
    if (w.is_handing_over &&
        detail::same_firm(model(), v.holder(e.good, good_unit(p, unit, e.good)), w.by))
      return true;
    for (auto const& c : w.owed)
      if (detail::holds(v, c)) return true;
    return false;
  }
  std::size_t good_unit(part_plan const& p, std::size_t unit, part_id good) const {
    auto const* const g = plan_->of(good);
    return g && g->units == p.units ? unit : 0;
  }

  // ---- word ----------------------------------------------------------------------------------

  template <class F>
  void be_reported(state_type const& s, order_view const& v, news_plan const& n, F& f) const {
    if (!n.by) return;
    auto const part = model().events[n.of].of;
    for (std::size_t u = 0; u < v.units(part); ++u)
      if (v.has_happened(n.of, u) && !v.is_reported(n.of, u))
        change(s,
               {.kind = move_kind::reports,
                .event = n.of,
                .by = n.by,
                .part = part,
                .unit = static_cast<std::uint8_t>(u),
                .is_dependable = true},
               f, [&](detail::order_change& c) {
                 c.clock().report(plan_->of(part)->first_unit + u, n.within);
                 c.report(n.of, u);
               });
  }

  template <class F>
  void be_told(state_type const& s, order_view const& v, part_plan const& p, std::size_t unit,
               F& f) const {
    if (!p.can_be_told || v.last(p.part, unit) || v.is_told(p.part, unit)) return;
    for (auto before : p.before)
      if (!v.is_done(before)) return;
    change(s,
           {.kind = move_kind::tells,
            .by = model().customer,
            .part = p.part,
            .unit = static_cast<std::uint8_t>(unit),
            .is_dependable = true},
           f, [&](detail::order_change& c) { c.tell(p, unit); });
  }

  // ---- the policy ----------------------------------------------------------------------------

  template <class F>
  void act(state_type const& s, order_view const& v, std::size_t part, std::size_t unit,
           F& f) const {
    auto const& p = plan_->parts()[part];
    if (v.is_done(p.part, unit)) return;
    decision last;
    for (auto e : news_of_[part]) {
      if (!v.has_happened(e, unit)) continue;
      if constexpr (!detail::is_rules<Policy>)
        if (!v.is_reported(e, unit)) continue;
      circumstances const c{v, occasion::news, p.part, unit, e};
      order_move label{.kind = move_kind::acts,
                       .event = e,
                       .by = model().seller,
                       .part = p.part,
                       .unit = static_cast<std::uint8_t>(unit),
                       .on = occasion::news,
                       .is_dependable = true};
      auto const d = decide(c, label);
      label.says = d;
      if (label.fault != policy_fault::none) {
        break_off(s, label, f);
        continue;
      }
      if (!is_granted(d) || d == last) continue;
      last = d;
      follow(s, label, p, unit, f);
    }
  }

  template <class F>
  void ask_for_replacement(state_type const& s, order_view const& v, part_plan const& p,
                           std::size_t unit, F& f) const {
    auto const failure = v.open_failure(p.part, unit);
    if (!failure) return;
    // By asking she tells the seller what failed.
    auto asked = s;
    detail::order_change{*plan_, asked.bytes}.report_failures(p, unit);
    circumstances const c{view(asked), occasion::replacement, p.part, unit, failure};
    order_move label{.kind = move_kind::asks,
                     .event = failure,
                     .by = model().customer,
                     .part = p.part,
                     .unit = static_cast<std::uint8_t>(unit),
                     .on = c.on,
                     .is_dependable = true};
    label.says = decide(c, label);
    if (label.fault != policy_fault::none) return break_off(s, label, f);
    if (is_granted(label.says)) return follow(asked, label, p, unit, f);
    auto const said = label.says.does == answer::waits ? reply::wait : reply::refused;
    if (v.replacement(p.part, unit) == said) return;
    change(asked, label, f,
           [&](detail::order_change& x) { x.reply_to_replacement(p, unit, said); });
  }

  template <class F>
  void ask_to_cancel(state_type const& s, order_view const& v, F& f) const {
    circumstances const c{v, occasion::cancellation};
    order_move label{
        .kind = move_kind::asks, .by = model().customer, .on = c.on, .is_dependable = true};
    label.says = decide(c, label);
    if (label.fault != policy_fault::none) return break_off(s, label, f);
    if (is_granted(label.says)) {
      auto const end =
          label.says.does == answer::refunds ? order_phase::paid_back : order_phase::called_off;
      return change(s, label, f, [&](detail::order_change& x) { x.set_phase(end); });
    }
    auto const said = label.says.does == answer::waits ? reply::wait : reply::refused;
    if (v.cancellation() == said) return;
    change(s, label, f, [&](detail::order_change& x) { x.reply_to_cancellation(said); });
  }

  decision decide(circumstances c, order_move& label) const {
    auto asks_time = false;
    if (tells_time_)
      c.tell_time(detail::order_times{*plan_, c.bytes()}.now());
    else
      c.watch_clock(asks_time);
    auto const d = decide_(c, label);
    if (asks_time && label.fault == policy_fault::none) label.fault = policy_fault::asks_the_time;
    return d;
  }

  template <class F>
  void break_off(state_type const& s, order_move label, F& f) const {
    label.kind = move_kind::breaks;
    label.is_dependable = false;
    change(s, label, f, [&](detail::order_change& c) { c.breaks(label.fault); });
  }

  // A remedy that was decided, for a unit that failed.
  template <class F>
  void follow(state_type const& s, order_move const& label, part_plan const& p, std::size_t unit,
              F& f) const {
    auto const does = label.says.does;
    auto const object = detail::object_of(model(), label.says, p.part);
    change(s, label, f, [&](detail::order_change& c) {
      c.clock().take(p.first_unit + unit, label.says.takes);
      if (does == answer::refunds) return c.set_phase(order_phase::paid_back);
      if (does == answer::repairs) return c.repair(p, unit);
      c.begin_again(object, p.part, unit, does != answer::performs_again);
    });
  }

  order_plan const* plan_;
  detail::policy_call<Policy> decide_;
  std::size_t failures_;
  std::vector<event_id> only_;
  bool tells_time_;
  std::vector<std::vector<event_id>> news_of_;  // of each part of the plan
};

}  // namespace lupaus::inline v0
