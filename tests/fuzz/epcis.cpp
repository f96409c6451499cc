// SPDX-License-Identifier: BSL-1.0
//
// Any bytes are a log in EPCIS: of each event records, a reason or errors, and the monitor takes
// the records. What a parser of whole documents takes for a list of events is told event by event,
// and all of it is counted.
#include "lupaus/epcis.hpp"
#include "check/flagship.hpp"
#include "lupaus/monitor.hpp"

#include <algorithm>
#include <boost/json/src.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

using namespace lupaus;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// How many events a whole document has; none where it is no document.
std::size_t events_in(std::string const& text, bool& is_document) {
  boost::json::error_code ec;
  boost::json::parse_options deep;
  deep.max_depth = 1'000;
  auto const whole = boost::json::parse(text, ec, {}, deep);
  auto const* const top = ec ? nullptr : whole.if_object();
  auto const* const body = top ? top->if_contains("epcisBody") : nullptr;
  auto const* const list =
      body && body->is_object() ? body->get_object().if_contains("eventList") : nullptr;
  is_document = list && list->is_array();
  return is_document ? list->get_array().size() : 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static model const m = flagship::washing_machine{}.b.build().value();
  static epcis_mapping const mapping = [] {
    auto made =
        read_epcis_mapping(m, R"({"lupaus_mapping": 1, "log": "epcis", "orders": ["po", "inv"],
      "without": ["urn:"], "tells": ["shop"], "goods": [{"good": "machine", "object": "urn:epc"}],
      "events": [{"step": "holding", "is": "nothing"}, {"step": "storing", "is": {"replace": "machine",
        "for": "delivery"}}, {"type": "TransactionEvent", "action": "ADD", "is": "ordered"}]})");
    return std::move(made).value();
  }();
  std::string const text{reinterpret_cast<char const*>(data), size};
  monitor watch{m, [](breach const& b) { static_cast<void>(to_text(m, b)); }};
  epcis_log log{m, mapping};
  auto const lines = 1 + std::count(text.begin(), text.end(), '\n');
  std::size_t told = 0;
  std::istringstream in{text};
  log.read(in, [&](foreign_event const& e) {
    told += e.number > 0 ? 1U : 0U;
    require(e.number == 0 || e.number == told);
    require(e.records.empty() || e.error.empty());
    require(e.number > 0 || !e.error.empty());
    for (auto const& x : e.error) {
      require(!x.message.empty() && x.line >= 0 && x.line <= lines);
      static_cast<void>(x.to_string());
    }
    for (auto const& r : e.records) watch.observe(r);  // throws where a record is none
  });
  auto const& c = log.counts();
  std::size_t skipped = 0;
  for (auto const n : c.skipped) skipped += n;
  require(c.events == told && told == c.read + c.refused + skipped);
  auto is_document = false;
  auto const expected = events_in(text, is_document);
  // With an escape in its name it is a list that is not ours, and that is told.
  if (is_document && text.find('\\') == text.npos && c.faults == 0) require(told == expected);
  watch.finish();
  static_cast<void>(read_epcis_mapping(m, text));
  return 0;
}
