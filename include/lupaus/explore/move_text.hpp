// SPDX-License-Identifier: BSL-1.0
//
// The moves of an order in words: who does what, and what the policy answers.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/order/order_move.hpp"
#include "lupaus/model/view.hpp"

#include <string>

namespace lupaus::inline v0 {

class trace_plan;

/// A move as a sentence without its beginning and end: "the carrier ships the machine". What the
/// policy answers is told by `phrase_answer`. O(model) where goods fail.
[[nodiscard]] LUPAUS_DECL std::string phrase(model_view const& m, order_move const& x);
/// The same, for many moves of one promise: in whose hands goods fail is found once.
[[nodiscard]] LUPAUS_DECL std::string phrase(trace_plan const& plan, order_move const& x);

/// What the policy answered: "told to wait for 'received back'", "refused". Empty for a move that
/// is no answer.
[[nodiscard]] LUPAUS_DECL std::string phrase_answer(model_view const& m, order_move const& x);

/// Under what the policy answered or acted: "no rule covers it", "by the rule: on damaged: …".
/// Empty for other moves, and where the policy is code of the user's own that names no rule.
[[nodiscard]] LUPAUS_DECL std::string phrase_ground(model_view const& m, order_move const& x,
                                                    bool is_by_the_rules);

/// The answer and its ground: "refused; no rule covers it". Empty for a move that is no answer.
[[nodiscard]] LUPAUS_DECL std::string phrase_outcome(model_view const& m, order_move const& x,
                                                     bool is_by_the_rules);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/move_text.hpp"
#endif
