// SPDX-License-Identifier: BSL-1.0
//
// What may happen to a part is nothing that the shop takes on.
// error: this_stands_in_may_happen<.*shop_floor::late_on_the_road_
// error: what may happen to a part stands by itself
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct late_on_the_road_ : step_of<late_on_the_road_, delivery_> {
} late_on_the_road;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  may_happen(late_on_the_road.follows(started(delivery))),
#else
                                  fulfilment(late_on_the_road.follows(started(delivery))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
