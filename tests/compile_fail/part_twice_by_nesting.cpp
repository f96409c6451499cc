// SPDX-License-Identifier: BSL-1.0
//
// A part stands in the product and in a promise nested in it.
// error: it_stands_in_the_product_once<.*delivery_>
// error: a part has one place in the product
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {
inline constexpr struct transport_ : composite<transport_> {
} transport;

constexpr auto transported = promise(transport, delivery);
static constexpr auto p = promise("machine, transported",
#ifdef MENDED
                                  machine >> transported,
#else
                                  machine >> delivery >> transported,
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
