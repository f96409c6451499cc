// SPDX-License-Identifier: BSL-1.0
//
// What breaches may cost, by parameters of the user's that carry their source; findings in the
// order of that. The library has no figure of its own.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/journey/fraction.hpp"
#include "lupaus/journey/receipt.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/terms/money.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// A number that somebody gives: a share, a rate, how many a year. 0 or more.
struct exposure_parameter {
  std::string name = {};
  fraction value = {};
  std::string source = {};  ///< who says so, and when; never empty
  /// Of a survey: what was asked, and of whom. Two parameters that measure one thing in two
  /// populations are not mixed: a ranking that uses both is refused.
  std::string measures = {};
  std::string population = {};
};

/// What one finding may cost: an amount for one case, times each of the factors.
struct exposed_finding {
  std::string finding = {};  ///< "broken-promise: the parcel", say
  money per_case = {};
  std::string amount_source = {};         ///< of the amount; never empty
  std::vector<std::string> factors = {};  ///< parameters, by name
};

struct ranked_exposure {
  std::size_t finding = 0;      ///< by its place
  money exposure = {};          ///< rounded once, half a minor unit up
  fraction exact = {};          ///< in minor units
  std::string arithmetic = {};  ///< step by step, in fractions
};

/// Everything that is wrong with the figures but that they do not fit; empty when nothing is.
/// O(findings · factors · parameters).
[[nodiscard]] LUPAUS_DECL errors faults_of(std::span<exposure_parameter const> parameters,
                                           std::span<exposed_finding const> findings,
                                           std::int32_t minor_digits = 2);

/// The most exposed first, by exact values; of equals, the one named first. Bad input: a parameter
/// or amount without a source, or below 0; a factor that is no parameter, with the nearest; one
/// name twice; two currencies; one thing measured in two populations; figures that do not fit 63
/// bits. O(findings · factors · parameters).
[[nodiscard]] LUPAUS_DECL std::vector<ranked_exposure> rank_exposures(
    std::span<exposure_parameter const> parameters, std::span<exposed_finding const> findings,
    std::int32_t minor_digits = 2);

/// The ranking, then the parameters with their sources.
[[nodiscard]] LUPAUS_DECL std::string to_text(std::span<exposure_parameter const> parameters,
                                              std::span<exposed_finding const> findings,
                                              std::int32_t minor_digits = 2);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/exposure.hpp"
#endif
