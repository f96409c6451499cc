// SPDX-License-Identifier: BSL-1.0
//
// Findings as JSON, for a build server to read. The schema: docs/schema/findings.schema.json.
#pragma once

#include "input.hpp"

#include "lupaus/validate.hpp"

#include <string>

/// What stands before the first promise, and after the last; between two of them a comma.
inline constexpr char const* findings_begin = "{\"lupaus_findings\":1,\"promises\":[\n";
inline constexpr char const* findings_end = "\n]}\n";

/// What was found of one promise, as one JSON object.
std::string findings_of(promise_read const& p, lupaus::report const& r,
                        lupaus::validate_options const& limits);
