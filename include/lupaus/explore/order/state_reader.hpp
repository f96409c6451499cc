// SPDX-License-Identifier: BSL-1.0
//
// What the bytes of a state say of its order.
#pragma once

#include "lupaus/explore/order/order_phase.hpp"
#include "lupaus/explore/order/order_plan.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// What a unit's flags say.
inline constexpr std::uint8_t reply_mask = 3, told_flag = 4, done_flag = 8, ended_flag = 16;

/// Reads one state; refers to it and to the plan. Its answers are those of `order_view`. Parts are
/// leaf parts that the plan follows, and no id is none, where nothing else is said.
class state_reader {
 public:
  state_reader(order_plan const& plan, std::uint8_t const* bytes) : plan_{&plan}, bytes_{bytes} {}

  order_plan const& plan() const { return *plan_; }
  model_view const& model() const { return plan_->model(); }

  order_phase phase() const { return static_cast<order_phase>(bytes_[order_plan::phase_at]); }
  std::size_t failures() const { return bytes_[order_plan::failures_at]; }
  reply cancellation() const { return static_cast<reply>(bytes_[order_plan::cancellation_at]); }
  /// What is wrong with the policy that broke the order off, as a number.
  std::uint8_t fault() const { return bytes_[order_plan::fault_at]; }

  /// 0 of a part that is not followed.
  std::size_t units(part_id p) const {
    auto const* x = plan_->of(p);
    return x ? x->units : 0;
  }
  event_id last(part_id p, std::size_t unit) const {
    auto const at = bytes_[plan_->last_at(unit_of(p, unit))];
    return at == 0 ? event_id{} : event_id{at - 1u};
  }
  bool is_done(part_id p, std::size_t unit) const { return (flags(p, unit) & done_flag) != 0; }
  /// Every unit that is followed; true where none is.
  bool is_done(part_id p) const {
    auto const n = units(p);
    for (std::size_t u = 0; u < n; ++u)
      if (!is_done(p, u)) return false;
    return true;
  }
  bool is_kept() const {
    if (phase() != order_phase::open) return false;
    for (auto const& p : plan_->parts())
      if (!is_done(p.part)) return false;
    return true;
  }
  bool is_acceptable() const {
    auto const p = phase();
    return p == order_phase::called_off || p == order_phase::paid_back || p == order_phase::left ||
           is_kept();
  }
  reply replacement(part_id p, std::size_t unit) const {
    return static_cast<reply>(flags(p, unit) & reply_mask);
  }
  bool is_told(part_id p, std::size_t unit) const { return (flags(p, unit) & told_flag) != 0; }

  bool has_happened(event_id e, std::size_t unit) const {
    return has_bit(plan_->happened_bit(e, unit));
  }
  bool has_happened(event_id e) const { return any_happened(e, false); }
  bool is_reported(event_id e, std::size_t unit) const {
    return has_bit(plan_->reported_bit(e, unit));
  }
  party_id holder(part_id good, std::size_t unit) const {
    auto const first = plan_->good_unit(good);
    if (first == order_plan::none) return {};
    auto const who = bytes_[plan_->holder_at(first + unit)];
    return who == 0 ? party_id{} : party_id{who - 1u};
  }
  event_id open_failure(part_id p, std::size_t unit) const {
    if (is_done(p, unit)) return {};
    auto const& events = model().events;
    for (auto e : events.ids())
      if (events[e].of == p && is_failure(events[e].kind) && has_happened(e, unit)) return e;
    return {};
  }
  bool is_in_situation(rule_id id) const {
    auto const& r = model().rules[id];
    if (r.until && has_happened(r.until)) return false;
    return !r.since || any_happened(r.since, true);
  }
  bool has_fired(rule_id id, std::size_t unit) const {
    auto const& r = model().rules[id];
    auto const& on = model().events[r.on];
    auto const is_report = on.kind == event_kind::reported;
    if (is_report ? !is_reported(on.subject, unit) : !has_happened(r.on, unit)) return false;
    auto const bit = plan_->fired_bit(id, unit);
    return bit == order_plan::none ? !(r.since || r.until) || is_in_situation(id) : has_bit(bit);
  }
  /// `p` may be none.
  bool is_open(rule_id id, part_id p, std::size_t unit) const {
    auto const gate = model().rules[id].gate;
    if (!gate || gate == ordering) return true;
    auto const& e = model().events[gate];
    if (e.kind == event_kind::reported && model().events[e.subject].of == p)
      return is_reported(e.subject, unit);
    return e.of == p && e.kind != event_kind::possession ? has_happened(gate, unit)
                                                         : has_happened(gate);
  }

  /// She has made every request that is open to her, and was answered 'wait' or 'refused'.
  bool has_asked_in_vain() const {
    if (phase() != order_phase::open || cancellation() == reply::not_asked) return false;
    for (auto const& p : plan_->parts())
      for (std::size_t u = 0; u < p.units; ++u)
        if (open_failure(p.part, u) && replacement(p.part, u) == reply::not_asked) return false;
    return true;
  }

 private:
  std::size_t unit_of(part_id p, std::size_t unit) const { return plan_->of(p)->first_unit + unit; }
  std::uint8_t flags(part_id p, std::size_t unit) const {
    return bytes_[plan_->flags_at(unit_of(p, unit))];
  }
  bool has_bit(std::size_t bit) const {
    return bit != order_plan::none && (bytes_[bit / 8] >> (bit % 8) & 1) != 0;
  }
  bool any_happened(event_id e, bool in_living_attempt) const {
    auto const& m = model();
    auto const& x = m.events[e];
    if (e == ordering) return phase() != order_phase::before;
    if (is_of_order(x.kind)) {
      if (x.kind == event_kind::cancelled) return phase() == order_phase::called_off;
      if (x.kind == event_kind::refunded) return phase() == order_phase::paid_back;
      if (x.kind == event_kind::cancel_requested) return cancellation() != reply::not_asked;
      return x.kind == event_kind::kept && is_kept();
    }
    auto const is_report = x.kind == event_kind::reported;
    auto const wanted = is_report ? x.subject : e;
    for (auto i : m.events.ids()) {
      if (!is_meant(m, i, wanted)) continue;
      auto const n = units(m.events[i].of);
      for (std::size_t u = 0; u < n; ++u) {
        if (in_living_attempt && (flags(m.events[i].of, u) & ended_flag) != 0) continue;
        if (is_report ? is_reported(i, u) : has_happened(i, u)) return true;
      }
    }
    return false;
  }

  order_plan const* plan_;
  std::uint8_t const* bytes_;
};

}  // namespace lupaus::inline v0::detail
