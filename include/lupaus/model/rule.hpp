// SPDX-License-Identifier: BSL-1.0
//
// Rules: what a party owes when something happens.
#pragma once

#include "lupaus/model/id.hpp"
#include "lupaus/model/terms/money.hpp"
#include "lupaus/model/terms/quality.hpp"

#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

enum class action_kind : std::uint8_t {
  replace,        ///< another unit of the part, and again what follows it
  perform_again,  ///< perform the part again, and what follows it
  repair,         ///< mend the unit that she has
  refund,
  accept,  ///< grant the request
  refuse,  ///< deny it
  act,     ///< anything else, in words
};

constexpr std::string_view to_string(action_kind k) {
  constexpr std::string_view names[] = {"replace", "redo",   "repair", "refund",
                                        "accept",  "refuse", "act"};
  return names[static_cast<std::size_t>(k)];
}

/// On an event, in a situation, a party owes an action, after a gate, within a time.
///
/// The situation is all that lies between `since` and `until`: `since` has happened, in the present
/// attempt, and `until` has not.
struct rule {
  event_id on = {};
  event_id since = {};  ///< none: from the order on
  event_id until = {};  ///< none: for ever
  party_id debtor = {};
  party_id creditor = {};
  action_kind action = action_kind::act;
  part_id object = {};      ///< what is replaced, redone or repaired
  std::uint32_t units = 0;  ///< 0: as many as failed
  event_id gate = {};       ///< the action waits for it; none: at once
  bound within = {};        ///< time for the action after the gate; `nothing` when none is stated
  std::string_view words = {};
  money fee = {};  ///< kept of what is paid back; without a currency where none is
};

/// True when the rule gives her money back, and keeps some of it.
constexpr bool has_fee(rule const& r) { return r.fee.in.valid(); }

/// What a rule takes for granted: that `holder` holds `good`, or that `happened` has happened.
struct presumption {
  rule_id of = {};
  party_id holder = {};
  part_id good = {};
  event_id happened = {};
};

}  // namespace lupaus::inline v0
