// SPDX-License-Identifier: BSL-1.0
//
// The leaf parts that a part holds.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// For every part, the leaf parts within it: of a leaf, itself. O(parts · depth).
constexpr rows_by<part_id, part_id> leaves_within(model_view const& m) {
  return {m.parts.size(), [&](auto&& f) {
            for (auto p : m.parts.ids())
              if (is_leaf(m.parts[p]))
                for (auto outer = p; outer; outer = m.parts[outer].within) f(outer, p);
          }};
}

}  // namespace lupaus::inline v0::detail
