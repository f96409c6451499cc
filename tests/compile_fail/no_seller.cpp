// SPDX-License-Identifier: BSL-1.0
//
// No clause names the seller.
// error: a_clause_names_the_seller_of<
// error: no clause names the seller
// error: say what the seller commits
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifdef MENDED
            fulfilment(she_can_cancel, shop.can_do(delivery, 24h), shop.has_in_stock(machine)),
#endif
            fulfilment(customer.reaches(carrier)));

static_assert(require_sound<p>);

}  // namespace shop_floor
