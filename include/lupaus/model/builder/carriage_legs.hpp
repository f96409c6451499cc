// SPDX-License-Identifier: BSL-1.0
//
// A good that is carried by one after the other: only the last carriage hands it to the customer.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/parallel_search.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/part.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Marks the carriages that another carriage of the same good comes after: at their end the good
/// waits for the next, and does not go to the customer. O(parts), and where some good is carried
/// more than once O(parts + precedences) for every 64 of them.
template <class Columns>
constexpr void find_legs(Columns const& c, flags& goes_on) {
  auto const n = c.parts.size();
  scratch<bool> is_carried{n};
  growing<part_id> goods;  // that are carried more than once
  scratch<std::size_t> place{n, n};
  for (std::size_t i = 0; i < n; ++i) {
    auto const good = c.parts[i].carries;
    if (!good) continue;
    if (is_carried[good.index()] && place[good.index()] == n) {
      place[good.index()] = goods.size();
      goods.push_back(good);
    }
    is_carried[good.index()] = true;
  }
  if (goods.size() == 0) return;
  sweep const back{n, [&](auto&& f) {
                     for (std::size_t i = 0; i < c.precedences.size(); ++i)
                       f(c.precedences[i].after.index(), c.precedences[i].before.index());
                   }};
  for (std::size_t begin = 0; begin < goods.size(); begin += most_questions) {
    auto const carried_by = [&](part_id p) {
      auto const good = c.parts[p.index()].carries;
      auto const at = good ? place[good.index()] : n;
      return begin <= at && at < begin + most_questions && at < n ? question(at) : questions{0};
    };
    scratch<questions> leads{n};  // to a carriage of which goods
    for (std::size_t i = 0; i < c.precedences.size(); ++i)
      leads[c.precedences[i].before.index()] |= carried_by(c.precedences[i].after);
    back.spread(leads, [](std::size_t) { return ~questions{0}; });
    for (std::size_t i = 0; i < n; ++i)
      goes_on[i] = goes_on[i] || (leads[i] & carried_by(part_id{i})) != 0;
  }
}

}  // namespace lupaus::inline v0::detail
