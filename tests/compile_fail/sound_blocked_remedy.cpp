// SPDX-License-Identifier: BSL-1.0
//
// `sound` alone names the trigger of the rule and what it waits for.
// error: blocked_remedy<.*report_of<.*damaged_> ?, .*received_back_>
// error: is_no_gap
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            fulfilment(customer.reaches(shop), she_can_cancel, shop.can_do(delivery, 24h),
                       shop.has_in_stock(machine),
#ifdef MENDED
                       on(reported(damaged)).owes(shop, replace(machine))),
#else
                       on(reported(damaged)).owes(shop, replace(machine)).waits_for(received_back)),
#endif
            subcontracts(shop.tells(customer, damaged, 1h)),
            may_happen(damaged, received_back.follows(damaged).by(carrier).hands(machine, shop)));

static_assert(sound<p>);

}  // namespace shop_floor
