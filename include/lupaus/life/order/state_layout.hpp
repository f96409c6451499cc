// SPDX-License-Identifier: BSL-1.0
//
// Where everything that is remembered of an order stands in a state: rules S1 to S8 of
// docs/explanation/semantics.md.
#pragma once

#include "lupaus/life/order/asked_history.hpp"
#include "lupaus/life/order/part_plan.hpp"
#include "lupaus/model/view.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// The places in a state; an `order_plan` lays them out.
class state_layout {
 public:
  /// The bytes that a state needs.
  std::size_t bytes() const { return bytes_; }
  bool keeps_time() const { return keeps_time_; }
  static constexpr std::size_t most_events = 254;  ///< a byte says which one
  static constexpr std::size_t most_bytes = 512;
  std::size_t units() const { return units_; }

  static constexpr std::size_t phase_at = 0, failures_at = 1;  // S1, S2
  static constexpr std::size_t cancellation_at = 2, fault_at = 3;
  std::size_t result_at(std::size_t unit) const { return 4 + unit; }  // S3
  std::size_t flags_at(std::size_t unit) const { return 4 + units_ + unit; }
  std::size_t holder_at(std::size_t good_unit) const { return 4 + 2 * units_ + good_unit; }  // S4
  /// What happened last to a unit; `none` where that is not kept (S7).
  std::size_t last_at(std::size_t unit) const { return keeps_last_ ? lasts_at_ + unit : none; }
  static constexpr std::size_t none = ~std::size_t{0};
  /// The first of a good's units among all goods'; `none` for what is no good.
  std::size_t good_unit(part_id good) const { return good_unit_[good.index()]; }
  /// The bit, counted from the state's beginning, of an event that is remembered; or `none`.
  std::size_t happened_bit(event_id e, std::size_t unit) const {
    auto const b = happened_[e.index()];
    return b == none ? none : bits_at_ * 8 + b + unit;
  }
  std::size_t reported_bit(event_id e, std::size_t unit) const {  // S5
    auto const b = reported_[e.index()];
    return b == none ? none : bits_at_ * 8 + b + unit;
  }
  /// That the money of a part was returned; and that it was on her asking (S6). Or `none`.
  std::size_t returned_bit(part_id p) const {
    auto const i = plan_of_[p.index()];
    return returned_bits_ == none || i == none ? none : bits_at_ * 8 + returned_bits_ + 2 * i;
  }
  std::size_t asked_back_bit(part_id p) const {
    auto const bit = returned_bit(p);
    return bit == none ? none : bit + 1;
  }
  /// That a rule with a situation has fired for a unit of the part of its event.
  std::size_t fired_bit(rule_id r, std::size_t unit) const {
    auto const b = fired_[r.index()];
    return b == none ? none : bits_at_ * 8 + b + unit;
  }
  /// Of what was asked of earlier attempts (S8), by rules too: how often an event has happened to a
  /// unit, in `count_bits`. Or `none`.
  std::size_t count_bit(event_id e, std::size_t unit) const {
    auto const b = counted_[e.index()];
    return b == none ? none : bits_at_ * 8 + b + count_bits(e) * unit;
  }
  std::size_t count_bits(event_id e) const {
    return static_cast<std::size_t>(std::bit_width(counts_to_[e.index()]));
  }
  /// As far as a rule or a policy asks; 0 where none does.
  std::size_t counts_to(event_id e) const { return counts_to_[e.index()]; }
  /// How often she asked for another one of a unit, and then, in `answer_bits`, what she was
  /// answered last. Or `none`.
  std::size_t requests_bit(part_id p, std::size_t unit) const {
    auto const b = requests_[p.index()];
    return b == none ? none : bits_at_ * 8 + b + (request_bits + answer_bits) * unit;
  }
  /// The same of her requests to cancel.
  std::size_t cancellations_bit() const {
    return cancellations_ == none ? none : bits_at_ * 8 + cancellations_;
  }
  static constexpr std::size_t request_bits = 2, answer_bits = 4;
  static_assert(asked_history::most < std::size_t{1} << request_bits);
  /// Where it is noted what is asked of earlier attempts; none: nobody wants to know.
  asked_history* history() const { return history_; }
  /// Something was asked of them that a state does not hold.
  bool lacks_history() const { return history_ && history_->size() != kept_history_; }

  /// Where it stands that something was waited for that nobody has bound.
  std::size_t waited_at() const { return times_at_; }
  /// Four times of a unit, one after the other: of what happened last, of the beginning of its
  /// attempt, of its failure, and of the seller's learning of it. In seconds since the order, 4
  /// bytes each. After the last unit's, one time more: when a time-out last happened.
  std::size_t times_at(std::size_t unit) const {
    return times_at_ + 1 + unit * 4 * sizeof(std::uint32_t);
  }

 protected:
  state_layout(model_view const& m, bool keeps_time, bool keeps_last, asked_history* history)
      : plan_of_(m.parts.size(), none),
        good_unit_(m.parts.size(), none),
        happened_(m.events.size(), none),
        reported_(m.events.size(), none),
        fired_(m.rules.size(), none),
        counted_(m.events.size(), none),
        requests_(m.parts.size(), none),
        counts_to_(m.events.size()),
        history_{history},
        keeps_time_{keeps_time},
        keeps_last_{keeps_last} {}

  // Of events, what a rule counts too.
  void lay_history(model_view const& m, std::vector<part_plan> const& parts) {
    for (auto const& r : m.rules)
      if (auto& most = counts_to_[cause_of(m, r.on).index()]; most < detail::counts_to(r))
        most = detail::counts_to(r);
    for (auto e : m.events.ids())
      if (history_ && history_->has(e) && counts_to(e) < asked_history::most)
        counts_to_[e.index()] = asked_history::most;
    for (auto const& p : parts)
      for (auto e : m.events.ids())
        if (m.events[e].of == p.part && happened_[e.index()] != none && counts_to(e) > 0) {
          counted_[e.index()] = bits_;
          bits_ += count_bits(e) * p.units;
        }
    if (!history_) return;
    kept_history_ = history_->size();
    for (auto const& p : parts) {
      if (!history_->has(p.part)) continue;
      requests_[p.part.index()] = bits_;
      bits_ += (request_bits + answer_bits) * p.units;
    }
    if (history_->has_cancellations()) cancellations_ = bits_, bits_ += request_bits + answer_bits;
  }

  std::vector<std::size_t> plan_of_, good_unit_, happened_, reported_, fired_, counted_, requests_;
  std::vector<std::size_t> counts_to_;
  std::size_t units_ = 0, lasts_at_ = 0, bits_at_ = 0, bits_ = 0, times_at_ = 0, bytes_ = 0;
  std::size_t returned_bits_ = none, cancellations_ = none;
  asked_history* history_;
  std::size_t kept_history_ = 0;  // of what was asked
  bool keeps_time_, keeps_last_;
};

}  // namespace lupaus::inline v0::detail
