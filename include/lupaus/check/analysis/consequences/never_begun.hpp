// SPDX-License-Identifier: BSL-1.0
//
// What is never performed because parts come before each other: found once for all findings.
#pragma once

#include "lupaus/detail/kept_sets.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// Parts that wait, or hold one that waits, for a circle of parts.
class never_begun {
 public:
  /// What it is given must outlive this.
  constexpr never_begun(model_view const& m, part_order const& order)
      : m_{&m}, order_{&order}, kept_{m.parts.size()} {}

  /// The circle by one of its parts, which waits for it too. O(parts · depth + precedences) at the
  /// first question about a circle.
  constexpr bool contains(part_id ring, part_id p) {
    if (!p) return false;
    auto const find = [&](flags& those) { find_those(ring, those); };
    if (kept_.keep(ring.index(), find)) return kept_.contains(ring.index(), p.index());
    flags those{m_->parts.size()};
    find(those);
    return those[p.index()];
  }

 private:
  constexpr void find_those(part_id ring, flags& those) const {
    flags later{m_->parts.size()};
    order_->find_later(ring, later);
    later[ring.index()] = true;
    for (auto p : m_->parts.ids()) {
      if (!later[p.index()] || !is_leaf(m_->parts[p])) continue;
      for (auto outer = p; outer && !those[outer.index()]; outer = outer_of(*m_, outer))
        those[outer.index()] = true;
    }
  }

  model_view const* m_;
  part_order const* order_;
  kept_sets kept_;  // of each circle
};

}  // namespace lupaus::inline v0::detail
