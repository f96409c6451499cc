// SPDX-License-Identifier: BSL-1.0
//
// Who stands between two that have to work together: without that party no word passes.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/view.hpp"

#include <vector>

namespace lupaus::inline v0 {

/// A party through whom alone two performers can reach each other.
struct party_in_the_middle {
  party_id who = {};
  party_id giver = {}, taker = {};  ///< who have to coordinate; a department stands as the seller
  part_id before = {}, after = {};  ///< whose performers they are; none where no part asks for it
};

/// Finds who is in the middle: by Boost.Graph's articulation_points and connected_components over
/// the channels. Two have to coordinate who perform consecutive parts and have no contract, and
/// those of whom the model says so. Sorted by party; the customer's are the gaps
/// `customer-in-the-middle`. O(articulation points · (parties + channels + needs)).
[[nodiscard]] LUPAUS_DECL std::vector<party_in_the_middle> find_parties_in_the_middle(
    model_view const& m);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/graph/parties_in_the_middle.hpp"
#endif
