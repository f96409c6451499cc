// SPDX-License-Identifier: BSL-1.0
//
// A verdict as prose: how far the explorer looked, and for every trap the story of the customer in
// it, move by move.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

class trace_plan;
class trace_times;

struct story_options {
  std::size_t width = 80;        ///< of a line, in characters
  std::size_t units = 255;       ///< followed of a part; a verdict knows
  bool is_by_the_rules = false;  ///< the policy was the rules of the promise; a verdict knows
  /// For the stories of a verdict: time, and bytes of text. How many are left out is said.
  search_limits limits = {};
};

/// A story, a numbered line a move: when, since the order; who did what; by what contract or rule.
/// Then what holds her. Every line ends with a line feed.
[[nodiscard]] LUPAUS_DECL std::string to_text(model_view const& m, story const& s,
                                              story_options const& options = {});

/// What a story is of: "Trapped: the delivery fails ('lost')".
[[nodiscard]] LUPAUS_DECL std::string title_of(model_view const& m, story const& s);

/// The last lines of a story: what holds her, who could free her, and what she was promised.
[[nodiscard]] LUPAUS_DECL std::vector<std::string> conclusions_of(model_view const& m,
                                                                  story const& s,
                                                                  trace_times const& times);

/// What was found, in one or two sentences; a proof only where every state was seen.
[[nodiscard]] LUPAUS_DECL std::string summary(verdict const& v);

/// The whole verdict: what was explored, what was found in how many states, what it costs her, what
/// she is not told of, and every story. Ends with a line feed.
[[nodiscard]] LUPAUS_DECL std::string to_text(verdict const& v, story_options options = {});

namespace detail {

class stories_left_out;

/// A story as text; empty, and counted, where a limit ends it.
LUPAUS_DECL std::string story_text(trace_plan const& plan, story const& s,
                                   story_options const& options, stories_left_out& left_out);
/// The failures of which she is not told in time, a sentence each.
LUPAUS_DECL std::string missed_notices_text(verdict const& v);
/// That recovery takes longer than so many seconds; empty where it does not.
LUPAUS_DECL std::string late_recovery_text(verdict const& v, seconds_t most);

}  // namespace detail

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/story/story.hpp"
#include "lupaus/src/story/verdict_text.hpp"
#endif
