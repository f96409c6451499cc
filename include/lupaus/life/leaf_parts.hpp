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

}  // namespace lupaus::inline v0::detail
