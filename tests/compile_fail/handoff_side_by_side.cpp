// SPDX-License-Identifier: BSL-1.0
//
// A handoff between parts that stand side by side.
// error: the_first_comes_before_the_second_of<.*delivery_, .*installation_>
// error: join them by >> in the product
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered and installed",
#ifdef MENDED
                                  machine >> delivery >> installation,
#else
                                  machine >> all_of(delivery, installation),
#endif
                                  fulfilment(shop.coordinates(delivery, installation)),
                                  everything_else, fulfilment(shop.can_do(installation, 24h)));

static_assert(require_sound<p>);

}  // namespace shop_floor
