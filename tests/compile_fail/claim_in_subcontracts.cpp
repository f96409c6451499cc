// SPDX-License-Identifier: BSL-1.0
//
// A claim is no contract between firms: it stands in marketing.
// error: this_stands_in_marketing<.*shop_floor::website_, .*the_whole
// error: what the customer is told stands in marketing
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  marketing(website.claims(whole, within(48h))),
#else
                                  subcontracts(website.claims(whole, within(48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
