// SPDX-License-Identifier: BSL-1.0
//
// What the moves of an order do to its state: one function for each kind of change.
#pragma once

#include "lupaus/explore/order/order_clock.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/explore/order/state_reader.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// What a remedy begins anew with: what the decision names, else what the failed part carries, else
/// the failed part.
constexpr part_id object_of(model_view const& m, decision const& d, part_id failed) {
  if (d.object && is_leaf(m.parts[d.object])) return d.object;
  auto const carried = m.parts[failed].carries;
  return d.does != answer::performs_again && carried ? carried : failed;
}

/// Writes one state. Refers to it and to the plan.
class order_change {
 public:
  order_change(order_plan const& plan, std::uint8_t* bytes) : plan_{plan}, bytes_{bytes} {}

  /// The state's times, which a move changes before the state.
  order_clock clock() const { return {plan_, bytes_}; }

  void order() {
    set_phase(order_phase::open);
    for (auto const& p : plan_.parts())
      if (model().parts[p.part].kind == part_kind::good)
        for (std::size_t u = 0; u < p.units; ++u) hold(p.part, u, model().seller);
    settle();
  }
  void set_phase(order_phase p) {
    bytes_[order_plan::phase_at] = static_cast<std::uint8_t>(p);
    if (p == order_phase::open) return;
    // How it stood no longer matters, but when: one state an end.
    auto const now = clock().now();
    auto const waited = clock().has_waited();
    for (auto at = order_plan::phase_at + 1; at < plan_.bytes(); ++at) bytes_[at] = 0;
    clock().end_at(now, waited);
  }
  void breaks(policy_fault f) {
    set_phase(order_phase::broken);
    bytes_[order_plan::fault_at] = static_cast<std::uint8_t>(f);
  }

  /// An event in the life of a unit, with all that follows at once.
  void happen(event_id e, std::size_t unit) {
    auto const& x = model().events[e];
    auto const& p = *plan_.of(x.of);
    auto const at = p.first_unit + unit;
    if (x.kind == event_kind::started) begin_attempt(p, unit);
    if (x.kind != event_kind::late)
      bytes_[plan_.last_at(at)] = static_cast<std::uint8_t>(e.value + 1);
    remember(plan_.happened_bit(e, unit));
    auto& bits = bytes_[plan_.flags_at(at)];
    if (x.kind == event_kind::completed) {
      bits = static_cast<std::uint8_t>((bits | done_flag) & ~reply_mask);
    } else if (is_failure(x.kind)) {
      bits = static_cast<std::uint8_t>(bits & ~done_flag);
      ++bytes_[order_plan::failures_at];
    }
    if (x.good) {
      for_each_unit_of(x.good, p, unit, [&](std::size_t u) { hold(x.good, u, x.holder); });
      if (x.holder && is_sellers(model(), x.holder) && x.kind != event_kind::started)
        bits |= ended_flag;
    }
    for (auto const& n : plan_.seller_notices())
      if (n.of == e && n.is_at_once) remember(plan_.reported_bit(e, unit));
    settle();
  }
  void report(event_id e, std::size_t unit) {
    remember(plan_.reported_bit(e, unit));
    settle();
  }
  /// She tells the seller of all that failed with a unit.
  void report_failures(part_plan const& p, std::size_t unit) {
    for (auto const& n : plan_.seller_notices())
      if (model().events[n.of].of == p.part && is_failure(model().events[n.of].kind) &&
          state_reader{plan_, bytes_}.has_happened(n.of, unit))
        remember(plan_.reported_bit(n.of, unit));
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

  /// Everything from `object` up to the failed part begins anew; goods on the way are new ones.
  void begin_again(part_id object, part_id failed, std::size_t unit, bool new_goods) {
    auto const& from = *plan_.of(failed);
    auto const now = clock().last(from.first_unit + unit);
    for (auto part : plan_.between(object, failed)) {
      auto const& p = *plan_.of(part);
      for_each_unit_of(part, from, unit, [&](std::size_t u) {
        bytes_[plan_.last_at(p.first_unit + u)] = 0;
        bytes_[plan_.flags_at(p.first_unit + u)] = 0;
        begin_attempt(p, u);
        if (new_goods && model().parts[part].kind == part_kind::good) hold(part, u, model().seller);
        clock().begin(p.first_unit + u, now);
      });
    }
    settle();
  }
  /// What she has is mended: as good as performed.
  void repair(part_plan const& p, std::size_t unit) {
    begin_attempt(p, unit);
    bytes_[plan_.last_at(p.first_unit + unit)] = static_cast<std::uint8_t>(p.completed.value + 1);
    bytes_[plan_.flags_at(p.first_unit + unit)] = done_flag;
    remember(plan_.happened_bit(p.completed, unit));
    clock().begin(p.first_unit + unit, clock().last(p.first_unit + unit));
    clock().performed(p.first_unit + unit);
    settle();
  }

 private:
  model_view const& model() const { return plan_.model(); }

  void remember(std::size_t bit) {
    if (bit != order_plan::none) bytes_[bit / 8] |= static_cast<std::uint8_t>(1u << bit % 8);
  }
  void forget(std::size_t bit) {
    if (bit != order_plan::none) bytes_[bit / 8] &= static_cast<std::uint8_t>(~(1u << bit % 8));
  }
  void hold(part_id good, std::size_t unit, party_id who) {
    auto const first = plan_.good_unit(good);
    if (first == order_plan::none) return;
    bytes_[plan_.holder_at(first + unit)] =
        who ? static_cast<std::uint8_t>(who.value + 1) : std::uint8_t{0};
  }

  /// Nothing has happened yet in a new attempt. What she was told of the last one stands, until
  /// the part itself begins anew.
  void begin_attempt(part_plan const& p, std::size_t unit) {
    auto const& m = model();
    for (auto e : m.events.ids())
      if (m.events[e].of == p.part) {
        forget(plan_.happened_bit(e, unit));
        forget(plan_.reported_bit(e, unit));
      }
    for (auto r : m.rules.ids()) {
      auto const& on = m.events[m.rules[r].on];
      auto const cause = on.kind == event_kind::reported ? on.subject : m.rules[r].on;
      if (m.events[cause].of == p.part) forget(plan_.fired_bit(r, unit));
    }
    bytes_[plan_.flags_at(p.first_unit + unit)] &= static_cast<std::uint8_t>(~ended_flag);
  }

  /// The unit of another part that belongs to it: of as many units, the same; else all.
  template <class F>
  void for_each_unit_of(part_id part, part_plan const& like, std::size_t unit, F&& f) {
    auto const* const p = plan_.of(part);
    if (!p) return;
    if (p->units == like.units) return f(unit);
    for (std::size_t u = 0; u < p->units; ++u) f(u);
  }

  /// What takes no time and nobody's doing: parts in stock are there as soon as they can be, and
  /// rules fire where their situation holds.
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
          auto const at = p.first_unit + u;
          bytes_[plan_.last_at(at)] = static_cast<std::uint8_t>(p.completed.value + 1);
          bytes_[plan_.flags_at(at)] |= done_flag;
          remember(plan_.happened_bit(p.completed, u));
          clock().set_last(at, clock().ready(p, at));
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
            view.is_in_situation(r))
          remember(plan_.fired_bit(r, u));
    }
  }

  order_plan const& plan_;
  std::uint8_t* bytes_;
};

}  // namespace lupaus::inline v0::detail
