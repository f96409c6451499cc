// SPDX-License-Identifier: BSL-1.0
//
// A log of journeys: what was noted at each touchpoint of many visits, step by step over all of
// them.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/journey/journey_finding.hpp"
#include "lupaus/journey/touchpoint.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// What was noted of one visit at one touchpoint. A visit may have several records at a step.
struct walk_record {
  std::string visit = {};  ///< an opaque id
  std::size_t step = 0;
  std::int32_t friction = 0;           ///< on the journey's scale; 0: none noted
  std::optional<bound> observed = {};  ///< how well the step was done, where it has a standard
  std::string surprise = {};           ///< what exceeded the promise; worth no number
};

/// The friction of a step over all visits that came to it; of one visit, the sum of its records.
struct step_distribution {
  std::uint64_t visits = 0;  ///< that came to the step
  std::uint64_t missed = 0;  ///< visits of the log that did not
  std::int64_t sum = 0;      ///< the mean is sum / visits
  /// By nearest rank: the quantile p of n values is the one of rank ⌈p·n⌉ (Hyndman and Fan 1996,
  /// type 1). 0 where nobody came.
  std::int64_t least = 0, lower_quartile = 0, median = 0, upper_quartile = 0, most = 0;
  std::uint64_t surprises = 0;

  friend bool operator==(step_distribution const&, step_distribution const&) = default;
};

/// One distribution a step. The order of the records does not matter. O(n log n).
[[nodiscard]] LUPAUS_DECL std::vector<step_distribution> friction_by_step(
    model_view const& m, customer_journey const& j, std::span<walk_record const> log);

/// What a log shows of the standards and of surprises.
struct standards_seen {
  std::vector<journey_finding> below = {};  ///< `below-standard`, in the order of the log
  std::vector<std::size_t> met = {};        ///< records that keep the standard and no more
  /// Records of a step done better than was agreed, or with a surprise. No worth is invented.
  std::vector<std::size_t> exceeded = {};
};

/// Holds what was observed against the standards. A level is below the standard when it does not
/// entail it, by the order of the quality. Bad input: an observation at a step without a standard,
/// or of a level that the quality has not. O(records).
[[nodiscard]] LUPAUS_DECL standards_seen observed_standards(model_view const& m,
                                                            customer_journey const& j,
                                                            std::span<walk_record const> log);

/// The distributions as a table.
[[nodiscard]] LUPAUS_DECL std::string to_text(customer_journey const& j,
                                              std::span<step_distribution const> steps);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/walk_log.hpp"
#endif
