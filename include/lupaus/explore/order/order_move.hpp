// SPDX-License-Identifier: BSL-1.0
//
// What can happen to an order, as one move, and how a policy can break.
#pragma once

#include "lupaus/explore/order/decision.hpp"
#include "lupaus/model/id.hpp"

#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

enum class move_kind : std::uint8_t {
  orders,   ///< the customer orders
  happens,  ///< an event in the life of a part
  reports,  ///< the seller is told of an event
  tells,    ///< the customer tells a performer that he can begin
  acts,     ///< the policy acts on what the seller knows
  asks,     ///< the customer asks, and the policy answers
  leaves,   ///< the customer, who has not paid, goes elsewhere
  breaks,   ///< the policy gives no decision that could be followed
};

[[nodiscard]] constexpr std::string_view to_string(move_kind k) noexcept {
  constexpr std::string_view names[] = {"orders", "happens", "reports", "tells",
                                        "acts",   "asks",    "leaves",  "breaks"};
  return names[static_cast<std::size_t>(k)];
}

/// What is wrong with a policy that breaks.
enum class policy_fault : std::uint8_t {
  none,
  throws,            ///< it threw
  does_not_end,      ///< it looked at the order more often than it may
  talks_nonsense,    ///< its answer fits neither the promise nor the question
  changes_its_mind,  ///< asked the same again, it answered otherwise
  asks_the_time,     ///< and no time is kept: see `explore_options::tells_time`
};

[[nodiscard]] constexpr std::string_view to_string(policy_fault f) noexcept {
  constexpr std::string_view names[] = {"none",           "throws",           "does not end",
                                        "talks nonsense", "changes its mind", "asks the time"};
  return names[static_cast<std::size_t>(f)];
}

/// One move of an order: who does what, to which unit of which part, under which rule.
struct order_move {
  move_kind kind = move_kind::orders;
  event_id event = {};  ///< what happens or is reported; of an answer, the failure, if any
  party_id by = {};     ///< who does it; none: nobody in particular
  part_id part = {};
  std::uint8_t unit = 0;  ///< which of the part's units, from 0
  occasion on = occasion::news;
  decision says = {};  ///< of `acts` and `asks`
  policy_fault fault = policy_fault::none;
  std::uint8_t words = 0;  ///< of a fault: which of the texts that the explorer keeps
  /// It can be counted on: a committed party brings it about within a bound, or the customer can
  /// do it alone, or the policy decides it.
  bool is_dependable = false;

  friend constexpr bool operator==(order_move const&, order_move const&) = default;
};

/// True when the move costs the customer a contact: she asks somebody, or tells somebody.
[[nodiscard]] constexpr bool is_contact(order_move const& m) noexcept {
  return m.kind == move_kind::asks || m.kind == move_kind::tells;
}

/// The order in which moves are preferred among traces of equal length: requests last, then by
/// part and unit as they are declared.
[[nodiscard]] constexpr bool is_preferred(order_move const& a, order_move const& b) noexcept {
  auto const rank = [](order_move const& m) {
    return m.kind == move_kind::asks && m.on == occasion::cancellation ? 255
                                                                       : static_cast<int>(m.kind);
  };
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  if (a.part != b.part) return a.part < b.part;
  if (a.unit != b.unit) return a.unit < b.unit;
  return a.event < b.event;
}

}  // namespace lupaus::inline v0
