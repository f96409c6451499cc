// SPDX-License-Identifier: BSL-1.0
//
// What the moves of an order do to its state: one function for each kind of change.
#pragma once

#include "lupaus/life/order/order_clock.hpp"
#include "lupaus/life/order/order_counts.hpp"
#include "lupaus/life/order/price_reduction.hpp"
#include "lupaus/life/order/renewed_units.hpp"
#include "lupaus/life/order/state_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// Writes one state. Refers to it and to the plan.
class order_change {
 public:
  order_change(order_plan const& plan, std::uint8_t* bytes) : plan_{plan}, bytes_{bytes} {}

  /// The state's times, which a move changes before the state.
  order_clock clock() const { return {plan_, bytes_}; }

  /// She orders (E1).
  void order() {
    set_phase(order_phase::open);
    for (auto const& p : plan_.parts())
      for (std::size_t u = 0; u < p.units; ++u) leave_with_supplier(p.part, u);
    settle();
  }
  /// An end is one state (S1).
  void set_phase(order_phase p) {
    bytes_[order_plan::phase_at] = static_cast<std::uint8_t>(p);
    if (p == order_phase::open) return;
    // How it stood no longer matters, but when: one state an end.
    auto const now = clock().now();
    auto const waited = clock().has_waited();
    for (auto at = order_plan::phase_at + 1; at < plan_.bytes(); ++at) bytes_[at] = 0;
    clock().end_at(now, waited);
  }
  /// `fault`: what is wrong with the policy, as a number.
  void breaks(std::uint8_t fault) {
    set_phase(order_phase::broken);
    bytes_[order_plan::fault_at] = fault;
  }

  /// An event in the life of a unit, with all that follows at once (E4, E6 to E8).
  void happen(event_id e, std::size_t unit) {
    auto const& x = model().events[e];
    auto const& p = *plan_.of(x.of);
    auto const& result = bytes_[plan_.result_at(p.first_unit + unit)];
    come_about(p, e, unit);
    if (x.kind == event_kind::failed || (x.kind == event_kind::late && result == 0))
      set_result(p, unit, e);
    if (is_failure(x.kind)) count_failure();
    settle();
  }
  /// Time passes for a unit; for the order, where the event is of the whole (E11).
  void time_out(event_id e, std::size_t unit, bool is_failure_too) {
    remember(e, unit);
    count(bytes_, plan_, e, unit);
    if (is_failure_too) count_failure();
    settle();
  }
  /// Word of it reaches the seller (E9).
  void report(event_id e, std::size_t unit) {
    set(plan_.reported_bit(e, unit));
    settle();
  }
  /// She tells the seller of all that failed with a unit.
  void report_failures(part_plan const& p, std::size_t unit) {
    for (auto const& n : plan_.seller_notices())
      if (model().events[n.of].of == p.part && is_failure(model().events[n.of].kind) &&
          state_reader{plan_, bytes_}.has_happened(n.of, unit))
        set(plan_.reported_bit(n.of, unit));
    settle();
  }
  void tell(part_plan const& p, std::size_t unit) {
    bytes_[plan_.flags_at(p.first_unit + unit)] |= told_flag;
  }
  void reply_to_replacement(part_plan const& p, std::size_t unit, reply r) {
    auto& bits = bytes_[plan_.flags_at(p.first_unit + unit)];
    bits = static_cast<std::uint8_t>((bits & 0xfcu) | static_cast<unsigned>(r));
  }
  void reply_to_cancellation(reply r) {
    bytes_[order_plan::cancellation_at] = static_cast<std::uint8_t>(r);
  }

  /// A new attempt of the object and of what failed, and of all begun that follows the object (R2).
  /// `new_goods`: goods among them are others, and with their suppliers (R3).
  void begin_again(part_id object, part_id failed, std::size_t unit, bool new_goods) {
    renew(object, failed, unit, [&](part_plan const& p, std::size_t u, bool) {
      if (new_goods) leave_with_supplier(p.part, u);
    });
  }
  /// The object is mended where it is; what she holds counts as carried to her, and what came
  /// before that as done (R4).
  void repair(part_id object, part_id failed, std::size_t unit) {
    auto const good = model().parts[failed].carries;
    renew(object, failed, unit, [&](part_plan const& p, std::size_t u, bool was_performed) {
      auto const carried = model().parts[p.part].carries;
      auto const is_mended = p.part == object || (p.part == failed && !good);
      auto const is_hers = carried && (carried == object || carried == good) &&
                           holds_good(model().customer, carried, p, u);
      auto const is_past = was_performed && p.part != failed && is_before_performed(p, u);
      if (is_mended || is_hers || is_past) complete(p, u);
    });
  }
  /// She keeps what failed as it is; what she does not have is brought to her as it is (R6).
  void reduce_price(part_id failed, std::size_t unit) {
    if (!has_what_failed({plan_, bytes_}, failed, unit))
      return repair(good_that_failed(model(), failed), failed, unit);
    auto const& p = *plan_.of(failed);
    begin_attempt(p, unit);
    clock().begin(p.first_unit + unit, clock().last(p.first_unit + unit));
    complete(p, unit);
    settle();
  }
  /// Money of parts is returned (R5); `on_asking`: of which of them on her asking. False where that
  /// changes nothing.
  template <class OnAsking>
  bool return_money(std::vector<part_id> const& parts, OnAsking&& on_asking) {
    auto changes = false;
    for (auto p : parts) {
      changes = set(plan_.returned_bit(p)) || changes;
      if (on_asking(p)) changes = set(plan_.asked_back_bit(p)) || changes;
    }
    if (changes) settle();
    return changes;
  }

 private:
  model_view const& model() const { return plan_.model(); }
  void remember(event_id e, std::size_t unit) { set(plan_.happened_bit(e, unit)); }
  void count_failure() { ++bytes_[order_plan::failures_at]; }

  /// False where it was set before.
  bool set(std::size_t bit) {
    if (bit == order_plan::none) return false;
    auto const mask = static_cast<std::uint8_t>(1u << bit % 8);
    auto const was = (bytes_[bit / 8] & mask) != 0;
    bytes_[bit / 8] |= mask;
    return !was;
  }
  void forget(std::size_t bit) {
    if (bit != order_plan::none) bytes_[bit / 8] &= static_cast<std::uint8_t>(~(1u << bit % 8));
  }
  static std::uint8_t number(event_id e) { return static_cast<std::uint8_t>(e.value + 1); }
  void hold(part_id good, std::size_t unit, party_id who) {
    auto const first = plan_.good_unit(good);
    if (first == order_plan::none) return;
    bytes_[plan_.holder_at(first + unit)] =
        who ? static_cast<std::uint8_t>(who.value + 1) : std::uint8_t{0};
  }
  void leave_with_supplier(part_id good, std::size_t unit) {
    hold(good, unit, supplier_of(model(), good));
  }
  bool holds_good(party_id who, part_id good, part_plan const& like, std::size_t unit) {
    auto holds = false;
    for_each_unit_of(good, like, unit, [&](std::size_t u) {
      holds = holds || state_reader{plan_, bytes_}.holder(good, u) == who;
    });
    return holds;
  }

  void set_result(part_plan const& p, std::size_t unit, event_id e) {
    bytes_[plan_.result_at(p.first_unit + unit)] = number(e);
  }
  /// What an event is, before anything follows it: that it has happened, and where goods are.
  void come_about(part_plan const& p, event_id e, std::size_t unit) {
    auto const& x = model().events[e];
    record(p, e, unit);
    if (x.good)
      for_each_unit_of(x.good, p, unit, [&](std::size_t u) { hold(x.good, u, x.holder); });
  }
  void record(part_plan const& p, event_id e, std::size_t unit) {
    auto const& x = model().events[e];
    auto const at = p.first_unit + unit;
    remember(e, unit);
    count(bytes_, plan_, e, unit);
    if (x.kind != event_kind::late) {
      bytes_[plan_.flags_at(at)] |= begun_flag;
      if (plan_.last_at(at) != order_plan::none) bytes_[plan_.last_at(at)] = number(e);
    }
    if (x.kind == event_kind::completed) {
      set_result(p, unit, e);
      bytes_[plan_.flags_at(at)] &= static_cast<std::uint8_t>(~reply_mask);
    }
    for (auto const& n : plan_.seller_notices())
      if (n.of == e && n.is_at_once) set(plan_.reported_bit(e, unit));
  }
  /// It is performed at once, with all that it is never performed without, and goods stay where
  /// they are.
  void complete(part_plan const& p, std::size_t unit) {
    for (auto const e : p.until_completed) record(p, e, unit);
    record(p, p.completed, unit);
    clock().performed(p.first_unit + unit);
  }

  template <class Then>
  void renew(part_id object, part_id failed, std::size_t unit, Then&& then) {
    auto const now = clock().last(plan_.of(failed)->first_unit + unit);
    state_reader const view{plan_, bytes_};
    for_each_renewed(view, object, failed, unit, [&](part_plan const& p, std::size_t u) {
      auto const was_performed = view.is_done(p.part, u);
      begin_attempt(p, u);
      clock().begin(p.first_unit + u, (std::max)(now, clock().last(p.first_unit + u)));
      then(p, u, was_performed);
    });
    settle();
  }
  /// Something that comes after the unit is performed.
  bool is_before_performed(part_plan const& p, std::size_t unit) {
    auto is = false;
    for (auto const later : p.later)
      for_each_unit_of(later, p, unit, [&](std::size_t u) {
        is = is || state_reader{plan_, bytes_}.is_done(later, u);
      });
    return is;
  }
  /// Nothing has happened yet in a new attempt, nothing is known, told or answered.
  void begin_attempt(part_plan const& p, std::size_t unit) {
    auto const& m = model();
    auto const at = p.first_unit + unit;
    for (auto e : m.events.ids())
      if (m.events[e].of == p.part) {
        forget(plan_.happened_bit(e, unit));
        forget(plan_.reported_bit(e, unit));
      }
    for (auto r : m.rules.ids())
      if (m.events[cause_of(m, m.rules[r].on)].of == p.part) forget(plan_.fired_bit(r, unit));
    bytes_[plan_.result_at(at)] = 0;
    bytes_[plan_.flags_at(at)] = 0;
    if (plan_.last_at(at) != order_plan::none) bytes_[plan_.last_at(at)] = 0;
  }

  /// The unit of another part that belongs to it: of as many units, the same; else all.
  template <class F>
  void for_each_unit_of(part_id part, part_plan const& like, std::size_t unit, F&& f) {
    auto const* const p = plan_.of(part);
    if (!p) return;
    if (p->units == like.units) return f(unit);
    for (std::size_t u = 0; u < p->units; ++u) f(u);
  }

  /// What takes no time and nobody's doing (E8): parts in stock are there as soon as they can be,
  /// and rules fire where their situation holds.
  void settle() {
    state_reader const view{plan_, bytes_};
    if (view.phase() != order_phase::open) return;
    for (bool again = true; again;) {
      again = false;
      for (auto const& p : plan_.parts()) {
        if (!p.is_in_stock || view.is_done(p.part)) continue;
        auto ready = true;
        for (auto before : p.before) ready = ready && view.is_done(before);
        if (!ready) continue;
        for (std::size_t u = 0; u < p.units; ++u) {
          come_about(p, p.completed, u);
          clock().set_last(p.first_unit + u, clock().ready(p, p.first_unit + u));
        }
        again = true;
      }
    }
    for (auto r : model().rules.ids()) {
      if (plan_.fired_bit(r, 0) == order_plan::none) continue;
      auto const& on = model().events[model().rules[r].on];
      auto const is_report = on.kind == event_kind::reported;
      auto const cause = is_report ? on.subject : model().rules[r].on;
      for (std::size_t u = 0; u < view.units(model().events[cause].of); ++u)
        if ((is_report ? view.is_reported(cause, u) : view.has_happened(cause, u)) &&
            view.is_in_situation(r, model().events[cause].of, u))
          set(plan_.fired_bit(r, u));
    }
  }

  order_plan const& plan_;
  std::uint8_t* bytes_;
};

}  // namespace lupaus::inline v0::detail
