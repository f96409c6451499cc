// SPDX-License-Identifier: BSL-1.0
//
// She has paid ahead, and no rule lets her out.
// error: she_can_get_out_in_situation<.*before<.*machine_> ?>
// error: who has paid ahead can get out until she has it
// error: To mend: `on\(cancel_requested\).owes\(seller, accept\)`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery,
#ifdef MENDED
    fulfilment(she_can_cancel),
#endif
    fulfilment(customer.reaches(shop), shop.can_do(delivery, 24h), shop.has_in_stock(machine)));

static_assert(require_sound<p>);

}  // namespace shop_floor
