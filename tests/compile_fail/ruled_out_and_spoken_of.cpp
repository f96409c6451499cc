// SPDX-License-Identifier: BSL-1.0
//
// A failure that cannot happen has a rule.
// error: nothing_else_is_said_by<.*ruled_out<shop_floor::damaged_>
// error: no clause contradicts another
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifndef MENDED
                                  fulfilment(on(damaged).owes(shop, replace(machine))),
#endif
                                  cannot_happen(damaged), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
