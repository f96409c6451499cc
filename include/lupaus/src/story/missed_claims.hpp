// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: claims that a story does not keep.
#pragma once

#include "lupaus/explore/answers/missed_claims.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <cstddef>
#include <vector>

namespace lupaus::inline v0 {

LUPAUS_DECL std::vector<missed_claim> missed_claims(model_view const& m, event_id failure,
                                                    trace_times const& times) {
  std::vector<missed_claim> missed;
  if (!failure) return missed;
  auto const failed = m.events[failure].of;
  detail::flags hit{m.parts.size()};
  detail::part_order{m}.find_later(failed, hit);
  hit[failed.index()] = true;
  struct part_end {
    bool is_hit = false, is_done = true;
    moment at = {};
  };
  std::vector<part_end> ends(m.parts.size());
  for (auto p : m.parts.ids()) {
    if (!is_leaf(m.parts[p])) continue;
    auto const d = times.done(p);
    for (auto outer = p; outer; outer = outer_of(m, outer)) {
      auto& end = ends[outer.index()];
      end.is_hit = end.is_hit || hit[p.index()];
      end.is_done = end.is_done && d;
      if (d) end.at = trace_times::later(end.at, *d);
    }
  }
  for (auto i : m.claims.ids()) {
    auto const& c = m.claims[i];
    auto const& [is_hit, is_done, end] = ends[c.about.index()];
    if (!is_hit) continue;
    for (std::size_t k = 0; k < c.terms; ++k) {
      term_id const t{c.first_term.index() + k};
      auto const& x = m.terms[t];
      if (x.quality != &quality_of<deadline> || !is_length(x.limit)) continue;
      auto const start = times.when(x.anchor);
      if (!is_done) missed.push_back({i, t, 0});
      if (!is_done || !start) continue;
      auto const late = overrun({.elapsed = end.at - start->at}, length_of(x.limit));
      if (late > 0) missed.push_back({i, t, late});
    }
  }
  return missed;
}

}  // namespace lupaus::inline v0
