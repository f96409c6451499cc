// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the four gates of a replacement.
#pragma once

#include "lupaus/explore/order/replacement_gates.hpp"
#include "lupaus/life/knowledge.hpp"

namespace lupaus::inline v0 {

LUPAUS_DECL gated_replacements::gated_replacements(model_view const& m, replacement_gate gate,
                                                   replacement_terms const& terms)
    : gate_{gate == replacement_gate::cross_ship && !terms.can_charge ? replacement_gate::wait
                                                                      : gate},
      terms_{terms},
      learns_of_return_{terms.returned && knows(m, m.seller, terms.returned)},
      learns_of_receipt_{terms.received_back && knows(m, m.seller, terms.received_back)} {}

LUPAUS_DECL decision gated_replacements::decide(circumstances const& c) const {
  auto const by_rules = rules_policy{}.decide(c);
  if (!is_of_object(c)) return by_rules;  // nor is a cancellation of any part
  auto const& m = c.promise();
  if (by_rules.under && m.rules[by_rules.under].action != action_kind::replace) return by_rules;
  if (!is_open(c))
    return decision::waits_for(gate_ == replacement_gate::cross_ship && terms_.returned
                                   ? terms_.returned
                                   : terms_.received_back);
  auto d = decision::replaces(terms_.object);
  if (terms_.restock >= 0) d.takes = gate_ == replacement_gate::wait_reserved ? 0 : terms_.restock;
  return d;
}

LUPAUS_DECL bool gated_replacements::is_of_object(circumstances const& c) const {
  return c.part && (c.part == terms_.object || c.promise().parts[c.part].carries == terms_.object);
}

LUPAUS_DECL bool gated_replacements::is_open(circumstances const& c) const {
  // To this unit, where the event is in the life of the part that failed.
  auto const happened = [&](event_id e) {
    if (!e) return false;
    return c.promise().events[e].of == c.part ? c.has_happened(e, c.unit) : c.has_happened(e);
  };
  if (gate_ == replacement_gate::immediate) return true;
  auto const asks = c.on == occasion::replacement;
  if ((asks || learns_of_receipt_) && happened(terms_.received_back)) return true;
  return gate_ == replacement_gate::cross_ship && (asks || learns_of_return_) &&
         happened(terms_.returned);
}

}  // namespace lupaus::inline v0
