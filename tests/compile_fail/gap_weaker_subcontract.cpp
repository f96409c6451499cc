// SPDX-License-Identifier: BSL-1.0
//
// The shop commits two days, its carrier four.
// error: the_subcontract_keeps_the_commitment<.*carrier_, .*delivery_>
// error: a subcontract is as strong as what the seller commits
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  subcontracts(carrier.commits_to(shop, delivery, within(48h))),
#else
                                  subcontracts(carrier.commits_to(shop, delivery, within(96h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
