// SPDX-License-Identifier: BSL-1.0
//
// A rule on a failure of a part that is not in the product.
// error: the_product_has<.*installation_, void>
// error: or of an event of a part
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {
inline constexpr struct leaking_ : failure_of<leaking_, installation_> {
} leaking;
#ifdef MENDED
inline constexpr struct lost_ : failure_of<lost_, delivery_> {
} lost;
#endif

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(on(reported(lost)).owes(shop, refund)),
#else
                                  fulfilment(on(reported(leaking)).owes(shop, refund)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
