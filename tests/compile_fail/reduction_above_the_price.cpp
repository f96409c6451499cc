// SPDX-License-Identifier: BSL-1.0
//
// More is taken off than it costs. The prices are right.
// error: no_more_is_taken_off_than_it_costs_by<.*rule_on<.*damaged_
// error: minor_units_off<64900L?>
// error: minor_units_of_price<64800L?>
// error: and no more than it is
// error: To mend: correct `reduce_price
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, machine_> {
} damaged;

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            fulfilment(shop.charges(machine, {64'800, "EUR"}),
#ifdef MENDED
                       on(damaged).owes(shop, reduce_price(machine, {4'900, "EUR"}))),
#else
                       on(damaged).owes(shop, reduce_price(machine, {64'900, "EUR"}))),
#endif
            may_happen(damaged), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
