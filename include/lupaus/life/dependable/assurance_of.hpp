// SPDX-License-Identifier: BSL-1.0
//
// A single question of what can be counted on.
#pragma once

#include "lupaus/life/dependable/assurances.hpp"

namespace lupaus::inline v0 {

/// The answer of `assurances` to a single question.
constexpr assurance assurance_of(model_view const& m, event_id wanted, event_id now) {
  situations const s{m};
  detail::certainty certain{m, s};
  detail::order_of_events order{m, s, certain};
  word_of_events const word{m};
  return assurances{m, s, certain, order, word}.of(wanted, now);
}

}  // namespace lupaus::inline v0
