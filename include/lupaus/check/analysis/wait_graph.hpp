// SPDX-License-Identifier: BSL-1.0
//
// The graph of what waits for what.
#pragma once

#include "lupaus/check/analysis/waits.hpp"
#include "lupaus/graph/graph.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// An event in an attempt: a replacement has events of its own.
struct occurrence {
  std::uint32_t value = 0xffff'ffff;

  constexpr occurrence() = default;
  constexpr explicit occurrence(std::size_t i) noexcept : value{static_cast<std::uint32_t>(i)} {}
  [[nodiscard]] constexpr std::size_t index() const noexcept { return value; }
  friend constexpr bool operator==(occurrence, occurrence) = default;
  friend constexpr auto operator<=>(occurrence, occurrence) = default;
};

/// What waits for what: a vertex for every event, in the first attempt and in the second; an edge
/// from what waits to what it waits for. What lies on a cycle never happens.
using wait_graph = model_graph<occurrence, boost::bidirectional_tag>;

[[nodiscard]] inline occurrence occurrence_of(model_view const& m, event_id e,
                                              std::size_t attempt) noexcept {
  return occurrence{e.index() + attempt * m.events.size()};
}
[[nodiscard]] inline event_id event_at(model_view const& m, occurrence o) noexcept {
  return event_id{o.index() % m.events.size()};
}
[[nodiscard]] inline std::size_t attempt_of(model_view const& m, occurrence o) noexcept {
  return o.index() / m.events.size();
}

/// Precedence, conditions and gates together. O(events · (precedences + commitments + rules)).
[[nodiscard]] inline wait_graph waits(model_view const& m) {
  std::vector<arc<occurrence>> arcs;
  for_each_wait(m, situations{m}, [&](attempted x, attempted y, element because) {
    arcs.push_back(
        {occurrence_of(m, x.what, x.attempt), occurrence_of(m, y.what, y.attempt), because});
  });
  return {2 * m.events.size(), std::move(arcs)};
}

}  // namespace lupaus::inline v0
