// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: verdicts on sets of parts that were explored apart, put together.
#pragma once

#include "lupaus/explore/answers/encounter.hpp"
#include "lupaus/explore/answers/exposures.hpp"
#include "lupaus/explore/answers/failure_costs.hpp"
#include "lupaus/explore/answers/verdict.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace lupaus::inline v0::detail {

/// The parts of one set after those of others: their stories sorted in, their states added.
inline void merge(verdict& whole, verdict&& part) {
  auto const is_before = [](story const& a, story const& b) {
    auto const is_worse = a.ends == ending::trapped && b.ends != ending::trapped;
    if (a.ends != b.ends) return is_worse;
    if (a.moves.size() != b.moves.size()) return a.moves.size() < b.moves.size();
    return std::lexicographical_compare(a.moves.begin(), a.moves.end(), b.moves.begin(),
                                        b.moves.end(), is_preferred);
  };
  for (auto& s : part.stories) {
    auto const same = std::find_if(whole.stories.begin(), whole.stories.end(),
                                   [&](story const& t) { return t.failure == s.failure; });
    if (same != whole.stories.end()) {
      // What frees her where more is followed frees her.
      if (std::is_permutation(s.moves.begin(), s.moves.end(), same->moves.begin(),
                              same->moves.end()))
        s.is_released_by_nothing = same->is_released_by_nothing =
            s.is_released_by_nothing && same->is_released_by_nothing;
      if (!is_before(s, *same)) continue;
      whole.stories.erase(same);
    }
    auto const after = std::find_if(whole.stories.begin(), whole.stories.end(),
                                    [&](story const& t) { return is_before(s, t); });
    whole.stories.insert(after, std::move(s));
  }
  for (auto& x : part.exposures) add_exposure(whole.exposures, std::move(x));
  for (auto& x : part.encounter.breaks) add_break(whole.encounter.breaks, std::move(x));
  whole.encounter.is_complete = whole.encounter.is_complete && part.encounter.is_complete;
  for (auto const& x : part.costs) add_cost(whole.costs, x);
  for (auto& s : part.violations) whole.violations.push_back(std::move(s));
  for (auto& s : part.broken) whole.broken.push_back(std::move(s));
  whole.trapped += part.trapped;
  whole.doomed += part.doomed;
  whole.released_by_nothing += part.released_by_nothing;
  // Unknown of one set is unknown of all.
  if (!part.most_contacts || (whole.searches > 0 && !whole.most_contacts))
    whole.most_contacts = {};
  else
    whole.most_contacts = (std::max)(whole.most_contacts.value_or(0), *part.most_contacts);
  auto &a = whole.seen, &b = part.seen;
  a.complete_depth =
      whole.searches == 0 || (b.complete_depth && a.complete_depth &&
                              *b.complete_depth < *a.complete_depth && !b.is_complete())
          ? b.complete_depth
          : a.complete_depth;
  a.states += b.states;
  a.expanded += b.expanded;
  a.transitions += b.transitions;
  a.bytes = (std::max)(a.bytes, b.bytes);
  a.depth = (std::max)(a.depth, b.depth);
  a.why = b.why;
  whole.searches += (std::max)(part.searches, std::size_t{1});
}

}  // namespace lupaus::inline v0::detail
