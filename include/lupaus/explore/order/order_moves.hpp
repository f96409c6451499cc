// SPDX-License-Identifier: BSL-1.0
//
// What can happen next to an order: parts live and fail, the customer asks, the policy answers.
#pragma once

#include "lupaus/explore/order/order_answers.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/life/order/order_change.hpp"
#include "lupaus/life/order/order_events.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace lupaus::inline v0::detail {

/// The moves of an order. Two requests of hers are open: a replacement of what failed, and the
/// cancellation of the order; a request that would get the same answer again is no move (Q1).
///
/// The policy is asked for every state anew, twice, and must say the same: nothing is kept of it
/// but the words of what went wrong. Once it asks of earlier attempts what the plan does not keep,
/// there are no moves. A state is `order_plan::bytes()` long.
class order_moves : public order_answers {
 public:
  /// The policy and the plan must outlive it. `failures`: how many may happen in all. `tells_time`:
  /// the policy is told what time it is, which the plan must keep. `only`: the failure modes that
  /// may happen; all where it is empty. `asked`: notes what a policy looks at; may be none.
  order_moves(order_plan const& plan, policy_ref const& p, std::size_t failures,
              bool tells_time = false, std::vector<event_id> const& only = {},
              asked_parts* asked = nullptr)
      : order_answers{plan, p, tells_time, asked}, events_{plan, failures, only} {}

  /// Tells every move of a state. Where it leads is written into `next`, as long as a state.
  void for_each(std::uint8_t const* s, std::uint8_t* next, move_sink const& sink) const {
    if (plan_->lacks_history()) return;  // then it is walked anew
    out const f{sink, next};
    auto const v = read(s);
    if (v.phase() == order_phase::before)
      return add_move(s, {.kind = move_kind::orders, .by = model().customer, .is_dependable = true},
                      f, [](order_change& c) { c.order(); });
    if (v.phase() != order_phase::open) return;
    for (auto const& p : plan_->parts())
      for (std::size_t u = 0; u < p.units; ++u) add_part_events(s, v, p, u, f);
    for (auto const i : plan_->order_ways()) add_time_out(s, v, {}, 0, plan_->ways()[i], f);
    for (auto const& n : plan_->seller_notices()) add_report(s, v, n, f);
    if (v.is_settled()) return;
    for (auto const& p : plan_->parts())
      for (std::size_t u = 0; u < p.units; ++u) add_start_notice(s, v, p, u, f);
    for (std::size_t i = 0; i < news_of_.size(); ++i)
      for (std::size_t u = 0; u < plan_->parts()[i].units; ++u) add_policy_action(s, v, i, u, f);
    for (auto const& p : plan_->parts())
      for (std::size_t u = 0; u < p.units; ++u) add_replacement_request(s, v, p, u, f);
    add_cancellation_request(s, v, f);
    if (v.may_leave())  // E10
      add_move(s, {.kind = move_kind::leaves, .by = model().customer, .is_dependable = true}, f,
               [](order_change& c) { c.set_phase(order_phase::left); });
  }

 private:
  void add_part_events(std::uint8_t const* s, state_reader const& v, part_plan const& p,
                       std::size_t unit, out const& f) const {
    for (auto i : p.ways)
      if (auto const& w = plan_->ways()[i]; w.is_time_out)
        add_time_out(s, v, p.part, unit, w, f);
      else if (events_.can_come_about(v, p, unit, w))
        add_event(s, v, p, unit, w, f);
  }
  // `part` is none for a time-out of the order.
  void add_time_out(std::uint8_t const* s, state_reader const& v, part_id part, std::size_t unit,
                    event_way const& w, out const& f) const {
    if (!events_.can_time_out(v, part, unit, w)) return;
    auto const fails = events_.is_failure_too(v, part, unit, w);
    auto const* const p = part ? plan_->of(part) : nullptr;
    order_times::ticks at = 0;
    if (plan_->keeps_time()) {
      std::uint8_t timed[order_plan::most_bytes];
      std::memcpy(timed, s, plan_->bytes());
      at = order_clock{*plan_, timed}.end_of_time(p, unit, w);
      if (!fails && is_something_due_before(s, v, at)) return;
    }
    add_move(s,
             {.kind = move_kind::happens,
              .event = w.to,
              .part = part,
              .unit = static_cast<std::uint8_t>(unit),
              .is_dependable = !fails},
             f, [&](order_change& c) {
               c.clock().time_out(at);
               c.time_out(w.to, unit, fails);
             });
  }

  void add_event(std::uint8_t const* s, state_reader const& v, part_plan const& p, std::size_t unit,
                 event_way const& w, out const& f) const {
    auto const& e = model().events[w.to];
    auto const counts = !is_failure(e.kind) && events_.is_dependable(v, p, unit, w);
    if (plan_->keeps_time() && !is_failure(e.kind) && comes_too_late(s, v, p, unit, w, counts))
      return;
    add_move(s,
             {.kind = move_kind::happens,
              .event = w.to,
              .by = w.by,
              .part = p.part,
              .unit = static_cast<std::uint8_t>(unit),
              .is_dependable = counts},
             f, [&](order_change& c) {
               c.clock().step(p, unit, w, counts);
               c.happen(w.to, unit);
             });
  }

  // Where time is kept, time passes by nothing that comes sooner.
  bool is_something_due_before(std::uint8_t const* s, state_reader const& v,
                               order_times::ticks at) const {
    order_times const times{*plan_, s};
    for (auto const& n : plan_->seller_notices())
      for (std::size_t u = 0; n.by && u < v.units(model().events[n.of].of); ++u)
        if (v.has_happened(n.of, u) && !v.is_reported(n.of, u) &&
            times.told_at(plan_->of(model().events[n.of].of)->first_unit + u, n.within) < at)
          return true;
    if (v.is_settled()) return false;
    auto is_due = false;
    auto const see = [&](std::uint8_t const*, order_move const&) { is_due = true; };
    move_sink const sink{see};
    std::uint8_t next[order_plan::most_bytes];
    out const unheard{sink, next};
    for (std::size_t i = 0; i < plan_->parts().size(); ++i) {
      auto const& p = plan_->parts()[i];
      for (std::size_t u = 0; u < p.units; ++u) {
        add_policy_action(s, v, i, u, unheard);
        for (auto const k : p.ways)
          is_due = is_due || comes_before(s, v, p, u, plan_->ways()[k], at);
        if (is_due) return true;
      }
    }
    return false;
  }
  // Work that can be counted on, and is done by then.
  bool comes_before(std::uint8_t const* s, state_reader const& v, part_plan const& p,
                    std::size_t unit, event_way const& w, order_times::ticks at) const {
    if (w.is_time_out || is_failure(model().events[w.to].kind) ||
        !events_.can_come_about(v, p, unit, w) || !events_.is_dependable(v, p, unit, w))
      return false;
    std::uint8_t timed[order_plan::most_bytes];
    std::memcpy(timed, s, plan_->bytes());
    order_clock clock{*plan_, timed};
    auto const waited = clock.has_waited();
    clock.step(p, unit, w, true);
    return (waited || !clock.has_waited()) && clock.last(p.first_unit + unit) < at;
  }

  // Where time is kept, what is told or decided of a unit earlier happens earlier.
  bool comes_too_late(std::uint8_t const* s, state_reader const& v, part_plan const& p,
                      std::size_t unit, event_way const& w, bool counts) const {
    std::uint8_t timed[order_plan::most_bytes];
    std::memcpy(timed, s, plan_->bytes());
    order_clock clock{*plan_, timed};
    auto const at = p.first_unit + unit;
    auto const now = clock.last(at);
    clock.step(p, unit, w, counts);
    auto const then = clock.last(at);
    if (then == now) return false;
    order_times const times{*plan_, s};
    for (auto const& n : plan_->seller_notices())
      if (n.by && model().events[n.of].of == p.part && v.has_happened(n.of, unit) &&
          !v.is_reported(n.of, unit) && times.told_at(at, n.within) < then)
        return true;
    auto is_decided = false;
    auto const see = [&](std::uint8_t const*, order_move const&) { is_decided = true; };
    move_sink const sink{see};
    out const unheard{sink, timed};
    auto const part = static_cast<std::size_t>(&p - plan_->parts().data());
    add_policy_action(s, v, part, unit, unheard);
    return is_decided;
  }

  void add_report(std::uint8_t const* s, state_reader const& v, seller_notice const& n,
                  out const& f) const {
    if (!n.by) return;
    auto const part = model().events[n.of].of;
    for (std::size_t u = 0; u < v.units(part); ++u)
      if (v.has_happened(n.of, u) && !v.is_reported(n.of, u))
        add_move(s,
                 {.kind = move_kind::reports,
                  .event = n.of,
                  .by = n.by,
                  .part = part,
                  .unit = static_cast<std::uint8_t>(u),
                  .is_dependable = true},
                 f, [&](order_change& c) {
                   c.clock().report(plan_->of(part)->first_unit + u, n.within);
                   c.report(n.of, u);
                 });
  }

  void add_start_notice(std::uint8_t const* s, state_reader const& v, part_plan const& p,
                        std::size_t unit, out const& f) const {
    if (!p.can_be_told || v.is_begun(p.part, unit) || v.is_told(p.part, unit) ||
        !events_.is_due(v, p))
      return;
    add_move(s,
             {.kind = move_kind::tells,
              .by = model().customer,
              .part = p.part,
              .unit = static_cast<std::uint8_t>(unit),
              .is_dependable = true},
             f, [&](order_change& c) { c.tell(p, unit); });
  }

  order_events events_;
};

}  // namespace lupaus::inline v0::detail
