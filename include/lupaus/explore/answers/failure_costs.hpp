// SPDX-License-Identifier: BSL-1.0
//
// What a failure costs her and the seller, at worst: rule X7 of docs/explanation/semantics.md.
#pragma once

#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/order/exposure_watch.hpp"
#include "lupaus/explore/order/remedy_costs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lupaus::inline v0::detail {

/// The worse of two amounts; one that is not known is worse than any.
inline std::optional<money> worse(std::optional<money> const& a, std::optional<money> const& b) {
  if (!a || !b) return std::nullopt;
  return a->minor_units < b->minor_units ? b : a;
}

inline void add_cost(std::vector<failure_cost>& all, failure_cost const& x) {
  auto const at = std::lower_bound(
      all.begin(), all.end(), x,
      [](failure_cost const& a, failure_cost const& b) { return a.failure < b.failure; });
  if (at == all.end() || at->failure != x.failure) {
    all.insert(at, x);
    return;
  }
  at->customer = worse(at->customer, x.customer);
  at->seller = worse(at->seller, x.seller);
}

inline std::optional<money> amount_of(price_list const& prices, price_sum const& x) {
  return x.is_known ? std::optional{money{x.minor_units, prices.currency()}} : std::nullopt;
}

/// What hangs on the failed part: its unit, the good that it carries, and all that comes after; no
/// more than she has paid.
inline void add_customers_cost(price_list const& prices, state_reader const& v, event_id failure,
                               verdict& to) {
  if (prices.is_empty()) return;
  auto const& m = v.model();
  auto const failed = m.events[failure].of, carried = m.parts[failed].carries;
  price_sum lost;
  for (auto p : m.parts.ids()) {
    if (!is_leaf(m.parts[p]) || is_hers(m, p) || (v.plan().of(p) && v.is_returned(p))) continue;
    auto const is_its_own = p == failed || p == carried;
    if (!is_its_own && !is_before(m, failed, p) && !(carried && is_before(m, carried, p))) continue;
    auto const is_one = is_its_own && units_of(m, p) == units_of(m, failed);
    prices.add(lost, p, is_one ? 1 : units_of(m, p));
  }
  if (auto const paid = paid_so_far(prices, v);
      paid && (!lost.is_known || paid->minor_units < lost.minor_units))
    lost = *paid;
  add_cost(to.costs, {failure, amount_of(prices, lost), money{0, prices.currency()}});
}

/// The seller's, and the fees that he keeps.
inline void add_costs_of_answers(exposure_watch const& watch, verdict& to) {
  auto const& m = to.model();
  currency in;
  for (auto const& r : m.rules)
    if (has_fee(r)) in = r.fee.in;
  if (!watch.prices().is_empty()) in = watch.prices().currency();
  for (auto e : m.events.ids()) {
    auto const lost = watch.loss_by(e);
    auto const fee = watch.fee_after(e);
    if (lost) add_cost(to.costs, {e, money{fee, in}, amount_of(watch.prices(), *lost)});
    // Without a price there is no telling what the seller loses.
    if (!lost && fee > 0) add_cost(to.costs, {e, money{fee, in}, std::nullopt});
  }
}

}  // namespace lupaus::inline v0::detail
