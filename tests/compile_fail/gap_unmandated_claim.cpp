// SPDX-License-Identifier: BSL-1.0
//
// An agent of its own says what the shop does not know of.
// error: the_claim_binds_the_seller<.*carrier_, .*delivery_>
// error: who claims can bind the seller
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifdef MENDED
            marketing(carrier.has_mandate()),
#endif
            marketing(carrier.claims(delivery, within(48h))), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
