// SPDX-License-Identifier: BSL-1.0
//
// The delivery rests on a van that nobody has.
// error: somebody_provides_what_it_rests_on<.*shop_, .*delivery_>
// error: what a commitment rests on is provided
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            fulfilment(shop.commits(delivery, within(48h)).rests_on("a van with a tail lift")),
#ifdef MENDED
            fulfilment(shop.provides("a van with a tail lift")),
#endif
            everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
