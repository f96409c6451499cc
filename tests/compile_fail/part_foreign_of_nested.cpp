// SPDX-License-Identifier: BSL-1.0
//
// A nested promise speaks of its own parts: not of a part of the promise around it.
// error: the_product_has<.*machine_, void>
// error: not in the product
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {
inline constexpr struct transport_ : composite<transport_> {
} transport;

constexpr auto transported = promise(transport, delivery,
#ifdef MENDED
                                     fulfilment(shop.commits(delivery, undamaged))
#else
                                     fulfilment(shop.commits(machine, undamaged))
#endif
);
static constexpr auto p = promise("machine, transported", machine >> transported, everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
