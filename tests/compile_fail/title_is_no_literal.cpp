// SPDX-License-Identifier: BSL-1.0
//
// A title that would die before the promise.
// error: the_title_is_a_text_in_quotes<
// error: a promise begins with its title
// error: To mend: .promise
// lines: 14
#include "compile_fail/shop.hpp"

#include <string>

namespace shop_floor {

#ifdef MENDED
static constexpr auto p = promise("machine, delivered", machine >> delivery, everything_else);
#else
static auto const p =
    promise(std::string{"machine, delivered"}, machine >> delivery, everything_else);
#endif

}  // namespace shop_floor
