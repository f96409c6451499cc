// SPDX-License-Identifier: BSL-1.0
//
// An order under the promise's own rules as a Promela model, for those who want a second opinion of
// another model checker. One command of the model is one move of the explorer, and its states are
// the explorer's states.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/promela/promela_move.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

struct promela_options {
  std::size_t failures = 2;  ///< how many may happen to one order
  std::size_t units = 2;     ///< followed of a part that has more
  std::string prefix = {};   ///< of the names of definitions, where several models share a file
};

/// A variable of the state; it begins with 0.
struct promela_variable {
  std::string type;
  std::string name;
};

/// A promise in Promela, in pieces. The moves look at `counted_on`, which the user of the pieces
/// has to define: where it is not 0, only those are made that can be counted on.
struct promela_order {
  std::vector<promela_variable> variables;
  std::string definitions;  ///< `settle()`, `ends(phase)`; `kept`, `acceptable`, `asked_in_vain`
  std::vector<promela_move> moves;
};

/// The pieces of the model of an order under the rules of a promise. O(rules² · events · units).
[[nodiscard]] LUPAUS_DECL promela_order promela_pieces(model_view const& m,
                                                       promela_options const& o = {});

/// One option of the loop of moves.
[[nodiscard]] LUPAUS_DECL std::string to_string(promela_move const& x);

/// The whole model: `spin -o2 -a order.pml && cc -DNOREDUCE -DSAFETY -o pan pan.c && ./pan -E`.
/// Without -o2, SPIN hides what is never read, and counts fewer states. With -Dcounted_on=1 for
/// `spin`, only what can be counted on happens.
///
/// `phase`: 0 before the order, 1 open, 2 cancelled, 3 refunded, 4 left. `result_...`: 1 + the
/// number of the event; `reply_...` and `cancellation`: 0 not asked, 1 wait, 2 refused.
[[nodiscard]] LUPAUS_DECL std::string to_promela(model_view const& m,
                                                 promela_options const& o = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/promela/promela.hpp"
#endif
