// SPDX-License-Identifier: BSL-1.0
//
// Two parties are the merchant of record.
// error: there_is_one_seller_and_not<.*outlet_, .*shop_>
// error: one seller answers for a promise
// error: To mend: let one
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {
inline constexpr struct outlet_ : seller<outlet_> {
} outlet;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifndef MENDED
                                  fulfilment(outlet.commits(delivery, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
