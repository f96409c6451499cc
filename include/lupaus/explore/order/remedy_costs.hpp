// SPDX-License-Identifier: BSL-1.0
//
// What the seller is out of by what it gives for a failure: rule X7 of
// docs/explanation/semantics.md.
#pragma once

#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/life/order/order_results.hpp"
#include "lupaus/life/order/state_reader.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/builder/prices.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lupaus::inline v0::detail {

/// A sum of prices, in minor units; unknown as soon as one of them is.
struct price_sum {
  std::int64_t minor_units = 0;
  bool is_known = true;

  /// All units together cost no more than an amount can be, or the model is refused.
  void add(std::int64_t price, std::size_t units) {
    minor_units += price * static_cast<std::int64_t>(units);
  }
  void add_unknown() { is_known = false; }
  /// The worse of both.
  void rise_to(price_sum const& x) {
    minor_units = (std::max)(minor_units, x.minor_units);
    is_known = is_known && x.is_known;
  }
};

/// The prices of the parts of a plan. Refers to it.
class price_list {
 public:
  /// `units`: followed of a part that has more.
  price_list(order_plan const& plan, std::size_t units)
      : plan_{plan}, prices_{plan.model().parts, plan.model().customer}, units_{units} {
    for (auto const& r : plan.model().rules)
      if (has_reduction(r)) taken_off_in_ = r.reduction.in;
  }

  /// Nothing costs what is known, and no price is reduced by what is known.
  bool is_empty() const { return prices_.are_unknown() && !taken_off_in_.valid(); }
  lupaus::currency currency() const {
    return prices_.are_unknown() ? taken_off_in_ : prices_.currency();
  }
  void add(price_sum& to, part_id p, std::size_t units) const {
    if (units == 0) return;
    if (prices_.is_known(p))
      to.add(prices_.minor_units(p), units);
    else
      to.add_unknown();
  }
  /// What the rule takes off a price; unknown where none does, or does not say.
  void add_reduction(price_sum& to, rule_id under) const {
    auto const& rules = plan_.model().rules;
    if (under && has_reduction(rules[under]))
      to.add(rules[under].reduction.minor_units, 1);
    else
      to.add_unknown();
  }
  /// Every unit of the goods that counts and is neither with the seller nor with its supplier;
  /// of those that are not followed, where she may have them by now.
  template <class Counts>
  price_sum of_goods_gone(state_reader const& v, Counts&& counts) const {
    auto const& m = plan_.model();
    price_sum all;
    for (auto good : m.parts.ids()) {
      if (m.parts[good].kind != part_kind::good) continue;
      std::size_t gone = 0;
      auto const* const p = plan_.of(good);
      auto const followed = p ? p->units : 0;
      for (std::size_t u = 0; u < followed; ++u)
        gone += is_gone(v, good, u) && counts(good, u) ? 1u : 0u;
      if (may_be_with_her(v, good) && counts(good, followed))
        gone += p ? p->rest : (std::min)(units_of(m, good), units_);
      add(all, good, gone);
    }
    return all;
  }
  bool is_gone(state_reader const& v, part_id good, std::size_t unit) const {
    auto const& m = plan_.model();
    auto const who = v.holder(good, unit);
    return !(who && is_sellers(m, who)) && !(who && same_firm(m, who, supplier_of(m, good)));
  }

 private:
  // Where it is not followed: what hands it on to her is performed, but not before what it waits
  // for.
  bool may_be_with_her(state_reader const& v, part_id good) const {
    auto const& m = plan_.model();
    for (auto const& e : m.events) {
      if (e.kind != event_kind::completed || e.good != good || e.holder != m.customer) continue;
      auto const waits = std::any_of(
          plan_.parts().begin(), plan_.parts().end(),
          [&](part_plan const& q) { return !v.is_done(q.part) && is_before(m, q.part, e.of); });
      if (!waits) return true;
    }
    return false;
  }

  order_plan const& plan_;
  part_prices<table<part_id, part>> prices_;
  lupaus::currency taken_off_in_;
  std::size_t units_;
};

/// What she has paid and not had back, where she pays in instalments and their amounts are known.
inline std::optional<price_sum> paid_so_far(price_list const& prices, state_reader const& v) {
  auto const& m = v.model();
  if (!v.plan().has_instalments()) return {};
  price_sum paid, returned;
  for (auto p : m.parts.ids()) {
    auto const* const plan = v.plan().of(p);
    if (is_instalment(m.parts[p])) {
      std::size_t units = plan ? plan->rest : units_of(m, p);
      for (std::size_t u = 0; plan && u < plan->units; ++u)
        units += v.has_happened(plan->completed, u) ? 1u : 0u;
      if (units > 0 && !is_priced(m.parts[p])) return {};
      paid.add(m.parts[p].price.minor_units, units);
    } else if (plan && v.is_returned(p)) {
      prices.add(returned, p, units_of(m, p));
    }
  }
  if (!returned.is_known) return {};
  paid.minor_units = (std::max)(paid.minor_units - returned.minor_units, std::int64_t{0});
  return paid;
}

}  // namespace lupaus::inline v0::detail
