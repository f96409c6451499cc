// SPDX-License-Identifier: BSL-1.0
//
// Text as a quoted string of the DOT language.
#pragma once

#include "lupaus/detail/visible_text.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0::detail {

/// A text as a quoted string of the DOT language, whatever is in it. Graphviz reads entities of
/// HTML also there (its manual, "Character encodings"), so an ampersand is one.
inline std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (char const c : visible_lines(text)) {
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
  return out + '"';
}

}  // namespace lupaus::inline v0::detail
