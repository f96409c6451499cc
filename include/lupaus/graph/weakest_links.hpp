// SPDX-License-Identifier: BSL-1.0
//
// Where what the seller commits to the customer is lost on its way to whoever does the work.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/view.hpp"

#include <vector>

namespace lupaus::inline v0 {

/// A commitment of the seller that no chain of subcontracts keeps up to the performer of a part.
struct weakest_link {
  commitment_id committed = {};           ///< to the customer, by the seller
  part_id part = {};                      ///< a leaf part that it stands for
  std::vector<commitment_id> chain = {};  ///< of subcontracts, from the seller to the performer
  commitment_id link = {};                ///< in the chain: the first that keeps less
};

/// Finds the weakest links: by Boost.Graph's dijkstra_shortest_paths as a bottleneck search (a
/// chain is as weak as its weakest subcontract) over the subcontracts on each part. A subcontract
/// keeps a term that it entails; and a deadline that it meets at contracted times, though it count
/// from the end of an earlier part. One link for every commitment that no other surpasses and
/// every part that it stands for, in their order; a part that no chain reaches has none.
/// O(commitments · parts within · (parties + commitments) · log parties) at worst.
[[nodiscard]] LUPAUS_DECL std::vector<weakest_link> find_weakest_links(model_view const& m);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/graph/weakest_links.hpp"
#endif
