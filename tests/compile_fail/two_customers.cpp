// SPDX-License-Identifier: BSL-1.0
//
// Two parties are the customer.
// error: there_is_one_customer_and_not<.*neighbour_, .*customer_>
// error: one customer buys a promise
// error: To mend: let one
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {
inline constexpr struct neighbour_ : lupaus::customer<neighbour_> {
} neighbour;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifndef MENDED
                                  fulfilment(neighbour.reaches(carrier)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
