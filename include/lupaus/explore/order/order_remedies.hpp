// SPDX-License-Identifier: BSL-1.0
//
// What a decision is on and of: news, the object of a remedy, the parts whose money comes back (Q2,
// R1 and R5 of docs/explanation/semantics.md).
#pragma once

#include "lupaus/explore/order/decision.hpp"
#include "lupaus/life/order/order_change.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/life/order/order_results.hpp"
#include "lupaus/life/service_recovery.hpp"

#include <cstdint>
#include <cstring>

namespace lupaus::inline v0::detail {

/// What a remedy begins anew with: what the decision names, else what the failed part carries, else
/// the failed part. A price is reduced for what failed, whatever it is the price of.
constexpr part_id object_of(model_view const& m, decision const& d, part_id failed) {
  if (d.does == answer::reduces_price) return object_of_remedy(m, {}, false, failed);
  return object_of_remedy(m, d.object, d.does == answer::performs_again, failed);
}

/// Calls `f(plan of the part, unit)` for each unit of which the remedy begins a new attempt (R2,
/// R6).
template <class F>
void for_each_renewed_by(state_reader const& v, decision const& d, part_id failed, std::size_t unit,
                         F&& f) {
  if (d.does == answer::reduces_price && has_what_failed(v, failed, unit))
    f(*v.plan().of(failed), unit);
  else
    for_each_renewed(v, object_of(v.model(), d, failed), failed, unit, f);
}

/// What failed is put right. `d`: no refund.
inline void begin_remedy(order_change& c, model_view const& m, decision const& d, part_id failed,
                         std::size_t unit) {
  if (d.does == answer::reduces_price) return c.reduce_price(failed, unit);
  auto const object = object_of(m, d, failed);
  if (d.does == answer::repairs) return c.repair(object, failed, unit);
  c.begin_again(object, failed, unit, d.does != answer::performs_again);
}

/// A policy may act on it by itself (Q2): a failure or, for the rules, what one of them is on.
inline bool is_news(model_view const& m, bool by_rules, event_id e) {
  if (is_failure(m.events[e].kind)) return true;
  for (auto const& r : m.rules)
    if (by_rules && (e == r.on || cause_of(m, r.on) == e)) return true;
  return false;
}

/// What a refund that answers a request changes. Refers to the plan.
class order_refunds {
 public:
  explicit order_refunds(order_plan const& plan) : plan_{&plan} {}

  /// Money back for less than all that she bought.
  bool is_of_parts(decision const& d) const {
    return d.does == answer::refunds && !plan_->returned_by_refund(d.object).empty();
  }
  /// `asked`: the part that she asked for another of; none: she asked to cancel. False where
  /// nothing changes.
  bool make(order_change& c, decision const& d, part_id asked) const {
    return c.return_money(plan_->returned_by_refund(d.object),
                          [&](part_id p) { return is_on_asking(plan_->model(), p, asked); });
  }
  bool would_change(std::uint8_t const* s, decision const& d, part_id asked) const {
    if (!is_of_parts(d)) return false;
    std::uint8_t after[order_plan::most_bytes];
    std::memcpy(after, s, plan_->bytes());
    order_change c{*plan_, after};
    return make(c, d, asked);
  }

 private:
  order_plan const* plan_;
};

}  // namespace lupaus::inline v0::detail
