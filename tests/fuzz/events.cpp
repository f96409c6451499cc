// SPDX-License-Identifier: BSL-1.0
//
// Any bytes are a log: of each line a record or errors, and whatever the records say is judged. A
// log that comes twice changes nothing, but for records without an id.
#include "check/flagship.hpp"
#include "lupaus/event_logs.hpp"
#include "lupaus/monitor.hpp"

#include <boost/json/src.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

using namespace lupaus;

namespace {

/// The same bytes are a log of orders under either of two versions, or under another promise.
void read_as_of_a_catalogue(model const& m, std::string const& text) {
  auto changed = m.view(), other = m.view();
  changed.version = "2", other.identity = "other";
  catalogue_monitor watch;
  for (auto const& promise : {m.view(), changed, other})
    if (!watch.add(promise).empty()) std::abort();
  std::istringstream in{text};
  for_each_event(watch, in, [&](event_line const& l) {
    if (!l.event) return;
    // What was read is of a promise, and is taken in.
    if (!watch.observe(*l.event, l.said).empty()) std::abort();
    if (auto const due = watch.next_due()) static_cast<void>(watch.advance(*due));
  });
  watch.finish();
  std::size_t orders = 0;
  for (std::size_t i = 0; i < watch.promises(); ++i) {
    orders += watch.watch(i).size();
    for (auto const& order : watch.watch(i).order_numbers())
      if (watch.promises_of(order).empty()) std::abort();
  }
  if (orders != watch.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static model const m = flagship::washing_machine{}.b.build().value();
  std::string const text{reinterpret_cast<char const*>(data), size};
  std::size_t told = 0, revised = 0;
  monitor watch{m,
                [&](breach const& b) {
                  ++(b.key.kind == breach_kind::revised ? revised : told);
                  static_cast<void>(to_text(m, b));
                },
                {},
                {.keeps_ended = seconds_t{1} << 40}};  // nobody is forgotten
  auto has_ids = true;
  auto const read = [&] {
    std::istringstream in{text};
    for_each_event(m, in, [&](event_line const& l) {
      if (!l.event) {
        if (l.event.error().empty()) std::abort();
        static_cast<void>(to_string(l.event.error()));
        return;
      }
      has_ids = has_ids && !l.event->id.empty();
      watch.observe(*l.event);
    });
  };
  read();
  if (has_ids) {
    auto const before = watch.score();
    read();
    auto after = watch.score();
    after.duplicates = before.duplicates;
    after.remarks = before.remarks;
    if (!(after == before)) std::abort();
  }
  watch.finish();
  if (told < revised) std::abort();
  static_cast<void>(to_text(m, watch.score()));
  read_as_of_a_catalogue(m, text);
  return 0;
}
