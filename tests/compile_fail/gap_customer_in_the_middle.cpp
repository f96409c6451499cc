// SPDX-License-Identifier: BSL-1.0
//
// The handoff is left to the customer: carrier and installer reach each other only through her.
// error: word_passes_without_the_customer_between<.*delivery_, .*installation_>
// error: the customer is no link between performers
// error: To mend: `seller.coordinates\(before, after\)`, or `seller.reaches
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered and installed", machine >> delivery >> installation,
            fulfilment(customer.reaches(shop), she_can_cancel),
#ifdef MENDED
            fulfilment(shop.coordinates(delivery, installation)),
#else
            fulfilment(customer.coordinates(delivery, installation)),
#endif
            subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                         installer.commits_to(shop, installation, within(24h)),
                         shop.has_in_stock(machine)));

static_assert(require_sound<p>);

}  // namespace shop_floor
