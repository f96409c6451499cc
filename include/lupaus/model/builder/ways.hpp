// SPDX-License-Identifier: BSL-1.0
//
// The ways to events: in what order they stand, and which of them nobody can ever take, because
// nothing leads to the event that they follow. What a precedence, a gate or custody prevents is no
// fault of a way.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Puts ways in the order of the events that they lead to, whatever was said first; those to one
/// event stay as they were said. O(events + ways).
template <class Columns>
constexpr void sort_ways(Columns& c) {
  auto const n = c.transitions.size();
  scratch<transition> sorted{n};
  scratch<std::size_t> next{c.events.size() + 1};
  for (std::size_t i = 0; i < n; ++i) ++next[c.transitions[i].to.index() + 1];
  for (std::size_t i = 0; i < c.events.size(); ++i) next[i + 1] += next[i];
  for (std::size_t i = 0; i < n; ++i)
    sorted[next[c.transitions[i].to.index()]++] = c.transitions[i];
  for (std::size_t i = 0; i < n; ++i) c.transitions[i] = sorted[i];
}

/// The way to an event of which nobody said one: time passes by itself; anything else follows what
/// comes before it, by the performer of its part.
constexpr transition derived_way(event_id to, event const& e, event_id before, party_id performer) {
  if (is_time_out(e.kind)) return {e.since, to, {}, true, true};
  return {before, to, performer, true, true};
}

/// Calls `f(way)` for each that nobody can take, in a model that is complete. What follows the
/// order's own events, a report or a possession can be taken. O(events + ways).
template <class Columns, class F>
constexpr void for_each_dead_way(Columns const& c, F&& f) {
  auto const is_life = [&](event_id e) {
    auto const kind = e ? c.events[e.index()].kind : event_kind::ordered;
    return !is_of_order(kind) && kind != event_kind::possession && kind != event_kind::reported;
  };
  auto some = false;
  for (std::size_t i = 0; i < c.transitions.size(); ++i)
    some = some || (is_life(c.transitions[i].from) && !c.transitions[i].from_is_derived);
  if (!some) return;
  rows_by<event_id, event_id> const next{c.events.size(), [&](auto&& tell) {
                                           for (std::size_t i = 0; i < c.transitions.size(); ++i)
                                             if (auto const& t = c.transitions[i]; is_life(t.from))
                                               tell(t.from, t.to);
                                         }};
  flags is_led_to{c.events.size()};
  scratch<event_id> open{c.events.size()};
  std::size_t n = 0;
  auto const reach = [&](event_id e) {
    if (!is_led_to[e.index()]) is_led_to[e.index()] = true, open[n++] = e;
  };
  for (std::size_t i = 0; i < c.transitions.size(); ++i)
    if (!is_life(c.transitions[i].from)) reach(c.transitions[i].to);
  while (n > 0) {
    auto const e = open[--n];
    for (auto const to : next[e]) reach(to);
  }
  for (std::size_t i = 0; i < c.transitions.size(); ++i)
    if (auto const from = c.transitions[i].from; is_life(from) && !is_led_to[from.index()])
      f(transition_id{i});
}

}  // namespace lupaus::inline v0::detail
