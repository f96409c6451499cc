// SPDX-License-Identifier: BSL-1.0
//
// What the bytes of a state say of its order.
#pragma once

#include "lupaus/life/order/order_counts.hpp"
#include "lupaus/life/order/order_phase.hpp"
#include "lupaus/life/order/order_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// What a unit's flags say.
inline constexpr std::uint8_t reply_mask = 3, told_flag = 4, begun_flag = 8;

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
  /// None where the plan does not keep it.
  event_id last(part_id p, std::size_t unit) const {
    auto const at = plan_->last_at(unit_of(p, unit));
    return at == order_plan::none ? event_id{} : event_at(at);
  }
  /// Completed, or the failure that stands; else none.
  event_id result(part_id p, std::size_t unit) const {
    return event_at(plan_->result_at(unit_of(p, unit)));
  }
  /// Something but lateness has happened to it in this attempt.
  bool is_begun(part_id p, std::size_t unit) const { return (flags(p, unit) & begun_flag) != 0; }
  bool is_done(part_id p, std::size_t unit) const {
    return result(p, unit) == plan_->of(p)->completed;
  }
  /// Every unit that is followed; true where none is.
  bool is_done(part_id p) const {
    auto const n = units(p);
    for (std::size_t u = 0; u < n; ++u)
      if (!is_done(p, u)) return false;
    return true;
  }
  /// O1.
  bool is_kept() const {
    if (phase() != order_phase::open) return false;
    for (auto const& p : plan_->parts())
      if ((p.is_needed && !is_done(p.part)) || !is_with_her(p.part)) return false;
    return true;
  }
  /// Every part of what she buys is performed, or left out (O2).
  bool is_settled() const {
    if (phase() != order_phase::open) return false;
    for (auto const& p : plan_->parts()) {
      // Money back for a carriage is none for what it carries.
      if (!is_with_her(p.part)) return false;
      auto const carried = model().parts[p.part].carries;
      if (!p.is_needed || is_left_out(p.part) || (carried && is_left_out(carried))) continue;
      if (!is_done(p.part)) return false;
    }
    return true;
  }
  /// O3.
  bool is_acceptable() const {
    auto const p = phase();
    return p == order_phase::called_off || p == order_phase::paid_back || p == order_phase::left ||
           is_settled();
  }
  /// She has paid nothing, and may go elsewhere (E10).
  bool may_leave() const {
    if (phase() != order_phase::open || is_settled()) return false;
    if (!plan_->has_instalments()) return model().paid == payment::on_the_spot;
    for (auto p : model().parts.ids()) {
      if (!is_instalment(model().parts[p])) continue;
      auto const* const plan = plan_->of(p);
      if (!plan || plan->rest > 0) return false;  // what is not followed is paid
      for (std::size_t u = 0; u < plan->units; ++u)
        if (has_happened(plan->completed, u)) return false;
    }
    return true;
  }
  bool is_returned(part_id p) const { return has_bit(plan_->returned_bit(p)); }
  bool is_returned_on_asking(part_id p) const { return has_bit(plan_->asked_back_bit(p)); }
  /// Its money was returned, and she asked for that, or it is severable (O2).
  bool is_left_out(part_id p) const {
    if (is_returned_on_asking(p)) return true;
    auto const* const plan = plan_->of(p);
    if (!plan) return false;
    for (auto const& all : plan->severable)
      if (std::all_of(all.begin(), all.end(), [&](part_id q) { return is_returned(q); }))
        return true;
    return false;
  }
  reply replacement(part_id p, std::size_t unit) const {
    return static_cast<reply>(flags(p, unit) & reply_mask);
  }
  bool is_told(part_id p, std::size_t unit) const { return (flags(p, unit) & told_flag) != 0; }

  bool has_happened(event_id e, std::size_t unit) const {
    return has_bit(plan_->happened_bit(e, unit));
  }
  /// To some unit; of the order's own events, to the order.
  bool has_happened(event_id e) const { return has_happened_for(e, {}, 0); }
  /// To the unit that belongs to a unit of `p`, where parts of the two have as many; else to some
  /// unit. `p` may be none.
  bool has_happened_for(event_id e, part_id p, std::size_t unit) const {
    if (is_of_whole(e)) return has_happened_to_order(e);
    return any_meant(e, [&](event_id i, bool is_report, auto&& has) {
      auto const n = units(model().events[i].of);
      if (p && n == units(p)) return has(unit);
      for (std::size_t u = 0; u < n; ++u)
        if (has(u)) return true;
      return !is_report && plan_->is_taken_of_the_rest(i);
    });
  }
  /// The same, but else to all units.
  bool has_happened_to_all_for(event_id e, part_id p, std::size_t unit) const {
    if (is_of_whole(e)) return has_happened_to_order(e);
    return any_meant(e, [&](event_id i, bool, auto&& has) {
      auto const n = units(model().events[i].of);
      if (p && n == units(p)) return has(unit);
      for (std::size_t u = 0; u < n; ++u)
        if (!has(u)) return false;
      return n > 0;
    });
  }
  bool is_reported(event_id e, std::size_t unit) const {
    return has_bit(plan_->reported_bit(e, unit));
  }
  /// In all attempts (S8); 0 where the plan does not keep it.
  std::size_t how_often(event_id e, std::size_t unit) const {
    return read_number(bytes_, plan_->count_bit(e, unit), plan_->count_bits(e));
  }
  /// `requests`: where they are counted.
  std::size_t how_often_asked(std::size_t requests) const {
    return read_number(bytes_, requests, order_plan::request_bits);
  }
  /// What she was answered last: as a number, and 1; 0: nothing.
  std::size_t last_answer(std::size_t requests) const {
    if (requests == order_plan::none) return 0;
    return read_number(bytes_, requests + order_plan::request_bits, order_plan::answer_bits);
  }
  party_id holder(part_id good, std::size_t unit) const {
    auto const first = plan_->good_unit(good);
    if (first == order_plan::none) return {};
    auto const who = bytes_[plan_->holder_at(first + unit)];
    return who == 0 ? party_id{} : party_id{who - 1u};
  }
  event_id open_failure(part_id p, std::size_t unit) const {
    auto const e = result(p, unit);
    return e && is_failure(model().events[e].kind) ? e : event_id{};
  }
  /// Of the order's own rules (Q3).
  bool is_in_situation(rule_id id) const { return is_in_situation(id, {}, 0); }
  /// Of a rule about a unit.
  bool is_in_situation(rule_id id, part_id p, std::size_t unit) const {
    auto const& r = model().rules[id];
    if (r.until && has_happened_to_all_for(r.until, p, unit)) return false;
    return !r.since || has_happened_for(r.since, p, unit);
  }
  bool has_fired(rule_id id, std::size_t unit) const {
    auto const& r = model().rules[id];
    auto const& on = model().events[r.on];
    auto const is_report = on.kind == event_kind::reported;
    if (is_report ? !is_reported(on.subject, unit) : !has_happened(r.on, unit)) return false;
    if (is_counted(r) && !is_for_time(r, how_often(cause_of(model(), r.on), unit))) return false;
    auto const bit = plan_->fired_bit(id, unit);
    return bit == order_plan::none ? !(r.since || r.until) : has_bit(bit);
  }
  /// `p` may be none.
  bool is_open(rule_id id, part_id p, std::size_t unit) const {
    auto const gate = model().rules[id].gate;
    return !gate || has_happened_for(gate, p, unit);
  }

  /// She has made every request that is open to her, and was answered 'wait' or 'refused' (D3).
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
  event_id event_at(std::size_t at) const {
    return bytes_[at] == 0 ? event_id{} : event_id{bytes_[at] - 1u};
  }
  /// What the completion of a carriage hands over is still with whom it was handed to, or with her.
  bool is_with_her(part_id p) const {
    auto const& done = model().events[plan_->of(p)->completed];
    if (!done.good || !done.holder || is_left_out(done.good)) return true;
    auto const n = units(done.good);
    for (std::size_t u = 0; u < n; ++u) {
      auto const who = holder(done.good, u);
      if (who != model().customer && !same_firm(model(), who, done.holder)) return false;
    }
    return true;
  }
  bool is_of_whole(event_id e) const {
    auto const& x = model().events[e];
    return is_of_order(x.kind) || (is_time_out(x.kind) && x.of == whole);
  }
  bool has_happened_to_order(event_id e) const {
    switch (model().events[e].kind) {
      case event_kind::ordered: return phase() != order_phase::before;
      case event_kind::cancelled: return phase() == order_phase::called_off;
      case event_kind::refunded: return phase() == order_phase::paid_back;
      case event_kind::cancel_requested: return cancellation() != reply::not_asked;
      case event_kind::kept: return is_kept();
      case event_kind::timed_out: return has_happened(e, 0);
      default: return false;
    }
  }
  /// True where `test(event, is_report, has)` is for an event that is meant; `has(unit)`: it has
  /// happened to that unit or, where a report is meant, the seller knows.
  template <class Test>
  bool any_meant(event_id e, Test&& test) const {
    auto const& m = model();
    auto const is_report = m.events[e].kind == event_kind::reported;
    auto const wanted = is_report ? m.events[e].subject : e;
    auto const look = [&](event_id i) {
      if (!is_report && plan_->is_taken_as_happened(i)) return true;
      return test(i, is_report, [&](std::size_t u) {
        return is_report ? is_reported(i, u) : has_happened(i, u);
      });
    };
    if (m.events[wanted].kind != event_kind::possession) return look(wanted);
    for (auto i : m.events.ids())
      if (is_meant(m, i, wanted) && look(i)) return true;
    return false;
  }

  order_plan const* plan_;
  std::uint8_t const* bytes_;
};

}  // namespace lupaus::inline v0::detail
