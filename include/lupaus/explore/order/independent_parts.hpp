// SPDX-License-Identifier: BSL-1.0
//
// Parts that have nothing to do with each other need not be explored together: a promise of n of
// them costs n small searches instead of one that multiplies over them.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/view.hpp"

#include <vector>

namespace lupaus::inline v0 {

/// Sets of leaf parts, each of which can be explored apart from the others: what happens to the
/// parts of one changes nothing for those of another. Where events of some parts decide how a
/// cancellation is answered, these are in every set. One set when nothing can be separated.
///
/// A customer is trapped in the whole order exactly if she is in one of the sets. Where she is, all
/// else may still be untouched; so the set's own moves lead there. The other way round: nothing
/// that can be counted on frees her, so in some set a part cannot be completed; and what would free
/// her there, a remedy for one of its parts or an answer that the deciding parts give, would free
/// her in the whole. O(events · commitments + parts²).
[[nodiscard]] LUPAUS_DECL std::vector<std::vector<bool>> independent_parts(model_view const& m);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/independent_parts.hpp"
#endif
