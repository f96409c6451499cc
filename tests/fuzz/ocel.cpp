// SPDX-License-Identifier: BSL-1.0
//
// Any bytes are a log in OCEL: of each event records, a reason or errors. What a parser of whole
// documents counts is what is counted.
#include "check/flagship.hpp"
#include "fuzz/foreign_log.hpp"
#include "lupaus/event_logs.hpp"

#include <boost/json/src.hpp>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

using namespace lupaus;

namespace {

std::size_t size_of(boost::json::object const& log, char const* list) {
  auto const* const found = log.if_contains(list);
  return found && found->is_array() ? found->get_array().size() : 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static model const m = flagship::washing_machine{}.b.build().value();
  static ocel_mapping const mapping =
      read_ocel_mapping(m, R"({"lupaus_mapping": 1, "log": "ocel", "order": "Order",
      "through": ["Parcel"], "most_objects": 200, "events": [{"type": "Place order", "is": "ordered"},
        {"type": "Open ticket", "is": "contacted"}, {"qualifier": "the parcel",
         "is": {"shipped": "delivery"}}, {"attributes": {"kind": "damage"},
         "is": {"failed": ["delivery", "damaged"]}}]})")
          .value();
  std::string const text{reinterpret_cast<char const*>(data), size};
  fuzzed::told_events all{m, text};
  std::istringstream in{text};
  auto const c = for_each_ocel_event(
      in, [&](foreign_event const& e) { all(e); }, mapping);
  all.finish(c);
  boost::json::error_code ec;
  auto const document = boost::json::parse(text, ec);
  if (c.faults == 0 && !ec && document.is_object() && text.find('\\') == text.npos) {
    auto const& top = document.get_object();
    fuzzed::require(c.events == size_of(top, "events") && c.objects == size_of(top, "objects"));
    fuzzed::require(c.event_types == size_of(top, "eventTypes"));
    fuzzed::require(c.object_types == size_of(top, "objectTypes"));
  }
  static_cast<void>(read_ocel_mapping(m, text));
  return 0;
}
