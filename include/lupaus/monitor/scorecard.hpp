// SPDX-License-Identifier: BSL-1.0
//
// What became of many orders, in counts. Two scorecards of one promise are added into one.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/view.hpp"
#include "lupaus/monitor/breach.hpp"
#include "lupaus/monitor/duration_sketch.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// Terms that somebody answered for, or performed.
struct term_counts {
  std::uint64_t kept = 0, broken = 0, terminated = 0;
  std::uint64_t met_late = 0;     ///< of the broken: met after their time
  seconds_t late_by = 0;          ///< of those: in all
  duration_sketch lateness = {};  ///< of those: of each
  std::uint64_t early = 0;        ///< of the kept: before their time
  seconds_t early_by = 0;         ///< of those: in all

  term_counts& operator+=(term_counts const& o) noexcept {
    kept += o.kept, broken += o.broken, terminated += o.terminated;
    met_late += o.met_late, late_by += o.late_by, lateness += o.lateness;
    early += o.early, early_by += o.early_by;
    return *this;
  }
  friend bool operator==(term_counts const&, term_counts const&) = default;
};

/// Counts over the orders of one promise. All are sums, percentiles are taken of counts, so that to
/// merge is to add: associative and commutative.
struct scorecard {
  std::uint64_t placed = 0;
  /// `left`: lost sales, which are no kept promises, whatever she was given before she went.
  std::uint64_t open = 0, kept = 0, settled = 0, cancelled = 0, refunded = 0, left = 0;
  std::uint64_t left_after_breach = 0;  ///< of those who left: the promise was broken to them
  /// Kept without any breach: SCOR RL.1.1, perfect order fulfilment. That figure leaves cancelled
  /// orders out; `cancelled` and `refunded` say how many it hides.
  std::uint64_t perfect = 0;
  /// Cancelled, refunded or left while a failure stood: what a figure of kept orders does not show.
  std::uint64_t ended_in_failure = 0;
  std::array<std::uint64_t, breach_kinds> breaches = {};  ///< that stand, by kind
  std::uint64_t revised = 0;                              ///< that were told and do not stand
  std::array<std::uint64_t, remark_kinds> remarks = {};   ///< by kind
  std::uint64_t duplicates = 0;
  std::uint64_t contacts = 0;  ///< by the customer: customer effort
  std::uint64_t extra_steps =
      0;  ///< more than was promised: positive friction; of no worth in money
  std::uint64_t words_owed = 0, words_in_time = 0, words_late = 0;
  seconds_t word_latency = 0;        ///< of all that were given: from event to word
  duration_sketch word_delays = {};  ///< of these: of each
  /// By claim and by commitment, as they stand in the model.
  std::vector<term_counts> claims, commitments;

  /// Both must be of the same promise.
  LUPAUS_DECL scorecard& operator+=(scorecard const& other);
  [[nodiscard]] std::uint64_t count(breach_kind k) const noexcept {
    return breaches[static_cast<std::size_t>(k)];
  }
  friend bool operator==(scorecard const&, scorecard const&) = default;
};

[[nodiscard]] LUPAUS_DECL std::string to_text(model_view const& m, scorecard const& s);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/monitor/scorecard_text.hpp"
#endif
