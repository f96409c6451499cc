// SPDX-License-Identifier: BSL-1.0
//
// Capabilities: what a commitment rests on, and who provides it.
#pragma once

#include "lupaus/model/id.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0 {

/// An enabling condition: staff for the flow, a skill, an authority, a tool.
///
/// Or a step below the line of visibility: what is done backstage, for steps that she sees to rest
/// on. Whoever provides it performs it.
struct capability {
  std::string_view name = {};
  bool is_backstage = false;
};

/// A capability as it is called in a sentence. `backstage("morning meeting")` is a step.
struct capability_name {
  std::string_view name = {};
  bool is_backstage = false;

  constexpr capability_name() = default;
  constexpr capability_name(char const* n) : name{n} {}
  constexpr capability_name(std::string_view n) : name{n} {}
  capability_name(std::string const& n) : name{n} {}
};

/// A step below the line of visibility.
constexpr capability_name backstage(std::string_view step) {
  capability_name c{step};
  c.is_backstage = true;
  return c;
}

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
