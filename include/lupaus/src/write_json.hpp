// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the writer of promises in JSON.
#pragma once

#include "lupaus/io/writer/promise_text.hpp"
#include "lupaus/io/writer/write_json.hpp"

#include <string>

namespace lupaus::inline v0 {

LUPAUS_DECL std::string content_hash(model_view const& m) {
  detail::io::json_text text{json_layout::compact};
  return detail::io::content_hash(m, text);
}

LUPAUS_DECL std::string write_model(model_view const& m, json_layout layout) {
  detail::io::json_text text{layout};
  detail::io::write_promise(m, content_hash(m), text);
  auto written = text.str();
  if (layout == json_layout::lines) written += '\n';
  return written;
}

}  // namespace lupaus::inline v0
