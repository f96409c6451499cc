// SPDX-License-Identifier: BSL-1.0
//
// One noun, three layers. C(debtor, creditor, antecedent, consequent): if the antecedent holds,
// the debtor owes the creditor the consequent (Singh, "An Ontology for Commitments in Multiagent
// Systems", 1999). A claim is what marketing says; a commitment what the seller takes on; a
// subcontract what will be done.
#pragma once

#include "lupaus/model/id.hpp"
#include "lupaus/model/terms/term.hpp"

#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

enum class layer : std::uint8_t { marketing, fulfilment, delivery };

/// What somebody lets the customer expect of a part. A claim without a term cannot be measured.
struct claim {
  party_id claimant = {};
  part_id about = {};
  term_id first_term = {};  ///< its terms lie together in the model's `terms`
  std::uint16_t terms = 0;
  bool implied = false;         ///< never said, but she is let to understand it
  std::string_view words = {};  ///< as the customer reads it; may be empty
};

/// What one party owes another of a part, on an event or without one.
///
/// The debtor delegates the work by a subcontract and keeps answering. A commitment binds every
/// attempt and every replacement, and goes on binding after its deadline.
struct commitment {
  party_id debtor = {};
  party_id creditor = {};
  part_id about = {};
  event_id antecedent = {};         ///< none: without condition
  event_id brings_about = {};       ///< the completion of the part, unless another event is named
  term consequent = {};             ///< `quality` is null for a contract that names no term
  bool on_request = false;          ///< a remedy: owed only when a rule calls for it
  quality_ref overrides = nullptr;  ///< of an incentive: the quality that it can override
  std::string_view interest = {};   ///< of an incentive: what it is called; may be empty
};

/// True for work that can be passed on: no remedy on call, no incentive, nothing done in person.
constexpr bool is_work(commitment const& c) {
  return !c.on_request && !c.overrides && !(c.consequent.quality && c.consequent.quality->personal);
}

/// The creditor can recover the loss of a failure from the debtor, within a time.
struct recourse {
  party_id debtor = {};
  party_id creditor = {};
  event_id failure = {};
  term within = {};  ///< a deadline after the failure; `quality` is null when no time is stated
};

/// The subcontracts of `debtor` to `creditor` end when the order ends in this way.
struct contract_end {
  party_id debtor = {};
  party_id creditor = {};
  event_id when = {};  ///< kept, cancelled or refunded
  bound within = {};   ///< the creditor tells the debtor of it; `nothing`: not by the contract
};

/// True when the contract says within what time its debtor is told that the order has ended.
constexpr bool is_told(contract_end const& e) { return e.within.kind != bound_kind::nothing; }

/// The party can perform the part itself, in a time from when it can begin.
struct ability {
  party_id who = {};
  part_id what = {};
  bound lead_time = {};
};

}  // namespace lupaus::inline v0
