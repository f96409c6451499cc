// SPDX-License-Identifier: BSL-1.0
//
// A claim on a part that is not in the product; nothing in it is called like that.
// error: the_product_has<.*installation_, void>
// error: a clause speaks of a part.*not in the product
// error: To mend: add the part to the product
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  marketing(website.claims(delivery, within(48h))),
#else
                                  marketing(website.claims(installation, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
