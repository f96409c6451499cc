// SPDX-License-Identifier: BSL-1.0
//
// The conditions under which face-to-face service can be at its best, as capabilities for a promise
// to rest on. One that nobody provides is the gap `missing-enabler`.
#pragma once

#include <string_view>

namespace lupaus::inline v0 {

/// One condition. The text that names them says that the best result rests on it, not that being
/// served at all does.
struct enabling_condition {
  std::string_view name;  ///< of the capability
  bool is_set_apart;      ///< named besides the seven: not the shop's alone to provide
};

/// Seven, and the one that is set apart. A retail consultant's list, our words: an opinion with a
/// source, no result of a study.
inline constexpr enabling_condition enabling_conditions[] = {
    {"enough sellers for the customer flow", false},
    {"passion for selling and serving", false},
    {"belief in the products", false},
    {"the basic skills of customer work", false},
    {"reading the situation and adapting to it", false},
    {"motivation and good leadership", false},
    {"influence on one's own work", false},
    {"the work of a shop assistant is valued", true},
};

/// Makes all of them known to a builder.
template <class Builder>
void know_enabling_conditions(Builder& b) {
  for (auto const& c : enabling_conditions) b.capability(c.name);
}

/// Lets a commitment rest on all of them; returns it.
template <class Clause>
Clause rests_on_enabling_conditions(Clause commitment) {
  for (auto const& c : enabling_conditions) commitment.rests_on(c.name);
  return commitment;
}

}  // namespace lupaus::inline v0
