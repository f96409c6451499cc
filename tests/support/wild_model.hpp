// SPDX-License-Identifier: BSL-1.0
//
// Random models that nobody would write, and sound ones with something wrong in them: whatever the
// builder accepts, the checks have to judge by their definitions.
#pragma once

#include "support/description.hpp"

#include <cstdint>

namespace proof {

/// Everything at random. The same seed gives the same model.
description random_promise(std::uint64_t seed);

/// A model with or without gaps; one in four is a sound promise that somebody has meddled with.
/// The same seed gives the same model.
description wild_promise(std::uint64_t seed);

}  // namespace proof
