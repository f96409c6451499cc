// SPDX-License-Identifier: BSL-1.0
//
// The carrier passes the delivery on, and gets it back.
// error: the_work_does_not_come_back<.*carrier_, .*installer_>
// error: work that is passed on does not come back
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                         installer.commits_to(carrier, delivery, within(48h))),
#ifndef MENDED
            subcontracts(carrier.commits_to(installer, delivery, within(48h))),
#endif
            fulfilment(customer.reaches(shop), she_can_cancel, shop.has_in_stock(machine),
                       shop.coordinates(machine, delivery)));

static_assert(require_sound<p>);

}  // namespace shop_floor
