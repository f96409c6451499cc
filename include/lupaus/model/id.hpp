// SPDX-License-Identifier: BSL-1.0
//
// Dense, typed indices. Names are strings at the boundary and ids inside (a `party_id` never
// indexes parts by mistake); an id is stable within one model.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0 {

/// Index of one element of a model, typed by what it indexes. A default id refers to nothing.
/// A model holds at most `id::limit` elements of a kind.
template <class Tag>
struct id {
  static constexpr std::uint16_t none = 0xffff;
  static constexpr std::size_t limit = 0xfffe;

  std::uint16_t value = none;

  constexpr id() = default;
  constexpr explicit id(std::size_t index) : value{static_cast<std::uint16_t>(index)} {}

  /// True when the id refers to an element.
  constexpr explicit operator bool() const { return value != none; }
  constexpr std::size_t index() const { return value; }

  friend constexpr bool operator==(id, id) = default;
  friend constexpr auto operator<=>(id, id) = default;
};

// Declared first: where a program has a type of its own of that name, no id is of that.
struct party;
struct part;
struct precedence;
struct event;
struct transition;
struct claim;
struct term;
struct commitment;
struct rule;
struct presumption;
struct notice;
struct change_notice;
struct coordination;
struct coordination_need;
struct channel;
struct sighting;
struct ability;
struct recourse;
struct contract_end;
struct capability;
struct requirement;
struct provision;
struct risk;
struct declared_quality;

using party_id = id<party>;
using part_id = id<part>;
using precedence_id = id<precedence>;
using event_id = id<event>;
using transition_id = id<transition>;
using claim_id = id<claim>;
using term_id = id<term>;
using commitment_id = id<commitment>;
using rule_id = id<rule>;
using presumption_id = id<presumption>;
using notice_id = id<notice>;
using change_id = id<change_notice>;
using coordination_id = id<coordination>;
using need_id = id<coordination_need>;
using channel_id = id<channel>;
using sighting_id = id<sighting>;
using ability_id = id<ability>;
using recourse_id = id<recourse>;
using contract_end_id = id<contract_end>;
using capability_id = id<capability>;
using requirement_id = id<requirement>;
using provision_id = id<provision>;
using risk_id = id<risk>;
using declared_quality_id = id<declared_quality>;

}  // namespace lupaus::inline v0
