// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the scenarios of a test.
#pragma once

#include "lupaus/explore/explore_options.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/test/scenarios.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

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

LUPAUS_DECL std::vector<scenario> failures(model_view const& m) {
  std::vector<scenario> all;
  for (auto e : m.events.ids())
    if (is_failure(m.events[e].kind)) all.push_back(detail::make_scenario(m, {e}, 1));
  return all;
}

LUPAUS_DECL std::vector<scenario> scenarios(model_view const& m, std::size_t budget) {
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
