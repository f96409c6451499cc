// SPDX-License-Identifier: BSL-1.0
//
// A failure is declared, and no sentence speaks of it: silence would look like safety.
// error: a_clause_speaks_of<shop_floor::damaged_>
// error: a failure that is declared of a part is spoken of
// error: To mend: .may_happen\(failure\)., or .cannot_happen\(failure\).
// lines: 14
#include "compile_fail/shop.hpp"

namespace shop_floor {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise("machine, delivered", machine >> delivery,
#ifdef MENDED
                                  cannot_happen(damaged),
#endif
                                  everything_else);

static_assert(require_sound<p>);

}  // namespace shop_floor
