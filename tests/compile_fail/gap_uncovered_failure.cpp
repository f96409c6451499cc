// SPDX-License-Identifier: BSL-1.0
//
// A failure mode without a rule.
// error: a_rule_covers<.*damaged_>
// error: every failure mode is answered
// error: To mend: `on\(failure\).owes\(seller, replace\(part\)\)`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            fulfilment(customer.reaches(shop), she_can_cancel, shop.can_do(delivery, 24h),
                       shop.has_in_stock(machine)),
#ifdef MENDED
            fulfilment(on(damaged).owes(shop, replace(machine))),
#endif
            subcontracts(shop.tells(customer, damaged, 1h)), may_happen(damaged));

static_assert(require_sound<p>);

}  // namespace shop_floor
