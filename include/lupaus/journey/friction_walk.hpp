// SPDX-License-Identifier: BSL-1.0
//
// A friction walk: the customer's path walked step by step, and what rubs her on it.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/journey/touchpoint.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// One step of the walk, in the units of the journey's scale.
struct walked_step {
  std::int64_t rubbing = 0;   ///< all that is below 0
  std::int64_t carrying = 0;  ///< all that is above 0
  std::int64_t running = 0;   ///< both, of this step and of all before it

  std::int64_t friction() const noexcept { return rubbing + carrying; }
  friend bool operator==(walked_step const&, walked_step const&) = default;
};

struct walk_result {
  std::vector<walked_step> steps = {};  ///< as in the journey
  /// The worst rubbing surface: the step with the most friction below 0; of equals the first. A
  /// smile does not take a queue away, so what carries her there is not set against it. None where
  /// nothing rubs.
  std::optional<std::size_t> worst = {};
  /// The party whose friction it mostly is; of equals the one named first.
  party_id owner = {};
};

/// Walks the path. O(steps + notes), and the square of the notes of the worst step.
[[nodiscard]] LUPAUS_DECL walk_result friction_walk(model_view const& m, customer_journey const& j);

/// The walk as a table, and the worst surface with its owner.
[[nodiscard]] LUPAUS_DECL std::string to_text(model_view const& m, customer_journey const& j,
                                              walk_result const& w);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/friction_walk.hpp"
#endif
