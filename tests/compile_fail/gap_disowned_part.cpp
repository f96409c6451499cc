// SPDX-License-Identifier: BSL-1.0
//
// The shop sells the delivery and lets the carrier answer for it.
// error: the_seller_answers_for<.*delivery_>
// error: who sells a part answers for it
// error: To mend: take out `party.answers\(part\)`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifndef MENDED
            fulfilment(carrier.answers(delivery)),
#endif
            fulfilment(customer.reaches(shop), she_can_cancel, shop.can_do(delivery, 24h),
                       shop.has_in_stock(machine)));

static_assert(require_sound<p>);

}  // namespace shop_floor
