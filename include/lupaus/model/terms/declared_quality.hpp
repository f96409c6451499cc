// SPDX-License-Identifier: BSL-1.0
//
// Qualities that a document declares, where a program would have a type: the size of a screen, how
// well she is greeted. Their bounds are numbers, or words in an order, or there is none.
#pragma once

#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

/// How the bounds of a declared quality are ordered.
enum class quality_scale : std::uint8_t {
  presence,  ///< it is there, or it is not
  at_least,  ///< a number: more entails less
  at_most,   ///< a number: less entails more
  levels,    ///< words, from the least to the most: a later one entails an earlier one
  one_of,    ///< words of which each entails itself alone
};

/// A quality that a document declares.
struct declared_quality {
  std::string_view name = {};
  quality_scale scale = quality_scale::presence;
  std::string_view unit = {};   ///< of its numbers; may be empty
  std::string_view words = {};  ///< of levels and choices, with a line feed after each
  bool personal = false;        ///< the debtor keeps it in person; no subcontract passes it on
};

}  // namespace lupaus::inline v0
