// SPDX-License-Identifier: BSL-1.0
//
// What can be odd about a character in a name.
#pragma once

#include <cstdint>

namespace lupaus::inline v0 {

/// What is odd about a character (Unicode Technical Report 36, 2).
enum class odd_kind : std::uint8_t {
  combining,  ///< it joins the one before it: e and U+0301 look like U+00E9
  ignorable,  ///< it is not shown: U+200B
  direction,  ///< it turns the words around it: U+202E
};

}  // namespace lupaus::inline v0
