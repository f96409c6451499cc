// SPDX-License-Identifier: BSL-1.0
//
// Two parties answer for one part.
// error: nothing_else_is_said_by<.*installer_.*delivery_
// error: no clause contradicts another
// error: To mend: drop one
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(shop.answers(delivery)),
#else
                                  fulfilment(carrier.answers(delivery),
                                             installer.answers(delivery)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
