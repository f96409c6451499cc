// SPDX-License-Identifier: BSL-1.0
//
// A rule says what the customer gets: it stands in fulfilment.
// error: this_stands_in_fulfilment<
// error: what is owed to the customer, and the rules, stand in fulfilment
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(on(cancel_requested).owes(shop, refund)),
#else
                                  subcontracts(on(cancel_requested).owes(shop, refund)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
