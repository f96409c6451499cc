// SPDX-License-Identifier: BSL-1.0
//
// A claim is no commitment: it stands in marketing.
// error: fulfilment
// error: is_claim
// lines: 40
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  marketing(website.claims(delivery, within(48h))),
#else
                                  fulfilment(website.claims(delivery, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
