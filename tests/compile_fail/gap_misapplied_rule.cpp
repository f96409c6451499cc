// SPDX-License-Identifier: BSL-1.0
//
// The rule presumes that the customer holds the machine, and the carrier still has it.
// error: the_rule_on_presumes_what_is_so_in<.*damaged_, .*damaged_>
// error: a rule fires only where what it presumes is so
// error: To mend: limit it by `.between
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            fulfilment(customer.reaches(shop), she_can_cancel, shop.has_in_stock(machine),
#ifdef MENDED
                       on(damaged).owes(shop, replace(machine))),
#else
                       on(damaged)
                           .owes(shop, replace(machine))
                           .presumes(held_by(customer, machine))),
#endif
            subcontracts(delivery.carries(machine), carrier.commits_to(shop, delivery, within(48h)),
                         carrier.tells(shop, damaged, 1h), shop.tells(customer, damaged, 1h)),
            may_happen(damaged));

static_assert(require_sound<p>);

}  // namespace shop_floor
