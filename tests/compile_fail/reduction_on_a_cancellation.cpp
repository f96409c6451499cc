// SPDX-License-Identifier: BSL-1.0
//
// A price is reduced where nothing has failed.
// error: no_more_is_taken_off_than_it_costs_by<.*rule_on<
// error: when something fails or is late
// error: To mend: correct `reduce_price
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(on(cancel_requested).owes(shop, accept)),
#else
                                  fulfilment(
                                      on(cancel_requested).owes(shop, reduce_price(machine))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
