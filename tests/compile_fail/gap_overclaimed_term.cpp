// SPDX-License-Identifier: BSL-1.0
//
// The page says one day, the shop commits two.
// error: the_seller_commits_as_much_as_the_claim_on<.*website_, .*delivery_>
// error: what is claimed is committed to, in full
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  marketing(website.claims(delivery, within(48h))),
#else
                                  marketing(website.claims(delivery, within(24h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
