// SPDX-License-Identifier: BSL-1.0
//
// Two types have the same name.
// error: every_name_is_new_in<.*another::carrier_
// error: names differ
// error: To mend: give it another
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {
namespace another {
inline constexpr struct carrier_ : subcontractor<carrier_> { } carrier; }  // namespace another

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  fulfilment(shop.reaches(carrier)),
#else
                                  fulfilment(shop.reaches(carrier), shop.reaches(another::carrier)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
