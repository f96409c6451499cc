// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the monitor: what docs/explanation/what-the-monitor-judges.md finds in a whole log,
// read after the fact. It was written from that page and semantics.md alone.
#pragma once

#include "monitor/naive_promise.hpp"

#include "lupaus/monitor/breach.hpp"
#include "lupaus/monitor/monitor_options.hpp"
#include "lupaus/monitor/order_event.hpp"

#include <vector>

namespace proof {

/// The records that stand (L3, L4), in the order of L1; those of one order, as they came in.
std::vector<lupaus::order_event> standing(std::vector<lupaus::order_event> const& log);

/// The breaches that stand after the log of one order. Limits before `end` have passed. Of a
/// breach the key, `at`, `part`, `due` and `units` are set; `order` is that of the log.
std::vector<lupaus::breach> judge(naive_promise const& p,
                                  std::vector<lupaus::order_event> const& log,
                                  lupaus::seconds_t end, lupaus::monitor_options const& options);

}  // namespace proof
