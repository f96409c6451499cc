// SPDX-License-Identifier: BSL-1.0
//
// Only a good can be held.
// error: held_by
// error: good
// lines: 40
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifdef MENDED
            fulfilment(on(damaged).owes(shop, refund).presumes(held_by(shop, machine))),
#else
            fulfilment(on(damaged).owes(shop, refund).presumes(held_by(shop, delivery))),
#endif
            everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
