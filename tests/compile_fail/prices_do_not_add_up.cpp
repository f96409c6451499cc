// SPDX-License-Identifier: BSL-1.0
//
// The whole costs less than what it is made of.
// error: prices_add_up_with<.*shop_.*the_whole
// error: what a part is made of costs
// error: To mend: correct the price
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery,
#ifdef MENDED
    fulfilment(shop.charges(machine, {59'900, "EUR"}), shop.charges(delivery, {4'900, "EUR"}),
               shop.charges(whole, {64'800, "EUR"})),
#else
    fulfilment(shop.charges(machine, {59'900, "EUR"}), shop.charges(delivery, {4'900, "EUR"}),
               shop.charges(whole, {64'700, "EUR"})),
#endif
    everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
