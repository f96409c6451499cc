// SPDX-License-Identifier: BSL-1.0
//
// Three machines are replaced where one was ordered.
// error: the_values_make_sense_in<.*damaged_.*machine_
// error: more units are meant than there are
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(on(damaged).owes(shop, replace(machine, 1))),
#else
                                  fulfilment(on(damaged).owes(shop, replace(machine, 3))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
