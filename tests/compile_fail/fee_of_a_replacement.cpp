// SPDX-License-Identifier: BSL-1.0
//
// A fee is kept where nothing is paid back.
// error: no_more_is_kept_than_is_paid_back_by<.*damaged_
// error: by a refund or where she may cancel
// error: To mend: correct `.keeps
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(on(damaged).owes(shop, refund).keeps({4'900, "EUR"})),
#else
                                  fulfilment(on(damaged)
                                                 .owes(shop, replace(machine))
                                                 .keeps({4'900, "EUR"})),
#endif
                                  may_happen(damaged), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
