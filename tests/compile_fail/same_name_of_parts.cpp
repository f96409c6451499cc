// SPDX-License-Identifier: BSL-1.0
//
// Two parts of the product have the same name: the second is named, and not the product.
// error: every_name_is_new_in<shop_floor::second_delivery_>
// error: names differ
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

#ifdef MENDED
inline constexpr struct second_delivery_ : service<second_delivery_> {
} second_delivery;
#else
inline constexpr struct second_delivery_ : service<second_delivery_, "delivery"> {
} second_delivery;
#endif

static constexpr auto p =
    promise("machine, delivered twice", machine >> delivery >> second_delivery,
            fulfilment(shop.can_do(second_delivery, 24h)), everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
