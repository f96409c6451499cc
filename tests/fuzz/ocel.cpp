// SPDX-License-Identifier: BSL-1.0
//
// Any bytes are a log in OCEL: of each event records, a reason or errors, and the monitor takes the
// records. What a parser of whole documents counts is what is counted.
#include "lupaus/ocel.hpp"
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

std::size_t size_of(boost::json::object const& log, char const* list) {
  auto const* const found = log.if_contains(list);
  return found && found->is_array() ? found->get_array().size() : 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static model const m = flagship::washing_machine{}.b.build().value();
  static ocel_mapping const mapping = [] {
    auto made = read_ocel_mapping(m, R"({"lupaus_mapping": 1, "log": "ocel", "order": "Order",
      "through": ["Parcel"], "most_objects": 200, "events": [{"type": "Place order", "is": "ordered"},
        {"type": "Open ticket", "is": "contacted"}, {"qualifier": "the parcel",
         "is": {"shipped": "delivery"}}, {"attributes": {"kind": "damage"},
         "is": {"failed": ["delivery", "damaged"]}}]})");
    return std::move(made).value();
  }();
  std::string const text{reinterpret_cast<char const*>(data), size};
  monitor watch{m, [](breach const& b) { static_cast<void>(to_text(m, b)); }};
  auto const lines = 1 + std::count(text.begin(), text.end(), '\n');
  std::size_t told = 0;
  std::istringstream in{text};
  auto const c = for_each_ocel_event(
      in,
      [&](foreign_event const& e) {
        told += e.number > 0 ? 1U : 0U;
        require(e.records.empty() || e.error.empty());
        require(e.number > 0 || !e.error.empty());
        for (auto const& x : e.error) {
          require(!x.message.empty() && x.line >= 0 && x.line <= lines);
          static_cast<void>(x.to_string());
        }
        for (auto const& r : e.records) watch.observe(r);
      },
      mapping);
  std::size_t skipped = 0;
  for (auto const n : c.skipped) skipped += n;
  require(c.events == told && told == c.read + c.refused + skipped);
  boost::json::error_code ec;
  auto const whole = boost::json::parse(text, ec);
  if (c.faults == 0 && !ec && whole.is_object() && text.find('\\') == text.npos) {
    auto const& top = whole.get_object();
    require(c.events == size_of(top, "events") && c.objects == size_of(top, "objects"));
    require(c.event_types == size_of(top, "eventTypes"));
    require(c.object_types == size_of(top, "objectTypes"));
  }
  watch.finish();
  static_cast<void>(read_ocel_mapping(m, text));
  return 0;
}
