// SPDX-License-Identifier: BSL-1.0
//
// The stories of a verdict for Graphviz: one picture, in which they part where their moves differ.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/verdict.hpp"

#include <iosfwd>

namespace lupaus::inline v0 {

/// Writes the stories as one graph: its nodes are states of the order, with the time since the
/// order; its edges are moves, solid where they can be counted on, else dashed. The move that dooms
/// her is red, as is all that follows; a trap has a double border. O(stories · moves²).
LUPAUS_DECL void write_dot(std::ostream& out, verdict const& v, search_limits const& limits = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/story/story_dot.hpp"
#endif
