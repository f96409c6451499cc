// SPDX-License-Identifier: BSL-1.0
//
// What is planted in a sound promise, and what has to be found there, by names.
#pragma once

#include "support/findings.hpp"

#include <set>
#include <string>
#include <vector>

namespace proof {

/// A finding as it is foreseen, by names.
struct foreseen {
  std::string gap, where, other = "-";
  lupaus::seconds_t late_by = 0;
  std::set<std::string> listed = {};
  std::string on = {}, of = {};  ///< the part, the party, where the namer says them

  /// As `namer` says a verdict.
  std::string in_words() const {
    auto text = gap + " at " + where + ", " + other;
    if (late_by != 0) text += ", late by " + std::to_string(late_by) + " s";
    if (!on.empty()) text += ", on " + on;
    if (!of.empty()) text += ", of " + of;
    for (auto const& n : listed) text += (n == *listed.begin() ? ": " : ", ") + n;
    return text;
  }
};

inline std::string name_of(mention const& e) {
  using lupaus::event_kind;
  if (e.reported) {
    auto plain = e;
    plain.reported = false;
    return "report of " + name_of(plain);
  }
  switch (e.kind) {
    case event_kind::completed: return "completed of " + e.part;
    case event_kind::started: return "started of " + e.part;
    case event_kind::late: return "late of " + e.part;
    case event_kind::failed: return "failed " + e.name + " of " + e.part;
    case event_kind::step: return "step " + e.name + " of " + e.part;
    case event_kind::cancelled: return "cancelled of the whole";
    case event_kind::refunded: return "refunded of the whole";
    default: return "?";
  }
}

/// The promise with the gap, and what has to be found: the gap, and what
/// follows from it.
struct planted {
  description d;
  foreseen root;
  std::vector<foreseen> consequences = {};
};

}  // namespace proof
