// SPDX-License-Identifier: BSL-1.0
//
// How a promise is laid out in JSON.
#pragma once

#include <cstdint>

namespace lupaus::inline v0 {

/// How a promise is written: without a blank, or a clause a line.
enum class json_layout : std::uint8_t { compact, lines };

}  // namespace lupaus::inline v0
