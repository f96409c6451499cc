// SPDX-License-Identifier: BSL-1.0
//
// Text as a quoted string of the DOT language.
#pragma once

#include <string>
#include <string_view>

namespace lupaus::inline v0::detail {

/// A text as a quoted string of the DOT language, whatever is in it.
inline std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out + '"';
}

}  // namespace lupaus::inline v0::detail
