// SPDX-License-Identifier: BSL-1.0
//
// When the time-outs of an order come: L1 of docs/explanation/what-the-monitor-judges.md.
#pragma once

#include "lupaus/life/order/order_events.hpp"
#include "lupaus/monitor/due_time.hpp"
#include "lupaus/monitor/order_life.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace lupaus::inline v0::detail {

/// A time-out that comes by itself: the second after its last one.
struct coming_time_out {
  event_way const* way = nullptr;
  std::size_t unit = 0;
  seconds_t at = order_life::never;
};

/// When what a time-out counts from first happened for the unit; in a new attempt, when that began,
/// where it counts from the order. `p` is none for a time-out of the order.
inline seconds_t counts_since(order_life const& life, event_way const& w, part_id p,
                              std::size_t unit) {
  if (!w.from) {
    auto const begun = p ? life.begin_of(p, unit) : order_life::never;
    return begun == order_life::never ? life.ordered_at() : begun;
  }
  auto const& m = life.model();
  auto const cause = cause_of(m, w.from);
  auto first = order_life::never;
  for (auto i : m.events.ids()) {
    auto const* const q = life.plan().of(m.events[i].of);
    if (!q || !is_of_life(m, i) || !is_meant(m, i, cause)) continue;
    for (std::size_t u = 0; u < q->units; ++u)
      if (!p || q->units != life.plan().of(p)->units || u == unit)
        first = (std::min)(first, life.time_of(i, u));
  }
  return first;
}

/// The first of those that may come as the order stands; none where there is none. O(time-outs).
inline coming_time_out first_time_out(order_life const& life, due_time const& due) {
  coming_time_out first;
  if (!life.promise().has_time_outs() || life.is_ended() || !life.is_placed()) return first;
  auto const& plan = life.plan();
  order_events const relation{plan, (std::numeric_limits<std::size_t>::max)(), {}};
  auto const look = [&](std::size_t i, part_id p, std::size_t unit) {
    auto const& w = plan.ways()[i];
    if (!w.is_time_out || !relation.can_time_out(life.read(), p, unit, w)) return;
    auto const since = counts_since(life, w, p, unit);
    if (since == order_life::never) return;
    auto const at = due(life.model().events[w.to].within, since) + 1;
    if (at < first.at) first = {&w, unit, at};
  };
  for (auto const i : plan.order_ways()) look(i, {}, 0);
  for (auto const& p : plan.parts())
    for (auto const i : p.ways)
      for (std::size_t u = 0; u < p.units; ++u) look(i, p.part, u);
  return first;
}

}  // namespace lupaus::inline v0::detail
