// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the reader of logs in OCEL.
#pragma once

#include "lupaus/event_logs.hpp"
#include "lupaus/io/log/mapping_reader.hpp"
#include "lupaus/io/log/ocel_reader.hpp"

#include <string_view>

namespace lupaus::inline v0 {

LUPAUS_DECL ocel_counts detail::io::read_ocel_log(foreign_log const& log,
                                                  ocel_mapping const& mapping,
                                                  json_options const& options) {
  return ocel_reader{log, mapping, options}.read();
}

LUPAUS_DECL result<ocel_mapping> read_ocel_mapping(model_view const& m, std::string_view json,
                                                   json_options const& options) {
  return detail::io::mapping_reader{m, options}.read_ocel(json);
}

}  // namespace lupaus::inline v0
