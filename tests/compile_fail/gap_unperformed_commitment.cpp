// SPDX-License-Identifier: BSL-1.0
//
// The shop sells a delivery that nobody makes.
// error: somebody_performs<.*delivery_>
// error: what the seller owes is performed by somebody
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifdef MENDED
            subcontracts(carrier.commits_to(shop, delivery, within(48h))),
#endif
            fulfilment(customer.reaches(shop), she_can_cancel, shop.has_in_stock(machine)));

static_assert(require_sound<p>);

}  // namespace shop_floor
