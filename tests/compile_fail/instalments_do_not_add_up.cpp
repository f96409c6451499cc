// SPDX-License-Identifier: BSL-1.0
//
// She would pay more than the whole costs.
// error: prices_add_up_with<.*customer_.*deposit_
// error: instalments pay what the whole costs
// error: To mend: correct the price
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct deposit_ : instalment<deposit_> {
} deposit;

static constexpr auto p = promise(
    "machine, delivered", deposit >> machine >> delivery,
#ifdef MENDED
    fulfilment(shop.charges(whole, {64'800, "EUR"}), customer.pays(deposit, {64'800, "EUR"})),
#else
    fulfilment(shop.charges(whole, {64'800, "EUR"}), customer.pays(deposit, {64'900, "EUR"})),
#endif
    everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
