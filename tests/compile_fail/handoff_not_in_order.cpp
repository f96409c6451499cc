// SPDX-License-Identifier: BSL-1.0
//
// A handoff from the later part to the earlier one.
// error: the_first_comes_before_the_second_of<.*delivery_, .*machine_>
// error: from an earlier part to a later one
// error: To mend: swap them
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(shop.coordinates(machine, delivery)),
#else
                                  fulfilment(shop.coordinates(delivery, machine)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
