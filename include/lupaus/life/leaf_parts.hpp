// SPDX-License-Identifier: BSL-1.0
//
// The leaf parts that a part holds, and those that she buys or that lead to them.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// Marks the leaf parts that she buys, and what is hers and comes before one of them.
/// O(parts · (depth + precedences)).
constexpr void find_what_is_bought(model_view const& m, flags& bought) {
  for (auto p : m.parts.ids()) bought[p.index()] = is_leaf(m.parts[p]) && !is_hers(m, p);
  for (auto again = true; again;) {
    again = false;
    for (auto const& x : m.precedences)
      if (bought[x.after.index()] && !bought[x.before.index()])
        bought[x.before.index()] = again = true;
  }
}

/// For every part, the leaf parts within it, without what is hers: of a leaf, itself.
/// O(parts · depth).
constexpr rows_by<part_id, part_id> leaves_within(model_view const& m) {
  return {m.parts.size(), [&](auto&& f) {
            for (auto p : m.parts.ids())
              if (is_leaf(m.parts[p]))
                for (auto outer = p; outer; outer = m.parts[outer].within)
                  if (outer == p || !is_hers(m, p)) f(outer, p);
          }};
}

}  // namespace lupaus::inline v0::detail
