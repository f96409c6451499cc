// SPDX-License-Identifier: BSL-1.0
//
// Stories as Given/When/Then, for those who test by feature files: what must not happen, told as
// what must.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/verdict.hpp"

#include <string>

namespace lupaus::inline v0 {

/// A feature file: one feature, and a scenario for every story, which fails as things are. Comments
/// give times since the order and what was answered. The words of the steps are `phrase`'s, so a
/// step has one wording wherever it occurs.
[[nodiscard]] LUPAUS_DECL std::string to_gherkin(verdict const& v,
                                                 search_limits const& limits = {});

/// The same as a rule, for a feature file of many promises.
[[nodiscard]] LUPAUS_DECL std::string to_gherkin_rule(verdict const& v,
                                                      search_limits const& limits = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/story/story_gherkin.hpp"
#endif
