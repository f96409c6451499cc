// SPDX-License-Identifier: BSL-1.0
//
// Random logs of orders under a promise: most of what they tell can happen, and some of it cannot.
#pragma once

#include "monitor/naive_promise.hpp"

#include "lupaus/monitor/monitor_options.hpp"
#include "lupaus/monitor/order_event.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proof {

/// A few orders, each in the order of its times; the records have ids. The same seed gives the same
/// log.
std::vector<lupaus::order_event> random_log(naive_promise const& p, std::uint64_t seed);

/// Clocks that are put forward and back while the random logs are written, and some holidays; or
/// neither.
lupaus::monitor_options random_calendar(std::uint64_t seed);

/// The same with both.
lupaus::monitor_options odd_calendar(std::uint64_t seed);

std::string to_string(lupaus::model_view const& m, lupaus::order_event const& e);

}  // namespace proof
