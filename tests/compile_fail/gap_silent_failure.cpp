// SPDX-License-Identifier: BSL-1.0
//
// Nobody tells the customer that the machine is damaged.
// error: somebody_tells_of_failure_to<.*damaged_, .*customer_>
// error: whom a failure concerns is told of it
// error: To mend: `seller.tells\(party, failure, time\)`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            fulfilment(customer.reaches(shop), she_can_cancel, shop.can_do(delivery, 24h),
                       shop.has_in_stock(machine), on(damaged).owes(shop, replace(machine))),
#ifdef MENDED
            fulfilment(shop.tells(customer, damaged, 1h)),
#endif
            may_happen(damaged));

static_assert(require_sound<p>);

}  // namespace shop_floor
