// SPDX-License-Identifier: BSL-1.0
//
// Findings as compilers write their errors, for editors and build servers to link to the place.
#pragma once

#include "input.hpp"

#include "lupaus/validate.hpp"

#include <string>

/// A line for every finding, and after it one for each that follows from it:
/// "offer.json:12:5: error: delivery: Nobody … [unbacked-claim]".
std::string lines_of(promise_read const& p, lupaus::report const& r,
                     lupaus::validate_options const& limits);
