// SPDX-License-Identifier: BSL-1.0
//
// A function that takes sound promises only refuses an unsound one, with the gap.
// error: no_exit<.*before<.*machine_> ?>
// error: sell
// lines: 20
#include "compile_fail/shop.hpp"

namespace shop_floor {

template <auto const& P>
  requires sound<P>
constexpr bool sell() { return true; }

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery,
#ifdef MENDED
    fulfilment(she_can_cancel),
#endif
    fulfilment(customer.reaches(shop), shop.can_do(delivery, 24h), shop.has_in_stock(machine)));

static_assert(sell<p>());

}  // namespace shop_floor
