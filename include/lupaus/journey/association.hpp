// SPDX-License-Identifier: BSL-1.0
//
// How strongly two kinds of things go together in a table of counts: Cramér's V, corrected for
// small samples, with an interval.
//
// Cramér, Mathematical Methods of Statistics, 1946; corrected as in Bergsma, A bias-correction for
// Cramér's V and Tschuprow's T, Journal of the Korean Statistical Society 42(3), 2013, 323-328; the
// interval by the noncentrality of chi-squared, as in Smithson, Confidence Intervals, 2003. Where
// chi-squared varies more than that distribution says, by the delta method (Bishop, Fienberg and
// Holland, 1975), the interval is made wider by as much.
#pragma once

#include "lupaus/config.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace lupaus::inline v0 {

/// V of a table, between 0 (they have nothing to do with each other) and 1 (one tells the other).
/// Doubles.
struct association {
  std::uint64_t records = 0;
  std::size_t rows = 0, columns = 0;  ///< that have records
  double chi_squared = 0;             ///< Pearson's, without a correction for continuity
  double raw = 0;                     ///< V as it is, which is too large for small samples
  double v = 0;                       ///< V, corrected
  double low = 0, high = 0;           ///< the interval, which holds `v`
  double confidence = 0;
};

/// V of a table of counts, row by row. None where it says nothing: fewer than two rows or two
/// columns have records, or there are no more records than rows or columns.
///
/// The interval takes records to be independent of each other. It is approximate: how often it
/// holds the true V was measured, and stands in the reference. `confidence` is above 0 and below 1.
/// Bad input: a table that is no rectangle, a confidence that is none, more than 10¹² records.
/// O(cells + √chi-squared), in some hundred steps of a bisection.
[[nodiscard]] LUPAUS_DECL std::optional<association> cramers_v(
    std::span<std::uint64_t const> counts, std::size_t columns, double confidence = 0.95);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/association.hpp"
#endif
