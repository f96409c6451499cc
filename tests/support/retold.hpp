// SPDX-License-Identifier: BSL-1.0
//
// A promise told again: under other names, or in another order.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"
#include "support/walks.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace proof {

/// New names for old ones.
using renaming = std::map<std::string, std::string>;

/// Under names that sort otherwise, some of another length. What became of which is in `names`.
inline description renamed(description d, renaming& names) {
  for_each_name(d, [&](std::string& name) {
    if (name.empty()) return;
    auto& now = names[name];
    if (now.empty())
      now = (names.size() % 3 == 0 ? "Aa " : "") + std::string{name.rbegin(), name.rend()};
    name = now;
  });
  return d;
}

/// The parts of a product that stand together, in another order.
inline void shuffle_together(chooser& r, std::vector<shape>& list) {
  for (auto& s : list) {
    if (!s.in_order) r.shuffle(s.inside);
    shuffle_together(r, s.inside);
  }
}

/// In another order, what has none that means anything to anybody; commitments and rules have.
inline void shuffle_tables(chooser& r, description& d) {
  r.shuffle(d.claims), r.shuffle(d.parties), r.shuffle(d.parts), shuffle_together(r, d.product);
  r.shuffle(d.before), r.shuffle(d.performers), r.shuffle(d.answers), r.shuffle(d.severable),
      r.shuffle(d.carries);
  r.shuffle(d.events), r.shuffle(d.notices), r.shuffle(d.coordinations), r.shuffle(d.channels);
  r.shuffle(d.sightings);
  r.shuffle(d.capabilities), r.shuffle(d.prices), r.shuffle(d.recourses), r.shuffle(d.ends),
      r.shuffle(d.risks);
  d.telling = r.below(1'000) + 1;
}

}  // namespace proof
