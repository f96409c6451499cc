// SPDX-License-Identifier: BSL-1.0
//
// The shop delivers once the carrier has checked the stairs, which nobody asked him to.
// error: somebody_is_committed_to_the_condition<.*shop_, .*stairs_checked_>
// error: a condition is brought about by somebody
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct stairs_checked_ : step_of<stairs_checked_, delivery_> {
} stairs_checked;

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery,
    fulfilment(shop.commits(delivery, within(48h)).given(stairs_checked)),
#ifdef MENDED
    subcontracts(carrier.commits_to(shop, delivery, within(24h)).brings_about(stairs_checked)),
#endif
    may_happen(stairs_checked.by(carrier)), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
