// SPDX-License-Identifier: BSL-1.0
//
// When the moves of a trace happen, at the latest that was agreed: replayed cause by cause, each
// event by the contract that binds whoever brings it about.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/moment.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {
class notice_times;
class order_plan;
}

/// A promise laid out once for the times and the words of all its traces, when the first of them is
/// asked for. Refers to the model's columns. Belongs to one thread.
class trace_plan {
 public:
  explicit trace_plan(model_view const& m, std::size_t most_units = 255)
      : m_{m}, most_units_{most_units} {}

  [[nodiscard]] model_view const& model() const noexcept { return m_; }
  /// As the function `told_within`.
  [[nodiscard]] std::optional<seconds_t> told_within(party_id who, event_id e) const;
  /// True when the customer is sure to hold the goods that it happens to.
  [[nodiscard]] bool is_in_her_hands(event_id e) const;
  /// True when they have come to her by then, and she may have handed them on since, or not.
  [[nodiscard]] bool is_maybe_in_her_hands(event_id e) const;

 private:
  friend class trace_times;

  detail::order_plan const& plan() const;
  detail::notice_times& notices() const;

  model_view m_;
  std::size_t most_units_;
  mutable std::shared_ptr<detail::order_plan const> plan_ = {};
  mutable std::shared_ptr<detail::notice_times> notices_ = {};
};

/// The times of a trace from its order on. An event happens when the first deadline that holds for
/// it ends, by its worst case, and not before what causes it; a deadline counts from its anchor,
/// and one without from the order, or from the remedy in a later attempt. A failure happens as late
/// as its part can still be under way. Word arrives when its notice says. What the customer asks,
/// she asks after all that went before; the answer takes the time that it states.
/// O(moves · (ways + units + events) + parts), and the plan.
class trace_times {
 public:
  trace_times(model_view const& m, std::vector<order_move> const& moves,
              std::size_t most_units = 255)
      : trace_times{trace_plan{m, most_units}, moves} {}
  trace_times(trace_plan const& of, std::vector<order_move> const& moves);

  [[nodiscard]] std::size_t size() const noexcept { return times_.size(); }
  [[nodiscard]] moment const& operator[](std::size_t move) const noexcept { return times_[move]; }
  /// When the last unit of a leaf part is performed; none while some unit is not, and of what is no
  /// leaf part.
  [[nodiscard]] std::optional<moment> done(part_id p) const;
  /// When the event happened in the living attempt, to the last unit; none when it did not. No
  /// event, and the ordering, happen at the beginning.
  [[nodiscard]] std::optional<moment> when(event_id e) const;

  [[nodiscard]] static constexpr moment later(moment a, moment b) noexcept {
    return detail::later(a, b);
  }

 private:
  std::vector<moment> times_;                // by move
  std::vector<std::optional<moment>> done_;  // by part
  std::vector<std::optional<moment>> when_;  // by event
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/notice_times.hpp"
#include "lupaus/src/story/trace_times.hpp"
#endif
