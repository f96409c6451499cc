// SPDX-License-Identifier: BSL-1.0
//
// A part commits to nothing: only a party does.
// error: commits
// lines: 40
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(shop.commits(machine, undamaged)),
#else
                                  fulfilment(delivery.commits(machine, undamaged)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
