// SPDX-License-Identifier: BSL-1.0
//
// A contract ends with the order, not when it is placed.
// error: an_order_ends_as_is_said_by<
// error: which is kept, cancelled or refunded
// error: To mend: .party.ends_contract_with
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifdef MENDED
            subcontracts(carrier.ends_contract_with(shop, kept, cancelled, refunded)),
#else
            subcontracts(carrier.ends_contract_with(shop, ordered)),
#endif
            everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
