// SPDX-License-Identifier: BSL-1.0
//
// The leaf parts that a part holds, and those that she buys or that lead to them.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// Marks the leaf parts that she buys, and what is hers and comes before one of them: while such a
/// part is not performed, something that she bought is not. O(parts + precedences).
constexpr void find_what_is_bought(model_view const& m, flags& bought) {
  for (auto p : m.parts.ids()) bought[p.index()] = is_leaf(m.parts[p]) && !is_hers(m, p);
  part_order{m, towards::earlier}.spread(bought, [](part_id) { return true; });
}

/// Calls `f(part)` for the instalments that come after no other: until one of them is paid, nothing
/// is. O(parts + precedences).
template <class F>
constexpr void for_each_first_instalment(model_view const& m, part_order const& order, F&& f) {
  flags later{m.parts.size()};
  for (auto p : m.parts.ids())
    if (is_instalment(m.parts[p]))
      order.for_each_next(p, [&](part_id next) { later[next.index()] = true; });
  order.spread(later, [](part_id) { return true; });
  for (auto p : m.parts.ids())
    if (is_instalment(m.parts[p]) && !later[p.index()]) f(p);
}

/// For every part, the leaf parts within it, without what is hers: of a leaf, itself.
/// O(parts · depth).
constexpr rows_by<part_id, part_id> leaves_within(model_view const& m) {
  return {m.parts.size(), [&](auto&& f) {
            for (auto p : m.parts.ids())
              if (is_leaf(m.parts[p]))
                for (auto outer = p; outer; outer = outer_of(m, outer)) f(outer, p);
          }};
}

/// Calls `f(part)` for the part itself and for what holds it, where that is severable. O(depth).
template <class F>
constexpr void for_each_severable(model_view const& m, part_id p, F&& f) {
  for (; p && p != whole; p = outer_of(m, p))
    if (m.parts[p].severable) f(p);
}

/// Money back for the object leaves the leaf part out (O2): what it carries too, for money for a
/// carriage is none for that. O(depth).
constexpr bool is_left_out_by(model_view const& m, part_id p, part_id object) {
  auto const of = m.parts[p].carries ? m.parts[p].carries : p;
  auto is = false;
  for_each_severable(m, of, [&](part_id all) { is = is || is_within(m, all, object); });
  return is;
}

/// Some rule may leave parts out for good: not where it is on lateness alone, for what is late is
/// performed all the same.
constexpr bool leaves_something_out(model_view const& m, rule const& r) {
  return r.creditor == m.customer && r.action == action_kind::refund && r.object &&
         m.events[cause_of(m, r.on)].kind != event_kind::late;
}
/// Some rule may leave the leaf part out. O(rules · depth).
constexpr bool may_be_left_out(model_view const& m, part_id p) {
  for (auto const& r : m.rules)
    if (leaves_something_out(m, r) && is_left_out_by(m, p, r.object)) return true;
  return false;
}
/// Marks all of them. O(rules + parts · depth²).
constexpr void find_what_may_be_left_out(model_view const& m, flags& parts) {
  flags paid_back{m.parts.size()};
  for (auto const& r : m.rules)
    if (leaves_something_out(m, r)) paid_back[r.object.index()] = true;
  for (auto p : m.parts.ids()) {
    if (!is_leaf(m.parts[p])) continue;
    auto const of = m.parts[p].carries ? m.parts[p].carries : p;
    for_each_severable(m, of, [&](part_id outer) {
      for (; outer; outer = outer_of(m, outer))
        if (paid_back[outer.index()]) parts[p.index()] = true;
    });
  }
}

}  // namespace lupaus::inline v0::detail
