// SPDX-License-Identifier: BSL-1.0
//
// What a carrier owes the shop is nothing that the page says: it stands in subcontracts.
// error: this_stands_in_subcontracts<.*carrier_, .*shop_, .*delivery_
// error: what firms owe each other stands in subcontracts
// error: To mend: move it into .subcontracts
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  subcontracts(carrier.commits_to(shop, delivery, within(48h))),
#else
                                  marketing(carrier.commits_to(shop, delivery, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
