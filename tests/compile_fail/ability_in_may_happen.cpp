// SPDX-License-Identifier: BSL-1.0
//
// How the work is done does not happen to a part.
// error: this_stands_in_fulfilment_or_subcontracts<.*shop_floor::carrier_, shop_floor::delivery_
// error: how the work is done stands in fulfilment or in subcontracts
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(carrier.can_do(delivery, 24h)),
#else
                                  may_happen(carrier.can_do(delivery, 24h)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
