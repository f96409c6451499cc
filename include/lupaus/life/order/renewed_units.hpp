// SPDX-License-Identifier: BSL-1.0
//
// Of which units a remedy begins a new attempt (R2).
#pragma once

#include "lupaus/life/order/state_reader.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Calls `f(plan of the part, unit)` for each of them, those of later parts first. It may begin the
/// attempt of that unit in the state that is read. O(parts · log parts + units).
template <class F>
void for_each_renewed(state_reader const& v, part_id object, part_id failed, std::size_t unit,
                      F&& f) {
  auto const units = v.plan().of(failed)->units;
  for (auto const part : v.plan().renewed(object, failed)) {
    auto const& p = *v.plan().of(part);
    auto const is_later = part != object && part != failed;
    for (std::size_t u = 0; u < p.units; ++u) {
      if (p.units == units && u != unit) continue;
      auto const is_paid = p.is_instalment && v.has_happened(p.completed, u);  // paid is paid
      if (!is_paid && !(is_later && !v.is_begun(part, u))) f(p, u);
    }
  }
}

}  // namespace lupaus::inline v0::detail
