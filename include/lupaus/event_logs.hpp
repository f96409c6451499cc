// SPDX-License-Identifier: BSL-1.0
//
// Logs of orders: our own JSON lines; EPCIS 2.0 (GS1, JSON-LD), which carriers, warehouses and
// shops tell each other; OCEL 2.0 (object-centric event log, JSON), which tools of process mining
// read. What is wrong in one is told of, and the rest is read. The formats:
// docs/reference/monitor.md, epcis.md and ocel.md.
//
//   for_each_event(as_sold, file, [&](event_line const& l) {
//     if (l.event) watch.observe(*l.event);
//   });
//
//   epcis_log log{as_sold};
//   log.read(file, [&](foreign_event const& e) {
//     for (auto const& r : e.records) watch.observe(r);
//   });
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
#include "lupaus/monitor/order_event.hpp"

#include <concepts>
#include <cstddef>
#include <istream>
#include <memory>
#include <string_view>

namespace lupaus::inline v0 {

/// Knows under which promise an order is, as far as it was said before: `said` is what this record
/// says of it. Or why nobody can tell.
template <class C>
concept catalogue_of_promises = requires(C const& c, std::string_view order, promise_name said) {
  { c.promise_of(order, said) } -> std::same_as<result<model_view const*>>;
};

// ---- JSON lines

/// One line: its number in the file, from 1 on, and the record, or what is wrong with it. The
/// errors have that number as their line, and columns within it.
struct event_line {
  std::size_t number;
  result<order_event> const& event;
  std::string_view text = {};  ///< there while it is told of; empty of a line that is too long
  promise_name said = {};  ///< what the line says of its promise, of many; there while it is told
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

/// The next bytes of a `std::istream`, at most so many; fewer only at its end.
inline std::size_t read_some(void* stream, char* buffer, std::size_t size) {
  auto& from = *static_cast<std::istream*>(stream);
  from.read(buffer, static_cast<std::streamsize>(size));
  return static_cast<std::size_t>(from.gcount());
}

/// The number of lines that were right.
LUPAUS_DECL std::size_t read_event_lines(model_view const& m, event_line_source const& lines,
                                         json_options const& options);

/// Chooses the promise of each line.
struct promise_source {
  void const* catalogue;
  result<model_view const*> (*find)(void const* catalogue, std::string_view order,
                                    promise_name said);
};
LUPAUS_DECL std::size_t read_event_lines(promise_source const& promises,
                                         event_line_source const& lines,
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
      {&in, &f, detail::io::read_some,
       [](void* s, event_line const& line) { (*static_cast<F*>(s))(line); }},
      options);
}

/// Reads a log of orders under many promises, such as those of a `catalogue_monitor`: each line
/// against the promise that its order is under, by what the line says and by what was observed
/// until then.
///
///   for_each_event(watch, file, [&](event_line const& l) {
///     if (l.event) tell(watch.observe(*l.event, l.said));
///   });
template <catalogue_of_promises C, event_line_sink F>
std::size_t for_each_event(C const& promises, std::istream& in, F f,
                           json_options const& options = {}) {
  return detail::io::read_event_lines(
      detail::io::promise_source{&promises,
                                 [](void const* c, std::string_view order, promise_name said) {
                                   return static_cast<C const*>(c)->promise_of(order, said);
                                 }},
      {&in, &f, detail::io::read_some,
       [](void* s, event_line const& line) { (*static_cast<F*>(s))(line); }},
      options);
}

/// One record, or all that is wrong with it.
[[nodiscard]] LUPAUS_DECL result<order_event> read_event(model_view const& m, std::string_view json,
                                                         json_options const& options = {});

// ---- EPCIS

namespace detail::io {
class epcis_log_reader;
}  // namespace detail::io

/// Reads any number of EPCIS documents, query documents and bare events, one after the other,
/// against one promise. What it learns of objects in one of them (of which order they are, what is
/// packed in what) it knows in the next.
///
/// Holds one event, the document without its events, and at most `most_objects` objects: memory
/// O(limits.bytes + mapping.most_objects), whatever the length of the log. `limits` are those of
/// one event. Belongs to one thread.
class epcis_log {
 public:
  /// The model must outlive it.
  explicit epcis_log(model_view const& m, epcis_mapping mapping = {},
                     json_options const& options = {});
  epcis_log(epcis_log&&) noexcept;
  epcis_log& operator=(epcis_log&&) noexcept;
  ~epcis_log();

  /// Calls `f` with a `foreign_event` for each event, in their order, and for each fault of the
  /// document besides them. `file` is its name in messages. Throws what `f` throws.
  template <foreign_event_sink F>
  void read(std::istream& in, F f, std::string_view file = {}) {
    read_log({&in, &f, detail::io::read_some,
              [](void* s, foreign_event const& e) { (*static_cast<F*>(s))(e); }},
             file);
  }
  /// Of all that was read.
  [[nodiscard]] log_counts const& counts() const noexcept;

 private:
  void read_log(detail::io::foreign_log const& log, std::string_view file);

  std::unique_ptr<detail::io::epcis_log_reader> reader_;
};

/// What a host says of its EPCIS log, as JSON: docs/reference/epcis.md.
[[nodiscard]] LUPAUS_DECL result<epcis_mapping> read_epcis_mapping(
    model_view const& m, std::string_view json, json_options const& options = {});

// ---- OCEL

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
      {&in, &f, detail::io::read_some,
       [](void* s, foreign_event const& e) { (*static_cast<F*>(s))(e); }},
      mapping, options);
}

/// What a host says of its OCEL log, as JSON: docs/reference/ocel.md.
[[nodiscard]] LUPAUS_DECL result<ocel_mapping> read_ocel_mapping(model_view const& m,
                                                                 std::string_view json,
                                                                 json_options const& options = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/epcis.hpp"
#include "lupaus/src/event_lines.hpp"
#include "lupaus/src/ocel.hpp"
#endif
