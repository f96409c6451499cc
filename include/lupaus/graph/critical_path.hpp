// SPDX-License-Identifier: BSL-1.0
//
// The longest way through the work of a promise at contracted times: the parts that must not take
// longer. (Critical path method: Kelley and Walker 1959.)
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/terms/time.hpp"
#include "lupaus/model/view.hpp"

#include <vector>

namespace lupaus::inline v0 {

/// The work on one leaf part, counted from the order.
struct work_step {
  part_id part = {};
  span_of_time begins = {}, ends = {};
};

/// The critical path of what she buys, and of what that waits for; or what keeps it from being
/// known.
struct critical_path {
  std::vector<work_step> steps;     ///< earlier before later; empty where something below is not
  std::vector<part_id> untimed;     ///< whose performer has contracted no time
  std::vector<part_id> impossible;  ///< leaf parts that wait for each other

  /// From the order to the end of the last part.
  [[nodiscard]] span_of_time length() const {
    return steps.empty() ? span_of_time{} : steps.back().ends;
  }
};

/// Finds the critical path: by Boost.Graph's strong_components, topological_sort and
/// dag_shortest_paths over the precedences. A part takes the shortest time in which its performer
/// is able, else it ends by the deadline that comes first. Of several longest ways, one.
/// O(parts + precedences + abilities + commitments · parts within), and a walk for every deadline
/// counted from an earlier part.
[[nodiscard]] LUPAUS_DECL critical_path find_critical_path(model_view const& m);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/graph/critical_path.hpp"
#endif
