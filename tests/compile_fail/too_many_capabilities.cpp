// SPDX-License-Identifier: BSL-1.0
//
// Eight capabilities for one commitment, and one more.
// error: eight_capabilities_at_most_in<.*shop_.*machine_
// error: Here there are more
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct lost_ : failure_of<lost_, delivery_> {
} lost;

constexpr auto on_eight = shop.commits(machine, undamaged)
                              .rests_on("a van")
                              .rests_on("a driver")
                              .rests_on("a mate")
                              .rests_on("a trolley")
                              .rests_on("a route")
                              .rests_on("a slot")
                              .rests_on("fuel")
                              .rests_on("insurance");

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifdef MENDED
            fulfilment(on_eight),
#else
            fulfilment(on_eight.rests_on("patience").given(lost)),
#endif
            fulfilment(shop.provides("a van"), shop.provides("a driver"), shop.provides("a mate"),
                       shop.provides("a trolley"), shop.provides("a route"),
                       shop.provides("a slot"), shop.provides("fuel"), shop.provides("insurance")),
            may_happen(lost), fulfilment(on(lost).owes(shop, refund)), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
