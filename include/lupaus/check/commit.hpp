// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "lupaus/check/delegation.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// True when the debtor of the rule has committed to what it owes: on the object of the rule, else
/// on the part of its trigger, to the customer or to a firm under the seller's contracts. For the
/// events of the order any such commitment will do. O(commitments · the longest chain).
constexpr bool has_committed(model_view const& m, rule const& r) {
  auto const trigger = m.events[r.on].kind == event_kind::reported ? m.events[r.on].subject : r.on;
  auto const is_order = is_of_order(m.events[trigger].kind) && !r.object;
  auto const object = r.object ? r.object : m.events[trigger].of;
  contracted_firms const chain{m};
  for (auto const& c : m.commitments) {
    if (c.overrides || !same_firm(m, c.debtor, r.debtor)) continue;
    if (c.creditor != m.customer && !chain.contains(c.creditor)) continue;
    if (is_order) return true;
    if (!is_within(m, object, c.about)) continue;
    if (!c.brings_about) return true;
    auto const& e = m.events[c.brings_about];
    if (e.kind == event_kind::completed && e.of == object) return true;
  }
  return false;
}

/// True when the remedy is owed by somebody who has not committed to it: nobody can count on it.
constexpr bool is_owed_in_vain(model_view const& m, rule const& r) {
  return !is_sellers(m, r.debtor) && !has_committed(m, r);
}

}  // namespace lupaus::inline v0::detail
