// SPDX-License-Identifier: BSL-1.0
//
// Random sound promises: of random size and shape, in which everything that can go wrong has been
// provided for, one way or another. Every choice that opens a gap closes it again, at once.
#pragma once

#include "support/description.hpp"

#include <cstdint>

namespace proof {

/// A promise without any gap. The same seed gives the same promise.
description sound_promise(std::uint64_t seed);

}  // namespace proof
