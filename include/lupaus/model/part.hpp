// SPDX-License-Identifier: BSL-1.0
//
// Parts: what the customer buys, piece by piece.
#pragma once

#include "lupaus/model/id.hpp"
#include "lupaus/model/terms/money.hpp"
#include "lupaus/model/terms/quality.hpp"

#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

enum class part_kind : std::uint8_t {
  good,
  service,
  composite,
  instalment,  ///< no part of what she buys: money that she pays for it, all or some
};

constexpr std::string_view to_string(part_kind k) {
  constexpr std::string_view names[] = {"good", "service", "composite", "instalment"};
  return names[static_cast<std::size_t>(k)];
}

/// How a step of an encounter is felt: it runs smoothly; it meets wishes and expectations; it
/// touches images, dreams and goals.
enum class experience_level : std::uint8_t { unsaid, action, emotion, meaning };

/// The level's word; empty where none is said.
constexpr std::string_view to_string(experience_level l) {
  constexpr std::string_view names[] = {"", "action", "emotion", "meaning"};
  return names[static_cast<std::size_t>(l)];
}

/// What the customer buys: a good, a service, or a composite of parts; or an instalment that she
/// pays for it. The whole promise is part 0, and is itself a part.
struct part {
  std::string_view name = {};
  part_kind kind = part_kind::service;
  part_id within = {};         ///< the composite that holds it; none for the whole
  std::uint32_t quantity = 1;  ///< units, each with an identity of its own
  std::string_view unit = "pcs";
  /// Who answers to the customer for it, where the model declares somebody; else the seller.
  party_id answerable = {};
  /// Who does the work: as declared, or the end of the chain of subcontracts, or the seller who
  /// is able to. None when nobody was found.
  party_id performer = {};
  bool performer_declared = false;
  /// The good that this service carries to the customer, if it does.
  part_id carries = {};
  std::string_view identity = {};  ///< in the user's own records (an article number, say)
  /// Of one unit; of an instalment, what she pays. Without a currency where none is stated.
  money price = {};
  /// Of a step of an encounter: the quality that she has got with it (greeted, say).
  quality_ref gives = nullptr;
  experience_level level = experience_level::unsaid;  ///< of a step
  /// Left out, with its money back, the rest still is what she bought. Of a composite: as a whole.
  bool severable = false;
};

/// True of a step of an encounter.
constexpr bool is_step(part const& p) { return p.gives != nullptr; }
constexpr bool is_priced(part const& p) { return p.price.in.valid(); }
/// True of an instalment: it is completed when it is paid.
constexpr bool is_instalment(part const& p) { return p.kind == part_kind::instalment; }

/// Part `before` is completed before part `after` begins.
struct precedence {
  part_id before = {};
  part_id after = {};
  friend constexpr bool operator==(precedence const&, precedence const&) = default;
};

}  // namespace lupaus::inline v0
