// SPDX-License-Identifier: BSL-1.0
//
// A description as the calls to the builder that tell it: what a failing test prints can be pasted
// into a program.
#pragma once

#include "support/description.hpp"

#include <string>

namespace proof {

std::string to_string(description const& d);

}  // namespace proof
