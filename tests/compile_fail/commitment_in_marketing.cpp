// SPDX-License-Identifier: BSL-1.0
//
// A commitment is no claim: it stands in fulfilment.
// error: this_stands_in_fulfilment<.*shop_floor::shop_, .*shop_floor::delivery_
// error: what is owed to the customer, and the rules, stand in fulfilment
// error: To mend: move it into .fulfilment
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(shop.commits(delivery, within(48h))),
#else
                                  marketing(shop.commits(delivery, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
