// SPDX-License-Identifier: BSL-1.0
//
// Logs of orders in EPCIS 2.0 (GS1, JSON-LD): what carriers, warehouses and shops tell each other
// of goods. What its events mean for an order: docs/reference/epcis.md.
//
//   epcis_log log{as_sold};
//   log.read(file, [&](foreign_event const& e) {
//     for (auto const& r : e.records) watch.observe(r);
//   });
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/io/json_options.hpp"
#include "lupaus/io/log/foreign_events.hpp"
#include "lupaus/io/log/log_mappings.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <istream>
#include <memory>
#include <string_view>

namespace lupaus::inline v0 {

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
    read_log({&in, &f,
              [](void* s, char* buffer, std::size_t size) {
                auto& from = *static_cast<std::istream*>(s);
                from.read(buffer, static_cast<std::streamsize>(size));
                return static_cast<std::size_t>(from.gcount());
              },
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

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/epcis.hpp"
#endif
