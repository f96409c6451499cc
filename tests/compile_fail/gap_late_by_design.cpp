// SPDX-License-Identifier: BSL-1.0
//
// Each in two days, both in two.
// error: the_contracts_are_as_fast_as_the_claim<.*installation_, 24L?>
// error: a deadline that is claimed holds at contracted times
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, delivered and installed", machine >> delivery >> installation,
#ifdef MENDED
            marketing(website.claims(installation, within(48h))),
#else
            marketing(website.claims(installation, within(24h))),
#endif
            fulfilment(shop.commits(installation, within(24h)), shop.can_do(installation, 24h)),
            everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
