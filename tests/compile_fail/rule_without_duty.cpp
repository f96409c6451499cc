// SPDX-License-Identifier: BSL-1.0
//
// A rule says when, and then not who owes what.
// error: somebody_owes_something_on<shop_floor::damaged_>
// error: a rule says who owes what
// error: To mend: go on with `.owes
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery,
#ifdef MENDED
    fulfilment(on(damaged).owes(shop, replace(machine)).waits_for(received_back)),
#else
    fulfilment(on(damaged).waits_for(received_back)),
#endif
    subcontracts(
        carrier.commits_to(shop, delivery, within(24h).after(damaged)).brings_about(received_back)),
    may_happen(damaged, received_back.follows(damaged)), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
