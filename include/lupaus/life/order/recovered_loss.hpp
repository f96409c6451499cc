// SPDX-License-Identifier: BSL-1.0
//
// Whether the seller recovers what a failure costs him, if another party causes it: rule X6 of
// docs/explanation/semantics.md.
#pragma once

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/order/state_reader.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// The firm may be asked to pay for what it causes: it is neither the seller's nor the customer.
constexpr bool may_have_to_pay(model_view const& m, party_id p) {
  return p && !is_sellers(m, p) && p != m.customer;
}

/// Some of those who cause the failure may be asked to pay. O(ways).
inline bool is_caused_by_others(model_view const& m, event_id failure) {
  for (auto const& t : m.transitions)
    if (t.to == failure && may_have_to_pay(m, t.by)) return true;
  return false;
}

/// The seller recovers the loss from each of them, directly or down a chain of recourses.
/// O(recourses² + ways).
inline bool recovers_by_recourse(model_view const& m, event_id failure) {
  flags pays{m.parties.size()};
  pays[m.seller.index()] = true;
  for (auto again = true; again;) {
    again = false;
    for (auto const& r : m.recourses) {
      auto& debtor = pays[firm_of(m, r.debtor).index()];
      if (r.failure != failure || debtor || !pays[firm_of(m, r.creditor).index()]) continue;
      debtor = again = true;
    }
  }
  for (auto const& t : m.transitions)
    if (t.to == failure && may_have_to_pay(m, t.by) && !pays[firm_of(m, t.by).index()])
      return false;
  return true;
}

/// Somebody makes the loss of the part, or of what it carries, good to the seller: it is in the
/// time of a cover, which may end with the failure itself. O(risks).
inline bool is_covered(state_reader const& v, event_id failure, part_id failed, std::size_t unit) {
  auto const& m = v.model();
  for (auto const& r : m.risks) {
    if (!r.covers || !is_sellers(m, r.covers) || is_sellers(m, r.bearer)) continue;
    auto const carried = m.parts[failed].carries;
    if (!is_within(m, failed, r.of) && !(carried && is_within(m, carried, r.of))) continue;
    if (r.from && !v.has_happened_for(r.from, failed, unit)) continue;
    if (r.until && !is_meant(m, failure, r.until) && v.has_happened_for(r.until, failed, unit))
      continue;
    return true;
  }
  return false;
}

}  // namespace lupaus::inline v0::detail
