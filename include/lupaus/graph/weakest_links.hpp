// SPDX-License-Identifier: BSL-1.0
//
// Where what the seller commits to the customer is lost on its way to whoever does the work.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/view.hpp"

#include <functional>
#include <vector>

namespace lupaus::inline v0 {

/// A commitment of the seller that no chain of subcontracts keeps up to the performer of a part.
struct weakest_link {
  commitment_id committed = {};           ///< to the customer, by the seller
  part_id part = {};                      ///< a leaf part that it stands for
  std::vector<commitment_id> chain = {};  ///< of subcontracts, from the seller to the performer
  commitment_id link = {};                ///< in the chain: the first that keeps less
};

/// Says whether whoever keeps the first term keeps the second.
using term_relation = std::function<bool(term const& kept, term const& wanted)>;

/// Finds the weakest links: by Boost.Graph's dijkstra_shortest_paths as a bottleneck search (a
/// chain is as weak as its weakest subcontract) over the subcontracts on each part. One link for
/// every commitment that no other surpasses and every part that it stands for, in their order; a
/// part that no chain reaches has none.
///
/// Without a relation of the caller's, a term keeps what it entails; and a deadline one that it
/// meets although it counts from another event: from the order, or, where what is committed does,
/// from the end of a part at contracted times.
/// O(commitments · parts within · (parties + commitments) · log parties) at worst.
[[nodiscard]] LUPAUS_DECL std::vector<weakest_link> find_weakest_links(
    model_view const& m, term_relation const& keeps = {});

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/graph/weakest_links.hpp"
#endif
