// SPDX-License-Identifier: BSL-1.0
//
// The responsibility graph for Graphviz, with the breaks marked.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/validate.hpp"

#include <iosfwd>

namespace lupaus::inline v0 {

/// Writes the parties and who owes whom what. Dotted: what is claimed; solid: what the seller
/// commits to the customer; dashed: subcontracts. Red: an edge that a finding stands on, labelled
/// with the gap's id. What stands on no edge is a red arrow of its own: from who owes by a rule to
/// whom, from who should tell to who is not told, both ways between the performers of a broken
/// handoff; else from the seller to the customer. Besides the words of the findings,
/// O(findings · log findings + what is written). The limits are those of `explainer`.
LUPAUS_DECL void write_dot(std::ostream& out, report const& r, validate_options const& limits = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/report/dot.hpp"
#endif
