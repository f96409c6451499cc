// SPDX-License-Identifier: BSL-1.0
//
// Two windows of one day, of one carrier, for one delivery.
// error: the_duties_can_all_be_met<.*carrier_, .*delivery_>
// error: one debtor can meet all his duties
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            subcontracts(carrier.commits_to(shop, delivery, within(24h), in_window(8h, 12h))),
#ifndef MENDED
            subcontracts(carrier.commits_to(shop, delivery, in_window(14h, 18h))),
#endif
            everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
