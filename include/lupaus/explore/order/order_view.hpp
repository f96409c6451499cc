// SPDX-License-Identifier: BSL-1.0
//
// An order as the explorer holds it: what has happened to each unit of each part, who has the
// goods, what was asked and answered. What a policy and an invariant may look at.
#pragma once

#include "lupaus/explore/order/decision.hpp"
#include "lupaus/explore/order/order_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>

namespace lupaus::inline v0 {

/// How an order stands as a whole.
enum class order_phase : std::uint8_t {
  before,      ///< she has not ordered yet
  open,        ///< ordered; kept when every part is performed
  called_off,  ///< cancelled, with her payment returned
  paid_back,   ///< refunded
  left,        ///< she went elsewhere, having paid nothing
  broken,      ///< the policy gave no decision that could be followed
};

/// What she has been told on a request.
enum class reply : std::uint8_t { not_asked, wait, refused };

namespace detail {
/// What a unit's flags say.
inline constexpr std::uint8_t reply_mask = 3, told_flag = 4, done_flag = 8, ended_flag = 16;

/// Thrown at a policy that looks at an order more often than it may; and what is left then.
struct out_of_questions {};
inline constexpr std::size_t too_many_questions = std::numeric_limits<std::size_t>::max();

inline bool bit_of(std::uint8_t const* bytes, std::size_t bit) {
  return (bytes[bit / 8] >> (bit % 8) & 1) != 0;
}
}  // namespace detail

/// Looks at one state; refers to it and to the plan.
///
/// What "has happened" has happened in the current attempt: replacing or redoing a part, or a new
/// `started` of it, begins another attempt, in which nothing has happened yet.
class order_view {
 public:
  order_view(order_plan const& plan, std::uint8_t const* bytes) : plan_{&plan}, bytes_{bytes} {}

  model_view const& promise() const { return plan_->model(); }
  /// Counts every further question, and throws when there are none left; for policies that may
  /// never come to an end.
  void limit_questions(std::size_t& left) { left_ = &left; }
  order_phase phase() const {
    count_question();
    return static_cast<order_phase>(bytes_[order_plan::phase_at]);
  }
  /// Failures so far.
  std::size_t failures() const {
    count_question();
    return bytes_[order_plan::failures_at];
  }
  reply cancellation() const {
    count_question();
    return static_cast<reply>(bytes_[order_plan::cancellation_at]);
  }

  /// Units of a leaf part that are followed.
  std::size_t units(part_id p) const {
    count_question();
    auto const* x = plan_->of(p);
    return x ? x->units : 0;
  }
  /// The last thing that happened to a unit; none before its part has begun.
  event_id last(part_id p, std::size_t unit = 0) const {
    count_question();
    auto const at = bytes_[plan_->last_at(unit_of(p, unit))];
    return at == 0 ? event_id{} : event_id{at - 1u};
  }
  bool is_done(part_id p, std::size_t unit) const {
    return (flags(p, unit) & detail::done_flag) != 0;
  }
  /// Every unit of the part is performed.
  bool is_done(part_id p) const {
    for (std::size_t u = 0; u < units(p); ++u)
      if (!is_done(p, u)) return false;
    return true;
  }
  bool is_kept() const {
    for (auto const& p : plan_->parts())
      if (!is_done(p.part)) return false;
    return phase() == order_phase::open;
  }
  /// Kept, cancelled, refunded, or left without having paid: nothing keeps her waiting.
  bool is_acceptable() const {
    auto const p = phase();
    return p == order_phase::called_off || p == order_phase::paid_back || p == order_phase::left ||
           is_kept();
  }
  reply replacement(part_id p, std::size_t unit) const {
    return static_cast<reply>(flags(p, unit) & detail::reply_mask);
  }
  bool is_told(part_id p, std::size_t unit) const {
    return (flags(p, unit) & detail::told_flag) != 0;
  }

  bool has_happened(event_id e, std::size_t unit) const {
    count_question();
    auto const bit = plan_->happened_bit(e, unit);
    return bit != order_plan::none && detail::bit_of(bytes_, bit);
  }
  /// The event, or for possession of a good any event that hands it to her, has happened to some
  /// unit; a report: the seller knows. Of the order's own events, the order has.
  bool has_happened(event_id e) const { return any_happened(e, false); }
  bool is_reported(event_id e, std::size_t unit) const {
    count_question();
    auto const bit = plan_->reported_bit(e, unit);
    return bit != order_plan::none && detail::bit_of(bytes_, bit);
  }
  /// Who holds a good; none when nobody does.
  party_id holder(part_id good, std::size_t unit = 0) const {
    count_question();
    auto const first = plan_->good_unit(good);
    if (first == order_plan::none) return {};
    auto const who = bytes_[plan_->holder_at(first + unit)];
    return who == 0 ? party_id{} : party_id{who - 1u};
  }
  /// A failure of the unit that nobody has put right yet; the first declared, or none.
  event_id open_failure(part_id p, std::size_t unit) const {
    if (is_done(p, unit)) return {};
    auto const& events = promise().events;
    for (auto e : events.ids())
      if (events[e].of == p && is_failure(events[e].kind) && has_happened(e, unit)) return e;
    return {};
  }
  /// The rule's situation holds: `since` has happened in this attempt, which has not ended with
  /// the goods back at the seller, and `until` has not.
  bool is_in_situation(rule_id id) const {
    count_question();
    auto const& r = promise().rules[id];
    if (r.until && has_happened(r.until)) return false;
    return !r.since || any_happened(r.since, true);
  }
  /// The rule has fired for a unit: its event has happened, and its situation held then or later.
  bool has_fired(rule_id id, std::size_t unit) const {
    auto const& r = promise().rules[id];
    auto const& on = promise().events[r.on];
    auto const is_report = on.kind == event_kind::reported;
    if (is_report ? !is_reported(on.subject, unit) : !has_happened(r.on, unit)) return false;
    auto const bit = plan_->fired_bit(id, unit);
    return bit == order_plan::none ? !(r.since || r.until) || is_in_situation(id)
                                   : detail::bit_of(bytes_, bit);
  }
  /// The rule's gate is open, or it has none. For the unit, where the gate is in its part's life.
  bool is_open(rule_id id, part_id p, std::size_t unit) const {
    count_question();
    auto const gate = promise().rules[id].gate;
    if (!gate || gate == ordering) return true;
    auto const& e = promise().events[gate];
    if (e.kind == event_kind::reported && promise().events[e.subject].of == p)
      return is_reported(e.subject, unit);
    return e.of == p && e.kind != event_kind::possession ? has_happened(gate, unit)
                                                         : has_happened(gate);
  }

  order_plan const& plan() const { return *plan_; }
  std::uint8_t const* bytes() const { return bytes_; }

 private:
  std::size_t unit_of(part_id p, std::size_t unit) const { return plan_->of(p)->first_unit + unit; }
  std::uint8_t flags(part_id p, std::size_t unit) const {
    count_question();
    return bytes_[plan_->flags_at(unit_of(p, unit))];
  }
  // Every question that a loop may ask over and over comes by here.
  void count_question() const {
    if (!left_) return;
    if (*left_ > 0 && *left_ != detail::too_many_questions) {
      --*left_;
      return;
    }
    *left_ = detail::too_many_questions;  // seen also where the policy catches what is thrown
#if defined(__cpp_exceptions)
    throw detail::out_of_questions{};
#endif
  }
  bool any_happened(event_id e, bool in_living_attempt) const {
    count_question();
    auto const& m = promise();
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
        if (in_living_attempt && (flags(m.events[i].of, u) & detail::ended_flag) != 0) continue;
        if (is_report ? is_reported(i, u) : has_happened(i, u)) return true;
      }
    }
    return false;
  }

  order_plan const* plan_;
  std::uint8_t const* bytes_;
  std::size_t* left_ = nullptr;  // questions
};

}  // namespace lupaus::inline v0
