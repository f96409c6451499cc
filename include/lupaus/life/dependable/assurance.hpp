// SPDX-License-Identifier: BSL-1.0
//
// What somebody asks who wants to count on an event, and what is answered.
#pragma once

#include "lupaus/life/contracted_times.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// What has happened when somebody asks what can be counted on.
struct so_far {
  event_id now = ordering;
  event_id also = ordering;  ///< besides, to some other part
  part_id due = {};          ///< this part can begin; none: nothing is said of that

  friend constexpr bool operator==(so_far const&, so_far const&) = default;
};

/// Whether an event is assured, and within what time; unknown where the bound is a date.
struct assurance {
  bool is_assured = false;
  known_time within = {};
};

}  // namespace lupaus::inline v0
