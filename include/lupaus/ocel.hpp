// SPDX-License-Identifier: BSL-1.0
//
// Logs of orders in OCEL 2.0 (object-centric event log, JSON): what a process-mining tool reads.
// How its events become those of an order: docs/reference/ocel.md.
//
//   ocel_mapping what{.order = "Order", .rules = {{.type = "Ship", .is = shipped}}};
//   for_each_ocel_event(file, [&](foreign_event const& e) {
//     for (auto const& r : e.records) watch.observe(r);
//   }, what);
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/io/json_options.hpp"
#include "lupaus/io/log/foreign_events.hpp"
#include "lupaus/io/log/log_mappings.hpp"
#include "lupaus/io/log/ocel_counts.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <istream>
#include <string_view>

namespace lupaus::inline v0 {

namespace detail::io {

LUPAUS_DECL ocel_counts read_ocel_log(foreign_log const& log, ocel_mapping const& mapping,
                                      json_options const& options);

}  // namespace detail::io

/// Reads a log and calls `f` with a `foreign_event` for each event, in their
/// order, and, with the number 0, for each object or declaration that is wrong. Events that stand
/// before the objects are held until those are read.
///
/// Holds one event, the ids of all objects, and how those of the mapping's types are related:
/// memory O(limits.bytes + mapping.most_objects). `limits` are those of one event or object. Throws
/// what `f` throws.
template <foreign_event_sink F>
ocel_counts for_each_ocel_event(std::istream& in, F f, ocel_mapping const& mapping,
                                json_options const& options = {}) {
  return detail::io::read_ocel_log(
      {&in, &f,
       [](void* s, char* buffer, std::size_t size) {
         auto& from = *static_cast<std::istream*>(s);
         from.read(buffer, static_cast<std::streamsize>(size));
         return static_cast<std::size_t>(from.gcount());
       },
       [](void* s, foreign_event const& e) { (*static_cast<F*>(s))(e); }},
      mapping, options);
}

/// What a host says of its OCEL log, as JSON: docs/reference/ocel.md.
[[nodiscard]] LUPAUS_DECL result<ocel_mapping> read_ocel_mapping(model_view const& m,
                                                                 std::string_view json,
                                                                 json_options const& options = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/ocel.hpp"
#endif
