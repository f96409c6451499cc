// SPDX-License-Identifier: BSL-1.0
//
// The shop of the washing machine, for promises that must not compile.
#pragma once

#include "lupaus/promise.hpp"
#include "support/shop_floor.hpp"

namespace shop_floor {

/// Clauses that make a small promise sound, whatever else it says of machine and delivery.
constexpr auto everything_else =
    fulfilment(customer.reaches(shop), she_can_cancel, shop.commits(whole, within(48h)),
               shop.tells_of_any_change(customer, whole, 1h), shop.has_in_stock(machine),
               shop.can_do(delivery, 24h));

}  // namespace shop_floor
