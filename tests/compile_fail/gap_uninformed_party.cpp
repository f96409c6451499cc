// SPDX-License-Identifier: BSL-1.0
//
// The shop has promised her word of a loss, of which the carrier tells nobody.
// error: who_promised_her_word_gets_word<.*shop_, .*lost_>
// error: who has promised the customer word of an event knows of it
// error: To mend: `other.tells\(party, event, time\)`
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct lost_ : failure_of<lost_, delivery_> {
} lost;

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery,
    fulfilment(customer.reaches(shop), she_can_cancel, shop.commits(whole, informed_within(4h)),
               shop.has_in_stock(machine), on(reported(lost)).owes(shop, replace(machine))),
    subcontracts(carrier.commits_to(shop, delivery, within(48h))),
#ifdef MENDED
    subcontracts(carrier.tells(shop, lost, 1h)),
#endif
    may_happen(lost.by(carrier)));

static_assert(require_sound<p>);

}  // namespace shop_floor
