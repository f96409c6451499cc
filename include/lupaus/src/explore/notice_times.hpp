// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: failures of which she is not told in time.
#pragma once

#include "lupaus/detail/lazy.hpp"
#include "lupaus/explore/answers/notice_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/life/contracted_times.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/near_at_hand.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// When parties have word of failures. O(1) to make, and O(model) once it is asked of one that may
/// be found late.
class notice_times {
 public:
  explicit notice_times(model_view const& m) : m_{m} {}

  /// As `told_within`.
  std::optional<seconds_t> of(party_id who, event_id e) {
    flags sees{m_.parties.size()};
    find_witnesses(m_, e, sees);
    auto const& at_hand = near_.get([&] { return near_at_hand{m_}; });
    if (at_hand.is_in_her_hands(e)) sees[m_.customer.index()] = true;
    auto const performer = m_.parts[m_.events[e].of].performer;
    std::vector<std::optional<seconds_t>> when(m_.parties.size());
    for (auto p : m_.parties.ids())
      if (sees[p.index()] || (at_hand.is_under_way(e) && performer && same_firm(m_, p, performer)))
        when[p.index()] = 0;
    for (bool news = true; news;) {
      news = false;
      for (auto const& n : m_.notices) {
        if (n.of != e || !is_length(n.within)) continue;
        auto const& start = when[n.from.index()];
        if (!start) continue;
        auto const at = (std::max)(*start, worst_case(length_of(n.within)));
        for (auto p : m_.parties.ids())  // a firm knows as one
          if (same_firm(m_, p, n.to) && (!when[p.index()] || at < *when[p.index()]))
            when[p.index()] = at, news = true;
      }
    }
    return when[who.index()];
  }

 private:
  model_view m_;
  lazy<near_at_hand> near_;
};

}  // namespace detail

LUPAUS_DECL std::optional<seconds_t> told_within(model_view const& m, party_id who, event_id e) {
  return detail::notice_times{m}.of(who, e);
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
  notice_times times{m};
  for (auto e : m.events.ids()) {
    if (!is_failure(m.events[e].kind)) continue;
    auto told = times.of(m.customer, e);
    // Who would see it completed sees that it is late.
    auto const done = find_event(m, event_kind::completed, m.events[e].of);
    if (m.events[e].kind == event_kind::late && !told) told = times.of(m.customer, done);
    missed_notice const s{e, told, notice_time_promised(m, m.events[e].of)};
    if (!s.told_within || (s.promised && *s.told_within > *s.promised))
      v.missed_notices.push_back(s);
  }
}

}  // namespace detail

}  // namespace lupaus::inline v0
