// SPDX-License-Identifier: BSL-1.0
//
// A part stands in the product twice.
// error: it_stands_in_the_product_once<.*machine_>
// error: a part has one place in the product
// error: To mend: write `2 \* part`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered",
#ifdef MENDED
                                  2 * machine >> delivery,
#else
                                  machine >> delivery >> machine,
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
