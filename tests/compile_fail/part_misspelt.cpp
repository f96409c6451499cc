// SPDX-License-Identifier: BSL-1.0
//
// A claim on a part that is not in the product, with a near name in it.
// error: the_product_has<.*delivry_, .*did_you_mean<.*delivery_> ?>
// error: not in the product
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {
inline constexpr struct delivry_ : service<delivry_> {
} delivry;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  marketing(website.claims(delivery, within(48h))),
#else
                                  marketing(website.claims(delivry, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
