// SPDX-License-Identifier: BSL-1.0
#include "two_units/everything.hpp"

namespace two_units {

addresses seen_there() { return collect(); }

}  // namespace two_units
