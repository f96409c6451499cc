// SPDX-License-Identifier: BSL-1.0
//
// Who could still bring about what a customer was told to wait for.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/model/view.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

/// The parties whose acts lead from where a story leaves the part of an event to that event, in
/// their order; empty when none does. A shortest way. O(events + transitions).
[[nodiscard]] LUPAUS_DECL std::vector<party_id> who_could_bring_about(model_view const& m,
                                                                      story const& s,
                                                                      event_id gate);

/// Why she cannot count on an event that she was told to wait for: "nobody has committed to bring
/// about: the supplier could, and owes it to nobody"; "cannot come about any more".
[[nodiscard]] LUPAUS_DECL std::string why_not_dependable(model_view const& m, story const& s,
                                                         event_id gate);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/story/who_could_bring_about.hpp"
#endif
