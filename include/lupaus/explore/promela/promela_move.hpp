// SPDX-License-Identifier: BSL-1.0
//
// A move of an order, as a guard and an effect of Promela.
#pragma once

#include <string>

namespace lupaus::inline v0 {

/// One move: when the guard holds, the effect.
struct promela_move {
  std::string comment;
  std::string guard;
  std::string effect;                  ///< statements
  std::string is_dependable = "true";  ///< when it can be counted on
};

}  // namespace lupaus::inline v0
