// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: flows and who is there for them.
#pragma once

#include "lupaus/journey/journey_document.hpp"
#include "lupaus/src/journey/staffing.hpp"

namespace lupaus::inline v0 {

LUPAUS_DECL bool is_kept(staffed_flow const& f) {
  detail::require_flow(f.flow);
  detail::require_level(f.level);
  return f.flow.load() < f.on_duty && waiting_with(f.flow, f.on_duty).keeps(f.level);
}

}  // namespace lupaus::inline v0
