// SPDX-License-Identifier: BSL-1.0
//
// Nobody owes notice to himself.
// error: nothing_else_is_said_by<.*shop_, .*shop_, .*damaged_
// error: owes something to himself
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  subcontracts(carrier.tells(shop, damaged, 1h)),
                                  fulfilment(on(damaged).owes(shop, refund)),
#else
                                  subcontracts(shop.tells(shop, damaged, 1h)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
