// SPDX-License-Identifier: BSL-1.0
//
// A user's unit may include these first. Their functions of a std::string, such as std::quoted, are
// found beside our own of the same name.
#include <algorithm>
#include <functional>
#include <iomanip>
#include <iterator>
#include <numeric>

#include "two_units/everything.hpp"

namespace two_units {

addresses seen_there() { return collect(); }

}  // namespace two_units
