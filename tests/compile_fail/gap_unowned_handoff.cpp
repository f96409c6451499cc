// SPDX-License-Identifier: BSL-1.0
//
// Carrier and installer meet at the customer's door, and nobody sees to it.
// error: somebody_coordinates<.*delivery_, .*installation_>
// error: where two performers meet, somebody coordinates them
// error: To mend: `seller.coordinates\(before, after\)`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered and installed", machine >> delivery >> installation,
            fulfilment(customer.reaches(shop), she_can_cancel),
#ifdef MENDED
            fulfilment(shop.coordinates(delivery, installation)),
#endif
            subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                         installer.commits_to(shop, installation, within(24h)),
                         shop.has_in_stock(machine)));

static_assert(require_sound<p>);

}  // namespace shop_floor
