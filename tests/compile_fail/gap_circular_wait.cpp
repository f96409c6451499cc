// SPDX-License-Identifier: BSL-1.0
//
// The delivery waits for the installation, and the installation for the delivery.
// error: the_waits_have_an_end<.*delivery_.*, .*installation_
// error: nothing waits for itself
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered and installed", machine >> delivery >> installation,
#ifndef MENDED
            fulfilment(shop.commits(delivery, within(48h)).given(completed(installation))),
#endif
            fulfilment(shop.can_do(installation, 1h)), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
