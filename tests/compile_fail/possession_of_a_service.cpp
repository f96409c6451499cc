// SPDX-License-Identifier: BSL-1.0
//
// Nobody possesses a service.
// error: possession
// error: good
// lines: 40
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
#ifdef MENDED
            fulfilment(on(cancel_requested).until(possession(machine)).owes(shop, accept)),
#else
            fulfilment(on(cancel_requested).until(possession(delivery)).owes(shop, accept)),
#endif
            everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
