// SPDX-License-Identifier: BSL-1.0
//
// Promises in which rules presume that something has not happened.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"

namespace proof {

/// Some of what is presumed to have happened is presumed not to have.
inline void presume_the_contrary(chooser& r, description& d) {
  for (auto& rule : d.rules)
    for (auto& p : rule.presumes) p.is_not = p.happened && r.chance(50);
}

}  // namespace proof
