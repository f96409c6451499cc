// SPDX-License-Identifier: BSL-1.0
//
// A claim is no commitment: it stands in marketing.
// error: this_stands_in_marketing<.*shop_floor::website_, shop_floor::delivery_
// error: what the customer is told stands in marketing
// error: To mend: move it into .marketing
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  marketing(website.claims(delivery, within(48h))),
                                  fulfilment(shop.commits(delivery, within(48h))),
#else
                                  fulfilment(website.claims(delivery, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
