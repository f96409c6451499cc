// SPDX-License-Identifier: BSL-1.0
//
// A time below zero.
// error: the_values_make_sense_in<.*shop_.*delivery_
// error: a clause says what can be meant
// error: To mend: correct the value
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(shop.commits(delivery, within(48h))),
#else
                                  fulfilment(shop.commits(delivery, within(-48h))),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
