// SPDX-License-Identifier: BSL-1.0
//
// A claim is on a part, not on a party.
// error: claims
// error: part_word
// lines: 40
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  marketing(website.claims(delivery, within(48h))),
#else
                                  marketing(website.claims(carrier, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
