// SPDX-License-Identifier: BSL-1.0
//
// The shop replaces, and it is not said what.
// error: it_is_said_what_to_do_it_to_by<shop_floor::shop_>
// error: a remedy is of a part
// error: To mend: ..owes\(seller, replace\(part\)\)
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(on(damaged).owes(shop, replace(machine)).within(24h)),
#else
                                  fulfilment(on(damaged).owes(shop, replace).within(24h)),
#endif
                                  may_happen(damaged), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
