// SPDX-License-Identifier: BSL-1.0
//
// What can go wrong with a promise, one case after the other: data for tests of any framework.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/explore_options.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// Some failure modes of a promise, of which at most so many happen in all; nothing else fails.
struct scenario {
  std::vector<event_id> failures;
  std::size_t most = 0;
  std::string name;  ///< "damaged (delivery) and lost (delivery), at most 2 failures"

  explore_options options() const {
    // Without a failure mode there is none to allow: a budget of none.
    return {.failures = failures.empty() ? 0 : most, .only = failures};
  }
  friend std::ostream& operator<<(std::ostream& out, scenario const& s) { return out << s.name; }
};

/// Every failure mode of a promise by itself, once. O(events).
[[nodiscard]] LUPAUS_DECL std::vector<scenario> failures(model_view const& m);

/// Every set of at most `budget` failure modes, the empty one first, the smaller before the larger;
/// of each set as many failures in all as it has modes. Binomial in the number of modes.
[[nodiscard]] LUPAUS_DECL std::vector<scenario> scenarios(model_view const& m, std::size_t budget);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/scenarios.hpp"
#endif
