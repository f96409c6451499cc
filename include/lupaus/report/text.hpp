// SPDX-License-Identifier: BSL-1.0
//
// A report as a shop's manager reads it: who promises what, then what is wrong, one cause at a
// time, each with who has to promise what to mend it.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/validate.hpp"

#include <cstddef>
#include <string>

namespace lupaus::inline v0 {

struct text_options {
  std::size_t width = 80;        ///< of a line, in characters
  bool with_matrix = true;       ///< the responsibility matrix first
  bool with_evidence = true;     ///< the elements that each finding rests on
  validate_options limits = {};  ///< of the words of the findings, as of `explainer`
};

/// The responsibility matrix as a table. Terms in brackets are implied, never said; "nobody"
/// marks what is claimed and committed by none; "..." further terms that the one shown does not
/// include. Last, who answers for the part to the customer, and who performs it. O(model + what is
/// written).
[[nodiscard]] LUPAUS_DECL std::string matrix_text(model_view const& m,
                                                  text_options const& options = {});

/// The whole report: what, where, why, who could mend it, the gap of the service quality model it
/// belongs to, what was seen, and what follows from it. Ends with a line feed. Besides the words of
/// the findings, O(model + what is written).
[[nodiscard]] LUPAUS_DECL std::string to_text(report const& r, text_options const& options = {});

/// One line a finding, for a build log: "error: no-exit: the rule on …: The customer can …".
[[nodiscard]] LUPAUS_DECL std::string to_lines(report const& r,
                                               validate_options const& limits = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/report/text.hpp"
#endif
