// SPDX-License-Identifier: BSL-1.0
//
// No clause names the customer.
// error: a_clause_names_the_customer_of<
// error: no clause names the customer
// error: customer.reaches\(seller\)
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifdef MENDED
            fulfilment(customer.reaches(shop)),
#endif
            fulfilment(shop.commits(machine, undamaged), she_can_cancel, shop.can_do(delivery, 24h),
                       shop.has_in_stock(machine)));

static_assert(require_sound<p>);

}  // namespace shop_floor
