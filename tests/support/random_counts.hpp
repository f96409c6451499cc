// SPDX-License-Identifier: BSL-1.0
//
// Promises in which rules count how often something has failed.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"

#include <cstddef>

namespace proof {

inline bool is_on_failure(rule_says const& r) {
  return r.on.kind == lupaus::event_kind::failed || r.on.kind == lupaus::event_kind::late;
}

/// Some rules on failures hold for some of the times alone; for the others there is perhaps
/// another rule, and perhaps it gives something else.
inline void count_failures(chooser& r, description& d) {
  using act = lupaus::action_kind;
  auto const rules = d.rules.size();
  for (std::size_t i = 0; i < rules; ++i) {
    if (!is_on_failure(d.rules[i]) || r.chance(40)) continue;
    auto const n = r.chance(8) ? r.between(3, 6) : r.between(1, 2);
    auto next = d.rules[i];
    if (r.chance(70))
      d.rules[i].up_to_time = n;
    else
      d.rules[i].from_time = n + 1;
    if (d.rules[i].up_to_time == 2 && r.chance(20)) d.rules[i].from_time = 2;
    if (r.chance(30)) continue;
    next.tag += 40'000;
    if (d.rules[i].up_to_time > 0)
      next.from_time = r.chance(80) ? n + 1 : 2;
    else
      next.up_to_time = r.chance(80) ? n : 1;
    if (r.chance(50)) {
      next.action = r.chance(50) ? act::refund : act::repair;
      next.object = next.action == act::refund ? "" : next.on.part;
      next.fee_cents = 0;
    }
    d.rules.push_back(next);
  }
}

/// The same, so that what was owed every time is owed still; or, from some time on, the money for
/// all.
inline void count_failures_soundly(chooser& r, description& d) {
  auto const rules = d.rules.size();
  for (std::size_t i = 0; i < rules; ++i) {
    if (!is_on_failure(d.rules[i]) || d.rules[i].creditor != d.customer || r.chance(50)) continue;
    auto const n = r.between(1, 2);
    auto next = d.rules[i];
    next.tag += 40'000;
    d.rules[i].up_to_time = n;
    next.from_time = n + 1;
    auto const is_remedy = next.action <= lupaus::action_kind::repair;
    if (is_remedy && r.chance(50)) next.action = lupaus::action_kind::refund, next.object.clear();
    d.rules.push_back(next);
  }
}

}  // namespace proof
