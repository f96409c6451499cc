// SPDX-License-Identifier: BSL-1.0
//
// A channel joins two parties.
// error: reaches
// error: same_as
// lines: 40
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(shop.reaches(carrier)),
#else
                                  fulfilment(shop.reaches(shop)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
