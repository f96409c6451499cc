// SPDX-License-Identifier: BSL-1.0
//
// Where work comes back to a firm that has passed it on.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/view.hpp"

#include <vector>

namespace lupaus::inline v0 {

/// Firms that pass a part on to one another, so that nobody has to begin.
struct delegation_ring {
  part_id part = {};                 ///< the first that comes back among them
  std::vector<party_id> firms = {};  ///< two or more, sorted; the seller for its departments
  std::vector<commitment_id> contracts = {};  ///< by which they pass it on, sorted
};

/// Finds the rings: by Boost.Graph's strong_components over the subcontracts on each leaf part.
/// The same firms are one ring, though they pass on several parts. O(parties + commitments) where
/// nothing comes back; else that for every part.
[[nodiscard]] LUPAUS_DECL std::vector<delegation_ring> find_delegation_rings(model_view const& m);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/graph/delegation_rings.hpp"
#endif
