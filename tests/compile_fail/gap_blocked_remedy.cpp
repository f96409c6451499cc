// SPDX-License-Identifier: BSL-1.0
//
// The shop replaces after the damaged machine is back, and nobody has to bring it back.
// error: somebody_is_committed_to_bring_about<.*received_back_>
// error: a remedy waits only for what somebody has committed to bring about
// error: To mend: drop `.waits_for\(gate\)`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p =
    promise("machine, delivered", machine >> delivery,
            fulfilment(customer.reaches(shop), she_can_cancel, shop.can_do(delivery, 24h),
                       shop.has_in_stock(machine),
                       on(damaged).owes(shop, replace(machine)).waits_for(received_back)),
#ifdef MENDED
            subcontracts(carrier.commits_to(shop, delivery, within(120h).after(damaged))
                             .brings_about(received_back)),
#endif
            subcontracts(shop.tells(customer, damaged, 1h)),
            may_happen(damaged, received_back.follows(damaged).by(carrier).hands(machine, shop)));

static_assert(require_sound<p>);

}  // namespace shop_floor
