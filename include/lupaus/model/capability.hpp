// SPDX-License-Identifier: BSL-1.0
//
// Capabilities: what a commitment rests on, and who provides it.
#pragma once

#include "lupaus/model/id.hpp"

#include <string_view>

namespace lupaus::inline v0 {

/// An enabling condition: staff for the flow, a skill, an authority, a tool.
struct capability {
  std::string_view name = {};
};

/// A commitment rests on a capability.
struct requirement {
  commitment_id of = {};
  capability_id on = {};
};

/// A party provides a capability.
struct provision {
  party_id by = {};
  capability_id of = {};
};

}  // namespace lupaus::inline v0
