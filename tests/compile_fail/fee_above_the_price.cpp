// SPDX-License-Identifier: BSL-1.0
//
// Who cancels would get less than nothing back. The prices are right.
// error: no_more_is_kept_than_is_paid_back_by<.*rule_on<.*shop_
// error: minor_units_kept<64900L?>
// error: minor_units_paid_back<64800L?>
// error: and no more than that
// error: To mend: correct `.keeps
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery,
    fulfilment(shop.charges(whole, {64'800, "EUR"}), customer.reaches(shop),
#ifdef MENDED
               on(cancel_requested).owes(shop, accept).keeps({4'900, "EUR"}),
#else
               on(cancel_requested).owes(shop, accept).keeps({64'900, "EUR"}),
#endif
               shop.commits(whole, within(48h)), shop.tells_of_any_change(customer, whole, 1h),
               shop.has_in_stock(machine), shop.can_do(delivery, 24h)));

static_assert(require_sound<p>);

}  // namespace shop_floor
