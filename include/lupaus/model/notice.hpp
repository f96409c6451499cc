// SPDX-License-Identifier: BSL-1.0
//
// Who owes whom word, who coordinates a handoff, and who can reach whom.
#pragma once

#include "lupaus/model/id.hpp"
#include "lupaus/model/terms/quality.hpp"

#include <string_view>

namespace lupaus::inline v0 {

/// `from` owes `to` word of an event, within a time after it.
struct notice {
  party_id from = {};
  party_id to = {};
  event_id of = {};
  bound within = {};     ///< `nothing` when no time is stated
  bool derived = false;  ///< spelled out from a notice of any change, or a promise to keep informed
  std::string_view words = {};  ///< as they are sent; may be empty
};

/// `from` owes `to` word of every failure of a part, and of whatever it holds.
struct change_notice {
  party_id from = {};
  party_id to = {};
  part_id of = {};
  bound within = {};
  std::string_view words = {};  ///< as they are sent; may be empty
};

/// `owner` owes the coordination of the handoff between two parts. It includes notice to both
/// sides of the earlier part's completion and lateness.
struct coordination {
  party_id owner = {};
  part_id before = {};
  part_id after = {};
};

/// Two parties who can reach each other. A subcontract is no channel, nor is word of the order
/// itself; an owed notice about a part is one.
struct channel {
  party_id a = {};
  party_id b = {};
};

/// The party sees it happen to a part, and needs no word of it: a crew stands in the kitchen.
struct sighting {
  party_id by = {};
  event_id of = {};
};

/// A declared need to coordinate, besides those that follow from the product: of the performers
/// of two parts, or of two parties whatever they perform.
struct coordination_need {
  part_id before = {};
  part_id after = {};
  party_id a = {};  ///< set where no part is
  party_id b = {};
};

}  // namespace lupaus::inline v0
