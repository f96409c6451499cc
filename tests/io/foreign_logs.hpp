// SPDX-License-Identifier: BSL-1.0
//
// What the tests of foreign logs share: a promise, and what a reader told, line by line.
#pragma once

#include "lupaus/event_logs.hpp"
#include "lupaus/json.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace foreign_test {

/// Two lamps, each delivered by itself, and a fitting.
inline constexpr std::string_view lamps = R"({
  "lupaus": 1,
  "title": "two lamps, delivered and fitted",
  "parties": [
    {"name": "customer", "role": "customer"},
    {"name": "shop", "role": "seller"},
    {"name": "carrier", "role": "subcontractor"}
  ],
  "parts": [
    {"name": "lamp", "kind": "good", "quantity": 2},
    {"name": "delivery", "kind": "service", "quantity": 2, "carries": "lamp"},
    {"name": "fitting", "kind": "service"}
  ],
  "product": {"then": ["lamp", "delivery", "fitting"]},
  "events": [
    {"failed": ["delivery", "damaged"]},
    {"failed": ["delivery", "mismatch_class"]},
    {"failed": ["lamp", "recalled"]},
    {"failed": ["fitting", "recalled"]},
    {"step": ["delivery", "returned"]},
    {"step": ["delivery", "received back"]}
  ]
})";

inline lupaus::model lamps_model() { return lupaus::read_model(lamps).value(); }

inline std::string said(lupaus::model_view const& m, lupaus::order_event const& r) {
  using namespace lupaus;
  std::string text = r.order + "@" + std::to_string(r.at) + " ";
  auto const event_of = [&] {
    auto const& e = m.events[r.event];
    return std::string{m.parts[e.of].name} + " " +
           std::string{e.name.empty() ? to_string(e.kind) : e.name};
  };
  text += r.kind == order_event_kind::happened ? event_of() : std::string{to_string(r.kind)};
  if (r.kind == order_event_kind::told)
    text += " " + std::string{m.parties[r.who].name} + " of " + event_of();
  if (r.unit > 0) text += " no. " + std::to_string(r.unit + 1);
  if (!r.id.empty()) text += " id " + r.id;
  if (!r.corrects.empty()) text += " corrects " + r.corrects;
  return text;
}

/// "1: 4711@0 delivery shipped id a; ..." of what was read; "2: no order"; "3: ERROR".
inline std::string said(lupaus::model_view const& m, lupaus::foreign_event const& e) {
  auto text = std::to_string(e.number) + ": ";
  if (!e.error.empty()) return text + to_string(e.error) + "\n";
  if (e.records.empty()) return text + std::string{to_string(e.skipped)} + "\n";
  std::string between;
  for (auto const& r : e.records) text += std::exchange(between, "; ") + said(m, r);
  return text + "\n";
}

inline std::string epcis(lupaus::model_view const& m, std::string const& log,
                         lupaus::epcis_mapping mapping = {},
                         lupaus::json_options const& options = {}) {
  lupaus::epcis_log reader{m, std::move(mapping), options};
  std::istringstream in{log};
  std::string text;
  reader.read(
      in, [&](lupaus::foreign_event const& e) { text += said(m, e); }, "log");
  auto const& c = reader.counts();
  auto skipped = std::size_t{0};
  for (auto const n : c.skipped) skipped += n;
  BOOST_TEST(c.events == c.read + c.refused + skipped);
  return text;
}

/// The column, from 1 on, at which something first stands in a line.
inline std::string column(std::string const& line, std::string_view what) {
  auto const at = line.find(what);
  BOOST_TEST_REQUIRE((at != line.npos), "'" << what << "' stands in: " << line);
  return std::to_string(at + 1);
}

/// A document of these events, in one line.
inline std::string document(std::string const& events) {
  return R"({"type": "EPCISDocument", "schemaVersion": "2.0", "epcisBody": {"eventList": [)" +
         events + "]}}";
}

}  // namespace foreign_test
