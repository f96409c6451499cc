// SPDX-License-Identifier: BSL-1.0
//
// When a replacement leaves: the four gates that order systems offer, as policies. What is no
// replacement is answered by the rules of the promise.
//
//   replacement_terms const terms{.object = machine, .returned = returned, .received_back = back};
//   auto const found = explore(m, gated_replacements{m, replacement_gate::cross_ship, terms});
#pragma once

#include "lupaus/explore/order/policy.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

/// When the seller lets a replacement leave.
enum class replacement_gate : std::uint8_t {
  wait,           ///< after the goods are received back; then it must be got in
  wait_reserved,  ///< the same, with a unit put by: it differs in time only
  cross_ship,     ///< once the goods are on their way back, against a payment method
  immediate,      ///< on the request, or on the news
};

[[nodiscard]] constexpr std::string_view to_string(replacement_gate g) noexcept {
  constexpr std::string_view names[] = {"wait", "wait_reserved", "cross_ship", "immediate"};
  return names[static_cast<std::size_t>(g)];
}

/// What a replacement is of, and the events that open its gate.
struct replacement_terms {
  part_id object = {};          ///< the good; a failure of it, or of what carries it, is replaced
  event_id returned = {};       ///< it is on its way back
  event_id received_back = {};  ///< it is back with the seller
  /// Until another unit can leave, where none is put by; -1: not stated.
  seconds_t restock = -1;
  /// She left a payment method: what leaves first can be charged if nothing comes back. Without
  /// one, `cross_ship` is `wait`.
  bool can_charge = true;
};

/// The rules of a promise, with another gate for the replacements of one good.
///
/// Every failure of the good, or of the part that carries it, is replaced through the gate, whether
/// a rule replaces it or none speaks of it. Where a rule gives something else, or refuses, the rule
/// stands. An event that the seller need not be told of opens the gate only when she asks, for it
/// is from her that he then learns of it.
///
/// Holds no reference to the model. A decision costs O(rules + events).
class gated_replacements {
 public:
  /// O(events · notices), for who learns of the return.
  gated_replacements(model_view const& m, replacement_gate gate, replacement_terms const& terms);

  [[nodiscard]] decision decide(circumstances const& c) const;

 private:
  bool is_of_object(circumstances const& c) const;
  bool is_open(circumstances const& c) const;

  replacement_gate gate_;
  replacement_terms terms_;
  bool learns_of_return_, learns_of_receipt_;
};

static_assert(policy<gated_replacements>);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/replacement_gates.hpp"
#endif
