// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: parts that have nothing to do with each other.
#pragma once

#include "lupaus/explore/joins/part_groups.hpp"
#include "lupaus/explore/order/independent_parts.hpp"

#include <utility>
#include <vector>

namespace lupaus::inline v0 {

LUPAUS_DECL std::vector<std::vector<bool>> independent_parts(model_view const& m) {
  detail::part_groups const groups{m, detail::joined_by::anything};
  auto const n = m.parts.size();
  std::vector<bool> decides(n);
  for (auto p : groups.deciding()) decides[groups[p]] = true;
  for (auto e : groups.closing()) decides[groups[m.events[e].of]] = true;
  std::vector<std::vector<bool>> sets;
  auto const add = [&](auto&& is_in) {
    std::vector<bool> set(n);
    for (auto p : m.parts.ids())
      set[p.index()] = is_leaf(m.parts[p]) && (decides[groups[p]] || is_in(p));
    sets.push_back(std::move(set));
  };
  for (auto p : m.parts.ids())
    if (is_leaf(m.parts[p]) && groups[p] == p.index() && !decides[p.index()])
      add([&](part_id q) { return groups[q] == p.index(); });
  // Time passes for all parts at once, and whether she has paid anything is a matter of all, too.
  if (has_time_outs(m) || detail::has_instalments(m)) sets.clear();
  if (sets.empty()) add([](part_id) { return true; });
  return sets;
}

}  // namespace lupaus::inline v0
