// SPDX-License-Identifier: BSL-1.0
//
// What a verdict says of the seller's side, for comparison; and its stories, told again.
#pragma once

#include "lupaus/explore.hpp"
#include "lupaus/explore/replay.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

namespace explore_test {

/// A line for each exposure, in an order of its own.
inline std::string exposures_of(lupaus::verdict const& v, bool with_moves) {
  std::vector<std::string> lines;
  for (auto const& x : v.exposures) {
    std::ostringstream line;
    line << lupaus::to_string(x.kind) << " by " << x.failure.value << " of " << x.part.value;
    if (with_moves) line << " in " << x.how.moves.size();
    lines.push_back(line.str());
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (auto const& line : lines) text += line + "\n";
  return text;
}

inline std::string costs_of(lupaus::verdict const& v) {
  std::ostringstream text;
  auto const amount = [](std::optional<lupaus::money> const& m) {
    return m ? std::to_string(m->minor_units) : std::string{"unknown"};
  };
  for (auto const& x : v.costs)
    text << x.failure.value << " costs her " << amount(x.customer) << ", the seller "
         << amount(x.seller) << "\n";
  return text.str();
}

/// Told to the whole order, every story leaves the seller exposed by its last move: else what is
/// wrong with the first that does not.
template <class Policy>
std::string not_retold(lupaus::model const& m, Policy p, lupaus::verdict const& v) {
  for (auto const& x : v.exposures) {
    lupaus::replay order{m, p, {.units = v.units}};
    for (std::size_t i = 0; i < x.how.moves.size(); ++i) {
      order.if_possible().make(x.how.moves[i]);
      if (!order.is_the_same_story()) return "move " + std::to_string(i + 1) + order.account();
    }
    if (!order.is_exposed()) return "not exposed" + order.account();
  }
  return {};
}

}  // namespace explore_test
