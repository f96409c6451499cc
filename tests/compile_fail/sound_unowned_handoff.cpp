// SPDX-License-Identifier: BSL-1.0
//
// `sound` alone names the gap and both sides of the handoff.
// error: unowned_handoff<.*delivery_, .*installation_>
// error: is_no_gap
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered and installed", machine >> delivery >> installation,
            fulfilment(customer.reaches(shop), she_can_cancel, shop.has_in_stock(machine)),
#ifdef MENDED
            fulfilment(shop.coordinates(delivery, installation)),
#endif
            subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                         installer.commits_to(shop, installation, within(24h))));

static_assert(sound<p>);

}  // namespace shop_floor
