// SPDX-License-Identifier: BSL-1.0
//
// Of results, custody and refunds what does not change while an order runs: rules E1, E4 to E6 and
// R5 of docs/explanation/semantics.md.
#pragma once

#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/life/order/events_in_reach.hpp"
#include "lupaus/life/order/order_ways.hpp"
#include "lupaus/life/order/part_plan.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lupaus::inline v0::detail {

/// The event, or what is reported by it, is among those reached; of the order's own events, it may
/// be. O(events).
inline bool can_come_about(model_view const& m, std::vector<bool> const& reached, event_id e) {
  auto const cause = cause_of(m, e);
  auto const kind = m.events[cause].kind;
  if (kind == event_kind::kept) {
    for (auto i : m.events.ids())
      if (m.events[i].kind == event_kind::completed && !reached[i.index()] &&
          !is_hers(m, m.events[i].of))
        return false;
    return true;
  }
  if (is_of_order(kind)) return true;
  if (kind != event_kind::possession) return reached[cause.index()];
  for (auto i : m.events.ids())
    if (reached[i.index()] && is_meant(m, i, cause)) return true;
  return false;
}

/// On which of a part's ways results come about though the unit has that one (E4); of an event that
/// is no result, nothing.
inline void find_replacing(model_view const& m, events_in_reach const& reach, event_id result,
                           std::vector<std::size_t> const& of_part, std::vector<event_way>& ways) {
  auto const is_result = [&](event_id e) {
    return m.events[e].kind == event_kind::completed || m.events[e].kind == event_kind::failed;
  };
  if (!is_result(result)) return;
  std::vector<bool> without;
  for (auto i : of_part) {
    auto& w = ways[i];
    if (!w.from || !is_result(w.to)) continue;
    if (w.from != result) {
      if (without.empty()) without = reach.without(result);
      if (can_come_about(m, without, w.from)) continue;
    }
    w.may_replace.push_back(result);
  }
}

/// What happens to a part whenever it is completed, but for failures: without it the completion
/// cannot come about (E5). O(events of the part · (events + ways + precedences)).
inline std::vector<event_id> find_until_completed(model_view const& m, events_in_reach const& reach,
                                                  part_id p) {
  std::vector<event_id> all;
  auto const done = find_event(m, event_kind::completed, p);
  for (auto e : m.events.ids()) {
    auto const kind = m.events[e].kind;
    if (m.events[e].of != p || (kind != event_kind::started && kind != event_kind::step)) continue;
    if (done && !reach.without(e)[done.index()]) all.push_back(e);
  }
  return all;
}

/// The part, and each composite that holds it, where that is severable: what is followed within it.
inline std::vector<std::vector<part_id>> find_severable(model_view const& m, part_id p,
                                                        std::vector<part_plan> const& parts) {
  std::vector<std::vector<part_id>> all;
  for_each_severable(m, p, [&](part_id outer) {
    auto& within = all.emplace_back();
    for (auto const& x : parts)
      if (is_within(m, x.part, outer)) within.push_back(x.part);
  });
  return all;
}

/// Money for a part comes on her asking where she asked for another of `asked`, or, where that is
/// none, to cancel (R5).
inline bool is_on_asking(model_view const& m, part_id p, part_id asked) {
  return !asked || p == asked || p == m.parts[asked].carries;
}

/// The ways that need somebody to hold the good (E6): those on which a carriage ends, its
/// performer; those on which the customer hands it to another, the customer.
inline void find_custody(model_view const& m, part_id p, std::vector<std::size_t> const& of_part,
                         std::vector<event_way>& ways) {
  for (auto i : of_part) {
    auto& w = ways[i];
    auto const& x = m.events[w.to];
    if (w.is_hers && x.good && x.holder && x.holder != m.customer)
      w.needs = x.good, w.holder = m.customer;
  }
  auto const& part = m.parts[p];
  auto const started = find_event(m, event_kind::started, p);
  if (!part.carries || !part.performer || !started || m.events[started].good != part.carries)
    return;
  auto const done = find_event(m, event_kind::completed, p);
  for (auto i : of_part) {
    auto& w = ways[i];
    auto const kind = m.events[w.to].kind;
    auto const is_later = w.from == done || std::find(w.may_replace.begin(), w.may_replace.end(),
                                                      done) != w.may_replace.end();
    if (kind == event_kind::completed || (is_failure(kind) && !is_later))
      w.needs = part.carries, w.holder = part.performer;
  }
}

}  // namespace lupaus::inline v0::detail
