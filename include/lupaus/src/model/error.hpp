// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: errors as text.
#pragma once

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/model/error.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace lupaus::inline v0 {

LUPAUS_DECL std::string error::to_string() const {
  std::string text;
  if (!file.empty()) {
    text += file;
    if (line > 0) text += ":" + std::to_string(line);
    if (column > 0) text += ":" + std::to_string(column);
    text += ": ";
  } else if (column > 0) {  // of a text without a name
    text += std::to_string(line) + ":" + std::to_string(column) + ": ";
  }
  if (!pointer.empty()) text += "at " + pointer + ": ";
  if (!where.empty()) text += where + ": ";
  text += message;
  if (!suggestion.empty()) text += "; did you mean '" + suggestion + "'?";
  return detail::visible(text);
}

LUPAUS_DECL std::string to_string(errors const& list) {
  std::string text;
  for (auto const& e : list) {
    if (!text.empty()) text += '\n';
    text += e.to_string();
  }
  return text;
}

#if !defined(__cpp_exceptions)
LUPAUS_DECL void detail::print_and_abort(errors const& list) {
  std::fputs(lupaus::to_string(list).c_str(), stderr);
  std::fputc('\n', stderr);
  std::abort();
}
#endif

}  // namespace lupaus::inline v0
