// SPDX-License-Identifier: BSL-1.0
//
// When the delivery is lost, the shop makes it good to the carrier.
// error: the_remedy_goes_to_whom_the_word_was_given<.*lost_, .*shop_>
// error: a remedy goes from who broke his word to whom it was given
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct lost_ : failure_of<lost_, delivery_> {
} lost;

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery, fulfilment(on(lost).owes(shop, replace(machine))),
#ifndef MENDED
    fulfilment(on(lost).owes(shop, refund).to(carrier)),
#endif
    fulfilment(shop.tells(carrier, lost, 1h)),
    subcontracts(carrier.commits_to(shop, delivery, within(48h)), carrier.tells(shop, lost, 1h)),
    may_happen(lost), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
