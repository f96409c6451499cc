// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "lupaus/graph/graph.hpp"
#include "lupaus/model/qualities.hpp"
#include "lupaus/model/situation.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// An event in an attempt: a replacement has events of its own.
struct occurrence {
  std::uint32_t value = 0xffff'ffff;

  constexpr occurrence() = default;
  constexpr explicit occurrence(std::size_t i) : value{static_cast<std::uint32_t>(i)} {}
  constexpr std::size_t index() const { return value; }
  friend constexpr bool operator==(occurrence, occurrence) = default;
  friend constexpr auto operator<=>(occurrence, occurrence) = default;
};

/// What waits for what: a vertex for every event, in the first attempt and in the second; an edge
/// from what waits to what it waits for. What lies on a cycle never happens.
using wait_graph = model_graph<occurrence, boost::bidirectional_tag>;

inline occurrence occurrence_of(model_view const& m, event_id e, std::size_t attempt) {
  return occurrence{e.index() + attempt * m.events.size()};
}
inline event_id event_at(model_view const& m, occurrence o) {
  return event_id{o.index() % m.events.size()};
}
inline std::size_t attempt_of(model_view const& m, occurrence o) {
  return o.index() / m.events.size();
}

/// Precedence, conditions and gates together. O(events · (precedences + commitments + rules)).
inline wait_graph waits(model_view const& m) {
  std::vector<arc<occurrence>> arcs;
  situations const s{m};
  auto const wait = [&](event_id x, std::size_t attempt, event_id y, std::size_t other,
                        element because) {
    if (x && y && y != ordering)
      arcs.push_back({occurrence_of(m, x, attempt), occurrence_of(m, y, other), because});
  };
  auto const done = [&](part_id p) { return find_event(m, event_kind::completed, p); };
  for (std::size_t k = 0; k < 2; ++k) {
    for (auto const& p : m.precedences) wait(done(p.after), k, done(p.before), k, p.after);
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      auto const what = c.brings_about ? c.brings_about : done(c.about);
      wait(what, k, c.antecedent, k, i);
      if (c.consequent.quality == &quality_of<deadline> && c.consequent.anchor != c.antecedent)
        wait(what, k, c.consequent.anchor, k, i);
    }
  }
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    if (!r.object || !is_leaf(m.parts[r.object])) continue;
    auto const again = done(r.object);  // the second attempt is what the rule brings about
    wait(again, 1, s.cause_of(r.on), 0, i);
    if (!r.gate) continue;
    detail::flags reached{s.size()};
    reached[s.of(s.cause_of(r.on))] = true;
    s.spread(reached, [](std::size_t) { return true; });
    // A gate that cannot come after the failure any more is one of the attempt that waits for it.
    auto in_time = false;
    for (auto e : m.events.ids())
      in_time |= is_meant(m, e, r.gate) && (reached[s.of(e)] || is_of_order(m.events[e].kind));
    wait(again, 1, r.gate, in_time ? 0 : 1, i);
  }
  return {2 * m.events.size(), std::move(arcs)};
}

}  // namespace lupaus::inline v0
