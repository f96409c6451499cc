// SPDX-License-Identifier: BSL-1.0
//
// Recovery is claimed within a day, and the second delivery alone takes two.
// error: the_remedy_comes_in_time_for<.*damaged_, 24L?>
// error: a remedy comes in the time claimed
// error: To mend: drop the gate, shorten the steps, or claim a longer time
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

#ifdef MENDED
constexpr auto claimed = 48h;
#else
constexpr auto claimed = 24h;
#endif
static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            marketing(website.claims(whole, recovered_within(claimed))),
            fulfilment(customer.reaches(shop), she_can_cancel, shop.has_in_stock(machine),
                       shop.commits(whole, recovered_within(claimed)),
                       on(damaged).owes(shop, replace(machine))),
            subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                         carrier.tells(shop, damaged, 1h), shop.tells(customer, damaged, 1h)),
            may_happen(damaged));

static_assert(require_sound<p>);

}  // namespace shop_floor
