// SPDX-License-Identifier: BSL-1.0
//
// What the fuzz targets of foreign logs hold against every event that is told.
#pragma once

#include "lupaus/io/log/foreign_events.hpp"
#include "lupaus/life/order/order_ways.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>

namespace fuzzed {

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// Counts the events of a log of so many lines, and looks at each.
struct told_events {
  lupaus::model_view const& m;
  std::ptrdiff_t lines;
  std::size_t told = 0;

  told_events(lupaus::model_view const& of, std::string const& text)
      : m{of}, lines{1 + std::count(text.begin(), text.end(), '\n')} {}

  void operator()(lupaus::foreign_event const& e) {
    told += e.number > 0 ? 1U : 0U;
    require(e.number == 0 || e.number == told);
    require(e.records.empty() || e.error.empty());
    require(e.number > 0 || !e.error.empty());
    for (auto const& x : e.error) {
      require(!x.message.empty() && x.line >= 0 && x.line <= lines);
      static_cast<void>(x.to_string());
    }
    for (auto const& r : e.records) check(r);
  }
  void check(lupaus::order_event const& r) const {
    using kind = lupaus::order_event_kind;
    require(!r.order.empty());
    if (r.kind == kind::happened || r.kind == kind::told)
      require(m.events.contains(r.event) && lupaus::detail::is_of_life(m, r.event));
    if (r.kind == kind::told) require(m.parties.contains(r.who));
    if (r.kind == kind::withdrawn) require(!r.corrects.empty());
    if (r.kind == kind::happened)
      require(r.unit < lupaus::detail::units_of(m, m.events[r.event].of));
  }
  void finish(lupaus::log_counts const& c) const {
    auto sum = c.read + c.refused;
    for (auto const n : c.skipped) sum += n;
    require(c.events == told && told == sum);
  }
};

}  // namespace fuzzed
