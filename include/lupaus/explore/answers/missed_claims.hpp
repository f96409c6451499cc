// SPDX-License-Identifier: BSL-1.0
//
// What a story makes of the times that were claimed.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/model/view.hpp"

#include <vector>

namespace lupaus::inline v0 {

/// A time that was claimed, and how it comes out in a story.
struct missed_claim {
  claim_id claim = {};
  term_id term = {};
  seconds_t late_by = 0;  ///< 0: it never comes
};

/// The times claimed of what failed, of what holds it and of what follows it, that the story does
/// not keep. One without an anchor counts from the order. O(claims + parts · depth + precedences).
[[nodiscard]] LUPAUS_DECL std::vector<missed_claim> missed_claims(model_view const& m,
                                                                  event_id failure,
                                                                  trace_times const& times);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/story/missed_claims.hpp"
#endif
