// SPDX-License-Identifier: BSL-1.0
//
// Verdicts as JSON, for a build server to read. The schema: docs/schema/verdict.schema.json.
#pragma once

#include "input.hpp"

#include "lupaus/explore/answers/verdict.hpp"

#include <string>

/// What stands before the first promise, and after the last; between two of them a comma.
inline constexpr char const* verdicts_begin = "{\"lupaus_verdicts\":1,\"promises\":[\n";
inline constexpr char const* verdicts_end = "\n]}\n";

/// What was found of one promise, as one JSON object. Stories that the limits leave out are
/// counted.
std::string verdict_of(promise_read const& p, lupaus::verdict const& v,
                       lupaus::search_limits const& limits);
