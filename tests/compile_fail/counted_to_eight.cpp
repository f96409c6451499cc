// SPDX-License-Identifier: BSL-1.0
//
// A rule counts to eight.
// error: times_can_be_counted_by<
// error: a rule counts how often something fails
// error: To mend: correct the number
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(on(damaged).up_to_time(2).owes(shop, replace(machine)),
                                             on(damaged).from_time(3).owes(shop, refund)),
#else
                                  fulfilment(on(damaged).up_to_time(7).owes(shop, replace(machine)),
                                             on(damaged).from_time(8).owes(shop, refund)),
#endif
                                  may_happen(damaged), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
