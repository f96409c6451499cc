// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: who could let her out of a trap.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/answers/who_could_bring_about.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/life/dependable/brings_about.hpp"
#include "lupaus/life/order/order_ways.hpp"
#include "lupaus/model/element_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

LUPAUS_DECL std::vector<party_id> who_could_bring_about(model_view const& m, story const& s,
                                                        event_id gate) {
  std::vector<party_id> acts;
  event_id wanted = gate;
  if (wanted && m.events[wanted].kind == event_kind::reported) wanted = m.events[wanted].subject;
  if (!wanted || is_of_order(m.events[wanted].kind)) return acts;
  event_id last;
  for (auto const& x : s.moves)
    if (x.kind == move_kind::happens && m.events[x.event].of == m.events[wanted].of) last = x.event;
  // Breadth first over the ways of the part's life; `ordering` stands for its beginning.
  std::vector<transition_id> by(m.events.size());
  std::vector<bool> seen(m.events.size());
  auto const start = last ? last : ordering;
  std::vector<event_id> open{start};
  seen[start.index()] = true;
  detail::rows_by<event_id, transition_id> const follow{
      m.events.size(), [&](auto&& f) {
        for (auto t : m.transitions.ids())
          if (auto const e = m.transitions[t].from) f(e, t);
      }};
  for (std::size_t i = 0; i < open.size(); ++i)
    for (auto t : follow[open[i]]) {
      auto const& x = m.transitions[t];
      if (seen[x.to.index()] || is_failure(m.events[x.to].kind)) continue;
      if (m.events[x.to].of != m.events[wanted].of) continue;
      seen[x.to.index()] = true;
      by[x.to.index()] = t;
      open.push_back(x.to);
    }
  for (auto e : m.events.ids()) {
    if (!is_meant(m, e, wanted) || !by[e.index()]) continue;
    for (auto x = e; x != start; x = m.transitions[by[x.index()]].from)
      acts.push_back(m.transitions[by[x.index()]].by);
    std::reverse(acts.begin(), acts.end());
    return acts;
  }
  return acts;
}

LUPAUS_DECL std::string why_not_dependable(model_view const& m, story const& s, event_id gate) {
  auto const is_committed =
      std::any_of(m.commitments.begin(), m.commitments.end(), [&](commitment const& c) {
        return c.consequent.quality == &quality_of<deadline> && brings_about(m, c, gate);
      });
  std::vector<std::string> names;
  auto is_by_nobody = false;
  for (auto p : who_could_bring_about(m, s, gate)) {
    is_by_nobody = is_by_nobody || !p;
    auto const name = the(m, p);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  if (names.empty()) return "cannot come about any more";
  std::string text = is_committed ? "nobody can be counted on to bring about here"
                                  : "nobody has committed to bring about";
  if (is_by_nobody) return text;
  return text + ": " + listed(names) + " could" +
         (is_committed
              ? ""
              : std::string{", and owe"} + (names.size() == 1 ? "s" : "") + " it to nobody");
}

}  // namespace lupaus::inline v0
