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
  for (auto i : m.claims.ids()) {
    auto const& c = m.claims[i];
    auto is_hit = false, is_done = true;
    moment end;
    for (auto p : m.parts.ids()) {
      if (!is_leaf(m.parts[p]) || !is_within(m, p, c.about)) continue;
      is_hit = is_hit || p == failed || detail::is_before(m, failed, p);
      auto const d = times.done(p);
      is_done = is_done && d;
      if (d) end = trace_times::later(end, *d);
    }
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
