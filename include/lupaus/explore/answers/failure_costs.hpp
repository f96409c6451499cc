// SPDX-License-Identifier: BSL-1.0
//
// What a failure costs her and the seller, at worst: rule X7 of docs/explanation/semantics.md.
#pragma once

#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/order/exposure_watch.hpp"
#include "lupaus/explore/order/remedy_costs.hpp"

#include <algorithm>
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

/// What hangs on the failed part: its unit, the good that it carries, and all that comes after.
inline void add_customers_cost(price_list const& prices, state_reader const& v, event_id failure,
                               verdict& to) {
  if (prices.is_empty()) return;
  auto const& m = v.model();
  auto const failed = m.events[failure].of, carried = m.parts[failed].carries;
  price_sum lost;
  for (auto p : m.parts.ids()) {
    if (!is_leaf(m.parts[p]) || (v.plan().of(p) && v.is_returned(p))) continue;
    auto const is_its_own = p == failed || p == carried;
    if (!is_its_own && !is_before(m, failed, p) && !(carried && is_before(m, carried, p))) continue;
    auto const is_one = is_its_own && units_of(m, p) == units_of(m, failed);
    prices.add(lost, p, is_one ? 1 : units_of(m, p));
  }
  add_cost(to.costs, {failure, amount_of(prices, lost), money{0, prices.currency()}});
}

inline void add_sellers_costs(exposure_watch const& watch, verdict& to) {
  for (auto e : to.model().events.ids())
    if (auto const lost = watch.loss_by(e))
      add_cost(to.costs,
               {e, money{0, watch.prices().currency()}, amount_of(watch.prices(), *lost)});
}

}  // namespace lupaus::inline v0::detail
