// SPDX-License-Identifier: BSL-1.0
//
// Reads a customer's journey from JSON. The format: docs/reference/journey.md and
// docs/schema/journey.schema.json. The parser is Boost.JSON's, as of lupaus/json.hpp.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/io/json_options.hpp"
#include "lupaus/journey/touchpoint.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/view.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0 {

/// The file of the promise that a journey is of, as the document names it, and what is wrong if it
/// names none. Nothing else of the document is looked at. O(bytes).
[[nodiscard]] LUPAUS_DECL result<std::string> promise_of_journey(std::string_view json,
                                                                 json_options const& options = {});

/// The journey on that promise, or everything that is wrong with the document, each with a JSON
/// pointer, line and column: names that the promise does not have, with the nearest that it has,
/// and all that `faults_of` tells. Qualities of standards are the library's and those of the
/// options. O(bytes · names), bounded by the limits.
[[nodiscard]] LUPAUS_DECL result<customer_journey> read_journey(model_view const& m,
                                                                std::string_view json,
                                                                json_options const& options = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey_json.hpp"
#endif
