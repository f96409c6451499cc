// SPDX-License-Identifier: BSL-1.0
//
// A subcontract is owed to a party, not to a part.
// error: commits_to
// error: named_party
// lines: 40
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  subcontracts(carrier.commits_to(shop, delivery, within(48h))),
#else
                                  subcontracts(carrier.commits_to(machine, delivery, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
