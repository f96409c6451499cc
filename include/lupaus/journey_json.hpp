// SPDX-License-Identifier: BSL-1.0
//
// Reads a customer's journey from JSON, and its logs from lines of JSON. The format:
// docs/reference/journey.md, docs/schema/journey.schema.json and journey-log.schema.json. The
// parser is Boost.JSON's, as of lupaus/json.hpp.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/io/json_options.hpp"
#include "lupaus/journey/journey_document.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/view.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0 {

/// The file of the promise that a journey is of, as the document names it, and what is wrong if it
/// names none. Nothing else of the document is looked at. O(bytes).
[[nodiscard]] LUPAUS_DECL result<std::string> promise_of_journey(std::string_view json,
                                                                 json_options const& options = {});

/// The journey on that promise and all that stands beside it, or everything that is wrong with the
/// document, each with a JSON pointer, line and column: names that the promise does not have, with
/// the nearest that it has, and all that `faults_of` tells. Qualities are the library's, those of
/// the options, those of the promise, which must outlive what is read, and those that the document
/// declares. O(bytes · names), bounded by the limits.
[[nodiscard]] LUPAUS_DECL result<journey_document> read_journey(model_view const& m,
                                                                std::string_view json,
                                                                json_options const& options = {});

/// What lines of JSON say of visits to that journey and of advice, or everything that is wrong with
/// them, each with its line. Blank lines say nothing. The limits are those of a line. O(bytes · log
/// touchpoints).
[[nodiscard]] LUPAUS_DECL result<journey_logs> read_journey_logs(customer_journey const& j,
                                                                 std::string_view lines,
                                                                 json_options const& options = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey_json.hpp"
#endif
