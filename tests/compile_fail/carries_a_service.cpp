// SPDX-License-Identifier: BSL-1.0
//
// A service carries goods.
// error: carries
// error: good
// lines: 40
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  subcontracts(delivery.carries(machine)),
#else
                                  subcontracts(delivery.carries(delivery)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
