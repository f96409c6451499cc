// SPDX-License-Identifier: BSL-1.0
//
// After the title the product is missing.
// error: the_product_is_made_of_parts<
// error: after its title a promise has a product
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered",
#ifdef MENDED
                                  machine >> delivery,
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
