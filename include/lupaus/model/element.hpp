// SPDX-License-Identifier: BSL-1.0
//
// A reference to any element of a model: what findings point at and evidence is made of.
#pragma once

#include "lupaus/model/id.hpp"

#include <compare>
#include <cstdint>

namespace lupaus::inline v0 {

enum class element_kind : std::uint8_t {
  nothing,
  party,
  part,
  event,
  claim,
  commitment,
  rule,
  notice,
  coordination,
  channel,
  recourse,
  capability,
  ability,
  risk,
};

/// One element of a model, whatever its kind.
struct element {
  element_kind kind = element_kind::nothing;
  std::uint16_t index = 0xffff;

  constexpr element() = default;
  constexpr element(party_id i) : kind{element_kind::party}, index{i.value} {}
  constexpr element(part_id i) : kind{element_kind::part}, index{i.value} {}
  constexpr element(event_id i) : kind{element_kind::event}, index{i.value} {}
  constexpr element(claim_id i) : kind{element_kind::claim}, index{i.value} {}
  constexpr element(commitment_id i) : kind{element_kind::commitment}, index{i.value} {}
  constexpr element(rule_id i) : kind{element_kind::rule}, index{i.value} {}
  constexpr element(notice_id i) : kind{element_kind::notice}, index{i.value} {}
  constexpr element(coordination_id i) : kind{element_kind::coordination}, index{i.value} {}
  constexpr element(channel_id i) : kind{element_kind::channel}, index{i.value} {}
  constexpr element(recourse_id i) : kind{element_kind::recourse}, index{i.value} {}
  constexpr element(capability_id i) : kind{element_kind::capability}, index{i.value} {}
  constexpr element(ability_id i) : kind{element_kind::ability}, index{i.value} {}
  constexpr element(risk_id i) : kind{element_kind::risk}, index{i.value} {}

  constexpr explicit operator bool() const { return index != 0xffff; }

  /// The typed id. Precondition: the element is of that kind.
  template <class Tag>
  constexpr explicit operator id<Tag>() const {
    id<Tag> typed;
    typed.value = index;
    return typed;
  }

  friend constexpr bool operator==(element, element) = default;
  friend constexpr auto operator<=>(element, element) = default;
};

}  // namespace lupaus::inline v0
