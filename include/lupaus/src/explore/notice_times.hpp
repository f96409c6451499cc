// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: failures of which she is not told in time.
#pragma once

#include "lupaus/explore/answers/notice_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/life/contracted_times.hpp"
#include "lupaus/life/knowledge.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace lupaus::inline v0 {

LUPAUS_DECL std::optional<seconds_t> told_within(model_view const& m, party_id who, event_id e) {
  detail::flags sees{m.parties.size()};
  detail::find_witnesses(m, e, sees);
  std::vector<std::optional<seconds_t>> when(m.parties.size());
  for (auto p : m.parties.ids())
    if (sees[p.index()]) when[p.index()] = 0;
  for (bool news = true; news;) {
    news = false;
    for (auto const& n : m.notices) {
      if (n.of != e || !is_length(n.within)) continue;
      auto const& start = when[n.from.index()];
      if (!start) continue;
      auto const at = (std::max)(*start, worst_case(length_of(n.within)));
      for (auto p : m.parties.ids())  // a firm knows as one
        if (detail::same_firm(m, p, n.to) && (!when[p.index()] || at < *when[p.index()]))
          when[p.index()] = at, news = true;
    }
  }
  return when[who.index()];
}

namespace detail {

/// The shortest time in which she was let to expect word of what happens to a part.
inline std::optional<seconds_t> notice_time_promised(model_view const& m, part_id p) {
  std::optional<seconds_t> best;
  for (auto const& c : m.claims)
    for_each_term(m, c, [&](term const& t) {
      if (t.quality != &quality_of<informed> || !is_within(m, p, c.about) || !is_length(t.limit))
        return;
      auto const s = best_case(length_of(t.limit));
      if (!best || s < *best) best = s;
    });
  return best;
}

/// The failures that can happen and of which she is not told in time: never, or later than claimed.
inline void find_missed_notices(verdict& v) {
  auto const& m = v.model();
  for (auto e : m.events.ids()) {
    if (!is_failure(m.events[e].kind)) continue;
    auto told = told_within(m, m.customer, e);
    // Who would see it completed sees that it is late.
    auto const done = find_event(m, event_kind::completed, m.events[e].of);
    if (m.events[e].kind == event_kind::late && !told) told = told_within(m, m.customer, done);
    missed_notice const s{e, told, notice_time_promised(m, m.events[e].of)};
    if (!s.told_within || (s.promised && *s.told_within > *s.promised))
      v.missed_notices.push_back(s);
  }
}

}  // namespace detail

}  // namespace lupaus::inline v0
