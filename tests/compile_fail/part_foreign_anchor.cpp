// SPDX-License-Identifier: BSL-1.0
//
// A time counted from the completion of a part that is not in the product.
// error: the_product_has<.*installation_, void>
// error: or of an event of a part
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifdef MENDED
            subcontracts(carrier.commits_to(shop, delivery, within(24h).after(completed(machine)))),
#else
            subcontracts(
                carrier.commits_to(shop, delivery, within(24h).after(completed(installation)))),
#endif
            everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
