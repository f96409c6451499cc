// SPDX-License-Identifier: BSL-1.0
//
// What graph algorithms tell of a promise, as JSON.
#pragma once

#include "graph_text.hpp"
#include "input.hpp"

#include <string>

/// What stands before the first promise, and after the last; between two of them a comma.
inline constexpr char const* graphs_begin = "{\"lupaus_graphs\":1,\"promises\":[\n";
inline constexpr char const* graphs_end = "\n]}\n";

/// All of one promise, as one JSON object.
std::string graphs_of(promise_read const& p, promise_graphs const& g);
