// SPDX-License-Identifier: BSL-1.0
//
// Two steps that each wait for the other: nothing leads to either.
// error: something_leads_to_all_ways_of<
// error: Here it follows what nothing leads to
// error: To mend: say how that comes about
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct sorted_ : step_of<sorted_, delivery_> {
} sorted;
inline constexpr struct loaded_ : step_of<loaded_, delivery_> {
} loaded;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  may_happen(sorted, loaded.follows(sorted)),
#else
                                  may_happen(sorted.follows(loaded), loaded.follows(sorted)),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
