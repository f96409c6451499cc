// SPDX-License-Identifier: BSL-1.0
//
// What a reader of promises in JSON is told beforehand.
#pragma once

#include "lupaus/model/terms/quality.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

/// How large a document may be. What exceeds a limit is an error and costs no more than the limit;
/// none may be turned off. The defaults hold any promise that somebody could read.
struct json_limits {
  std::size_t bytes = 4U << 20U;     ///< of a document, or of one line of JSON lines
  std::size_t depth = 32;            ///< of arrays and objects in each other
  std::size_t values = 200'000;      ///< of any type, in all
  std::size_t members = 64;          ///< of one object
  std::size_t text_bytes = 10'000;   ///< of one name or text
  std::size_t parties = 256;         ///< of the promise
  std::size_t parts = 1'024;         ///< of the promise, the composites among them
  std::size_t elements = 8'192;      ///< of any other kind; precedences too
  std::size_t qualities = 256;       ///< that the document declares
  std::size_t words = 256;           ///< of one of those
  std::uint64_t work = 500'000'000;  ///< steps to complete the model, at the worst
  std::size_t errors = 100;          ///< told of one document; the rest is not looked for
};

/// Limits, the user's own qualities, and what the document is called in messages.
struct json_options {
  std::string_view file = {};
  json_limits limits = {};
  /// Besides those of the library. One of the same name as the library's takes its place.
  std::vector<quality_type const*> qualities = {};
  /// How many lines of JSON lines are read at a time; 0: as many as the machine has processors.
  /// With several, the text is read some way ahead of what is told.
  std::size_t threads = 1;
};

}  // namespace lupaus::inline v0
