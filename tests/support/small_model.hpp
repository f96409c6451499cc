// SPDX-License-Identifier: BSL-1.0
//
// Random small promises for the explorer: few parts, but much that can go wrong with them, and
// rules that wait, refuse and help; some trap her, some do not.
#pragma once

#include "support/description.hpp"

#include <cstdint>

namespace proof {

/// A small promise. The same seed gives the same one.
description small_promise(std::uint64_t seed);

}  // namespace proof
