// SPDX-License-Identifier: BSL-1.0
//
// Promises of which some parts may be left out, and in which what fails is paid back alone.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"

#include <string>
#include <vector>

namespace proof {

/// Names of parts, and of the composites that hold them.
inline void add_names(std::vector<shape> const& list, std::vector<std::string>& names) {
  for (auto const& s : list) {
    if (!s.name.empty()) names.push_back(s.name);
    add_names(s.inside, names);
  }
}

/// Some parts and composites are severable, and most rules for failures return money for one of
/// them, or for the part that fails.
inline void leave_parts_out(chooser& r, description& d) {
  std::vector<std::string> names;
  add_names(d.product, names);
  for (auto const& name : names)
    if (!is_instalment(d, name) && r.chance(60)) d.severable.push_back({name});
  for (auto& rule : d.rules) {
    auto const asks = rule.on.kind == lupaus::event_kind::cancel_requested;
    if (asks || d.severable.empty() || r.chance(40)) continue;
    rule.action = lupaus::action_kind::refund;
    auto const any = rule.on.part.empty() || r.chance(40);
    rule.object = any ? r.one_of(d.severable).part : rule.on.part;
  }
}

}  // namespace proof
