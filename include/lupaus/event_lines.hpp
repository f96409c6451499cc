// SPDX-License-Identifier: BSL-1.0
//
// Logs of orders in JSON lines: one record on each line. A line that is wrong is told of, and the
// rest is read. The format: docs/reference/monitor.md.
//
//   for_each_event(as_sold, file, [&](event_line const& l) {
//     if (l.event) watch.observe(*l.event);
//   });
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/io/json_options.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/view.hpp"
#include "lupaus/monitor/order_event.hpp"

#include <concepts>
#include <cstddef>
#include <istream>
#include <string_view>

namespace lupaus::inline v0 {

/// One line: its number in the file, from 1 on, and the record, or what is wrong with it. The
/// errors have that number as their line, and columns within it.
struct event_line {
  std::size_t number;
  result<order_event> const& event;
  std::string_view text = {};  ///< there while it is told of; empty of a line that is too long
};

template <class F>
concept event_line_sink = std::invocable<F&, event_line const&>;

namespace detail::io {

struct event_line_source {
  void* source;
  void* sink;
  std::size_t (*fill)(void* source, char* buffer, std::size_t size);
  void (*tell)(void* sink, event_line const& line);
};

/// The number of lines that were right.
LUPAUS_DECL std::size_t read_event_lines(model_view const& m, event_line_source const& lines,
                                         json_options const& options);

}  // namespace detail::io

/// Reads a log against a promise and calls `f` with an `event_line` for each line that is not
/// blank, in their order. Gives the number of lines that were right. Holds one line: memory
/// O(limits.bytes), whatever the length of the log. Throws what `f` throws.
template <event_line_sink F>
std::size_t for_each_event(model_view const& m, std::istream& in, F f,
                           json_options const& options = {}) {
  return detail::io::read_event_lines(
      m,
      {&in, &f,
       [](void* s, char* buffer, std::size_t size) {
         auto& from = *static_cast<std::istream*>(s);
         from.read(buffer, static_cast<std::streamsize>(size));
         return static_cast<std::size_t>(from.gcount());
       },
       [](void* s, event_line const& line) { (*static_cast<F*>(s))(line); }},
      options);
}

/// One record, or all that is wrong with it.
[[nodiscard]] LUPAUS_DECL result<order_event> read_event(model_view const& m, std::string_view json,
                                                         json_options const& options = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/event_lines.hpp"
#endif
