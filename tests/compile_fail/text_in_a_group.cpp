// SPDX-License-Identifier: BSL-1.0
//
// A group holds clauses, and a text is none.
// error: this_is_a_clause<char
// error: a promise has a title, a product, and groups of clauses
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  marketing(website.says(whole, "fast")),
#else
                                  marketing("fast"),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
