// SPDX-License-Identifier: BSL-1.0
//
// Lines and columns of JSON pointers (RFC 6901), as compilers count them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

struct text_place {
  std::size_t line = 1;
  std::size_t column = 1;  ///< in characters
};

/// Where each of these values begins in a text that has been read as JSON already. What a pointer
/// does not find stands where the text begins. One walk over the text.
std::map<std::string, text_place> places_in(std::string_view json,
                                            std::vector<std::string> const& pointers);
