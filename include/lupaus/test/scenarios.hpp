// SPDX-License-Identifier: BSL-1.0
//
// What can go wrong with a promise, one case after the other: data for tests of any framework.
#pragma once

#include "lupaus/explore/explore_options.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// Some failure modes of a promise, of which at most so many happen in all; nothing else fails.
struct scenario {
  std::vector<event_id> failures;
  std::size_t most = 0;
  std::string name;  ///< "damaged (delivery) and lost (delivery), at most 2 failures"

  explore_options options() const {
    // Without a failure mode there is none to allow: a budget of none.
    return {.failures = failures.empty() ? 0 : most, .only = failures};
  }
  friend std::ostream& operator<<(std::ostream& out, scenario const& s) { return out << s.name; }
};

namespace detail {

inline scenario make_scenario(model_view const& m, std::vector<event_id> modes, std::size_t most) {
  std::vector<std::string> names;
  names.reserve(modes.size());
  for (auto e : modes) names.push_back(place_of(m, e));
  auto name = modes.empty() ? std::string{"nothing fails"} : listed(names);
  if (most > 1) name += ", at most " + std::to_string(most) + " failures";
  return {std::move(modes), most, std::move(name)};
}

}  // namespace detail

/// Every failure mode of a promise by itself, once. O(events).
inline std::vector<scenario> failures(model_view const& m) {
  std::vector<scenario> all;
  for (auto e : m.events.ids())
    if (is_failure(m.events[e].kind)) all.push_back(detail::make_scenario(m, {e}, 1));
  return all;
}

/// Every set of at most `budget` failure modes, the empty one first, the smaller before the larger;
/// of each set as many failures in all as it has modes. Binomial in the number of modes.
inline std::vector<scenario> scenarios(model_view const& m, std::size_t budget) {
  std::vector<event_id> modes;
  for (auto e : m.events.ids())
    if (is_failure(m.events[e].kind)) modes.push_back(e);
  std::vector<scenario> all{detail::make_scenario(m, {}, 0)};
  std::vector<std::vector<std::size_t>> sets{{}};  // of indices into modes, ascending
  for (std::size_t size = 1; size <= budget && !sets.empty(); ++size) {
    std::vector<std::vector<std::size_t>> larger;
    for (auto const& set : sets)
      for (auto next = set.empty() ? 0 : set.back() + 1; next < modes.size(); ++next) {
        auto more = set;
        more.push_back(next);
        std::vector<event_id> chosen;
        chosen.reserve(more.size());
        for (auto i : more) chosen.push_back(modes[i]);
        all.push_back(detail::make_scenario(m, std::move(chosen), size));
        larger.push_back(std::move(more));
      }
    sets = std::move(larger);
  }
  return all;
}

}  // namespace lupaus::inline v0
