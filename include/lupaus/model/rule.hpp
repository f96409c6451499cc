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
  reduce_price,   ///< she keeps what failed as it is, for less
  refund,
  accept,  ///< grant the request
  refuse,  ///< deny it
  act,     ///< anything else, in words
};

constexpr std::string_view to_string(action_kind k) {
  constexpr std::string_view names[] = {"replace", "redo",   "repair", "reduce_price",
                                        "refund",  "accept", "refuse", "act"};
  return names[static_cast<std::size_t>(k)];
}

/// On an event, in a situation, a party owes an action, after a gate, within a time.
///
/// The situation is all that lies between `since` and `until`: `since` has happened, in the present
/// attempt, and `until` has not. A rule on a failure may hold for some of the times alone that the
/// failure comes, counted in all attempts.
struct rule {
  event_id on = {};
  event_id since = {};  ///< none: from the order on
  event_id until = {};  ///< none: for ever
  party_id debtor = {};
  party_id creditor = {};
  action_kind action = action_kind::act;
  part_id object = {};      ///< what is replaced, redone or repaired, or of what the money is
  std::uint32_t units = 0;  ///< 0: as many as failed
  event_id gate = {};       ///< the action waits for it; none: at once
  bound within = {};        ///< time for the action after the gate; `nothing` when none is stated
  std::string_view words = {};
  money fee = {};               ///< kept of what is paid back; without a currency where none is
  money reduction = {};         ///< by so much a price is reduced; the same where it is not said
  std::uint8_t from_time = 0;   ///< from the n-th time on that it fails; 0: from the first
  std::uint8_t up_to_time = 0;  ///< up to the n-th time; 0: for ever
};

/// So often a rule can count a failure: the last of them stands for all that come after it.
inline constexpr std::size_t most_times_counted = 7;

/// True when the rule gives her money back, and keeps some of it.
constexpr bool has_fee(rule const& r) { return r.fee.in.valid(); }

/// True when the rule reduces a price, and says by how much.
constexpr bool has_reduction(rule const& r) { return r.reduction.in.valid(); }

/// True when the rule asks how often the failure has come.
constexpr bool is_counted(rule const& r) { return r.from_time > 0 || r.up_to_time > 0; }
/// True when the rule is for the n-th time that the failure comes.
constexpr bool is_for_time(rule const& r, std::size_t n) {
  return n >= r.from_time && (r.up_to_time == 0 || n <= r.up_to_time);
}

namespace detail {

/// What the rule keeps of what it pays back, or takes off a price; without a currency, where it
/// does neither, or does not say.
constexpr money const& amount_in(rule const& r) { return has_fee(r) ? r.fee : r.reduction; }

/// True when goods stay where they are by it, and what failed is no longer to be done.
constexpr bool mends_in_place(rule const& r) {
  return r.action == action_kind::repair || r.action == action_kind::reduce_price;
}

/// So often the rule has the failure counted: what comes later is all the same to it.
constexpr std::size_t counts_to(rule const& r) {
  auto const after = r.up_to_time > 0 ? r.up_to_time + std::size_t{1} : 0;
  return after > r.from_time ? after : r.from_time;
}

}  // namespace detail

/// What a rule takes for granted: that `holder` holds `good`; or that `happened` has happened, or
/// has not.
struct presumption {
  rule_id of = {};
  party_id holder = {};
  part_id good = {};
  event_id happened = {};
  bool is_not = false;  ///< it has not happened
};

}  // namespace lupaus::inline v0
