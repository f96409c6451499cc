// SPDX-License-Identifier: BSL-1.0
//
// A promise that leaves the parties to the promise around it, asked by itself.
// error: a_clause_names_the_customer_of<.*delivery_>
// error: no clause names the customer
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {
inline constexpr struct transport_ : composite<transport_> {
} transport;

static constexpr auto p = promise(transport, delivery,
#ifdef MENDED
                                  fulfilment(customer.reaches(shop)),
#endif
                                  fulfilment(she_can_cancel, shop.can_do(delivery, 24h)));

static_assert(require_sound<p>);

}  // namespace shop_floor
