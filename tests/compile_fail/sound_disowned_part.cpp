// SPDX-License-Identifier: BSL-1.0
//
// `sound` alone names the gap and the user's part.
// error: disowned_part<.*installation_>
// error: is_no_gap
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p =
    promise("machine, installed", machine >> installation,
#ifndef MENDED
            fulfilment(installer.answers(installation)),
#endif
            fulfilment(customer.reaches(shop), she_can_cancel, shop.has_in_stock(machine),
                       shop.can_do(installation, 24h)));

static_assert(sound<p>);

}  // namespace shop_floor
