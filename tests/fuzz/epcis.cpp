// SPDX-License-Identifier: BSL-1.0
//
// Any bytes are a log in EPCIS: of each event records, a reason or errors, and all is counted. What
// a parser of whole documents takes for a list of events is told event by event.
#include "fuzz/foreign_log.hpp"
#include "lupaus/builder.hpp"
#include "lupaus/event_logs.hpp"

#include <boost/json/src.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>

using namespace lupaus;

namespace {

/// How many events a whole document has; none where it is no document.
std::optional<std::size_t> events_in(std::string const& text) {
  boost::json::error_code ec;
  auto const whole = boost::json::parse(text, ec);
  auto const* const top = ec ? nullptr : whole.if_object();
  auto const* const body = top ? top->if_contains("epcisBody") : nullptr;
  auto const* const list =
      body && body->is_object() ? body->get_object().if_contains("eventList") : nullptr;
  if (!list || !list->is_array()) return {};
  return list->get_array().size();
}

/// Two machines, each delivered by itself, so that units are told apart too.
model made() {
  builder b{"two machines, delivered and installed"};
  b.customer("customer");
  b.seller("shop");
  b.subcontractor("carrier");
  auto const machine = b.good("machine", 2);
  auto const delivery = b.service("delivery", 2), installation = b.service("installation");
  b.product(machine >> delivery >> installation).carries(delivery, machine);
  b.fails(delivery, "damaged");
  return b.build().value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static model const m = made();
  static epcis_mapping const mapping =
      read_epcis_mapping(m, R"({"lupaus_mapping": 1, "log": "epcis", "orders": ["po", "inv"],
      "without": ["urn:"], "tells": ["shop"], "goods": [{"good": "machine", "object": "urn:epc"}],
      "most_objects": 300, "events": [{"step": "holding", "is": "nothing"},
        {"step": "storing", "is": {"replace": "machine", "for": "delivery"}},
        {"type": "TransactionEvent", "action": "ADD", "is": "ordered"}]})")
          .value();
  std::string const text{reinterpret_cast<char const*>(data), size};
  fuzzed::told_events all{m, text};
  epcis_log log{m, mapping};
  std::istringstream in{text};
  log.read(in, [&](foreign_event const& e) { all(e); });
  all.finish(log.counts());
  auto const expected = events_in(text);
  // With an escape in its name it is a list that is not ours, and that is told.
  if (expected && text.find('\\') == text.npos && log.counts().faults == 0)
    fuzzed::require(all.told == *expected);
  static_cast<void>(read_epcis_mapping(m, text));
  return 0;
}
