// SPDX-License-Identifier: BSL-1.0
//
// A part owes nothing: only a party does.
// error: owes
// error: machine_
// error: named_party
// lines: 40
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(on(damaged).owes(shop, refund)),
#else
                                  fulfilment(on(damaged).owes(machine, refund)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
