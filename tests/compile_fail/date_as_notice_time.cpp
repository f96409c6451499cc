// SPDX-License-Identifier: BSL-1.0
//
// A notice is owed within a length of time, not on a date.
// error: the_values_make_sense_in<.*carrier_.*shop_.*damaged_
// error: no length of time
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(on(damaged).owes(shop, refund)),
                                  subcontracts(carrier.tells(shop, damaged, 2h)),
#else
                                  subcontracts(carrier.tells(shop, damaged, calendar_day{20'000})),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
