// SPDX-License-Identifier: BSL-1.0
//
// The page claims a time that the shop never takes on.
// error: the_seller_commits_to_the_claim_on<.*website_, .*delivery_>
// error: what is claimed is committed to
// error: To mend: `seller.commits\(part, term\)` in fulfilment, or take out the claim
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery, marketing(website.claims(delivery, within(48h))),
#ifdef MENDED
    fulfilment(shop.commits(delivery, within(48h))),
#endif
    fulfilment(customer.reaches(shop), she_can_cancel, shop.can_do(delivery, 24h),
               shop.has_in_stock(machine)));

static_assert(require_sound<p>);

}  // namespace shop_floor
