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

using party_id = id<struct party>;
using part_id = id<struct part>;
using precedence_id = id<struct precedence>;
using event_id = id<struct event>;
using transition_id = id<struct transition>;
using claim_id = id<struct claim>;
using term_id = id<struct term>;
using commitment_id = id<struct commitment>;
using rule_id = id<struct rule>;
using presumption_id = id<struct presumption>;
using notice_id = id<struct notice>;
using change_id = id<struct change_notice>;
using coordination_id = id<struct coordination>;
using need_id = id<struct coordination_need>;
using channel_id = id<struct channel>;
using ability_id = id<struct ability>;
using recourse_id = id<struct recourse>;
using contract_end_id = id<struct contract_end>;
using capability_id = id<struct capability>;
using requirement_id = id<struct requirement>;
using provision_id = id<struct provision>;
using risk_id = id<struct risk>;

}  // namespace lupaus::inline v0
