// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the reader of journeys in JSON.
#pragma once

#include "lupaus/io/journey/journeys.hpp"
#include "lupaus/io/journey/logs.hpp"
#include "lupaus/journey_json.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0 {

LUPAUS_DECL result<std::string> promise_of_journey(std::string_view json,
                                                   json_options const& options) {
  detail::io::json_source source{options};
  source.begin(json);
  std::string file;
  if (detail::io::parse_json(source)) {
    detail::io::json_object document{source, 0, "an object"};
    if (auto const at = document.look("promise"); at != detail::io::no_place)
      file = detail::io::text_of(source, at).value_or("");
    else if (document)
      source.fail(0, error_code::missing, {"the member 'promise' is missing"});
  }
  if (!source.faults.empty()) return std::move(source.faults);
  return file;
}

LUPAUS_DECL result<journey_document> read_journey(model_view const& m, std::string_view json,
                                                  json_options const& options) {
  return detail::io::journey_reader{m, options}.read(json);
}

LUPAUS_DECL result<journey_logs> read_journey_logs(customer_journey const& j,
                                                   std::string_view lines,
                                                   json_options const& options) {
  return detail::io::journey_log_reader{j, options}.read(lines);
}

}  // namespace lupaus::inline v0
