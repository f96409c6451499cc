// SPDX-License-Identifier: BSL-1.0
//
// What a decision is of: the object of a remedy, and the parts whose money comes back (R1 and R5 of
// docs/explanation/semantics.md).
#pragma once

#include "lupaus/explore/order/decision.hpp"
#include "lupaus/life/order/order_change.hpp"
#include "lupaus/life/order/order_plan.hpp"

#include <cstdint>
#include <cstring>

namespace lupaus::inline v0::detail {

/// What a remedy begins anew with: what the decision names, else what the failed part carries, else
/// the failed part.
constexpr part_id object_of(model_view const& m, decision const& d, part_id failed) {
  if (d.object && is_leaf(m.parts[d.object])) return d.object;
  auto const carried = m.parts[failed].carries;
  return d.does != answer::performs_again && carried ? carried : failed;
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
  bool make(order_change& c, decision const& d, part_plan const* asked) const {
    return c.return_money(plan_->returned_by_refund(d.object), [&](part_id p) {
      return !asked || p == asked->part || p == plan_->model().parts[asked->part].carries;
    });
  }
  bool would_change(std::uint8_t const* s, decision const& d, part_plan const* asked) const {
    std::uint8_t after[order_plan::most_bytes];
    std::memcpy(after, s, plan_->bytes());
    order_change c{*plan_, after};
    return make(c, d, asked);
  }

 private:
  order_plan const* plan_;
};

}  // namespace lupaus::inline v0::detail
