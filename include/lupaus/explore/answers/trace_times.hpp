// SPDX-License-Identifier: BSL-1.0
//
// When the moves of a trace happen, at the latest that was agreed: replayed cause by cause, each
// event by the contract that binds whoever brings it about.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace lupaus::inline v0 {

/// When something happens, in seconds since the order.
struct moment {
  seconds_t at = 0;
  bool is_bound = true;  ///< false: nobody has bound the time, and `at` is the earliest
  element under = {};    ///< the commitment, ability or notice that binds it, if one does

  friend constexpr bool operator==(moment const&, moment const&) = default;
};

/// The times of a trace from its order on. An event happens when the first deadline that holds for
/// it ends, by its worst case, and not before what causes it; a deadline counts from its anchor,
/// and one without from the order, or from the remedy in a later attempt. A failure happens as late
/// as its part can still be under way. Word arrives when its notice says. What the customer asks,
/// she asks after all that went before; the answer takes the time that it states.
/// O(moves · (ways + units) + parts + events²).
class trace_times {
 public:
  trace_times(model_view const& m, std::vector<order_move> const& moves,
              std::size_t most_units = 255);

  [[nodiscard]] std::size_t size() const noexcept { return times_.size(); }
  [[nodiscard]] moment const& operator[](std::size_t move) const noexcept { return times_[move]; }
  /// When the last unit of a leaf part is performed; none while some unit is not, and of what is no
  /// leaf part.
  [[nodiscard]] std::optional<moment> done(part_id p) const;
  /// When the event happened in the living attempt, to the last unit; none when it did not. No
  /// event, and the ordering, happen at the beginning.
  [[nodiscard]] std::optional<moment> when(event_id e) const;

  [[nodiscard]] static constexpr moment later(moment a, moment b) noexcept {
    return {(std::max)(a.at, b.at), a.is_bound && b.is_bound, a.under};
  }

 private:
  std::vector<moment> times_;                // by move
  std::vector<std::optional<moment>> done_;  // by part
  std::vector<std::optional<moment>> when_;  // by event
};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/story/trace_times.hpp"
#endif
