// SPDX-License-Identifier: BSL-1.0
//
// How a performer learns that he can begin: E9 of docs/explanation/semantics.md.
#pragma once

#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// How a performer learns that he can begin.
struct start_notice {
  bool needs_notice = false;
  bool can_be_told = false;  ///< by the customer
};

/// Whether the performer learns that the parts before his are completed; else the customer may tell
/// him, and else he goes by the date in his order, unless his time counts from them.
/// `knows(party, event)` answers. O(channels), and for each
/// of those parts a question and the commitments.
template <class Parts, class Knows>
constexpr start_notice find_start_notice(model_view const& m, part_id p, Parts const& before_it,
                                         Knows&& knows) {
  start_notice found;
  auto const who = m.parts[p].performer;
  if (!who) return found;
  auto can_tell = false;
  for (auto const& c : m.channels)
    can_tell = can_tell || (c.a == m.customer && same_firm(m, c.b, who)) ||
               (c.b == m.customer && same_firm(m, c.a, who));
  for (auto const before : before_it) {
    auto const done = find_event(m, event_kind::completed, before);
    if (!done || knows(who, done)) continue;
    auto const she_can = can_tell && knows(m.customer, done);
    auto counts_from_it = false;
    for (auto const& c : m.commitments)
      counts_from_it = counts_from_it || (c.consequent.quality == &quality_of<deadline> &&
                                          same_firm(m, c.debtor, who) && is_within(m, p, c.about) &&
                                          c.consequent.anchor == done);
    if (!she_can && !counts_from_it) continue;
    found.can_be_told = (found.needs_notice ? found.can_be_told : true) && she_can;
    found.needs_notice = true;
  }
  return found;
}

}  // namespace lupaus::inline v0::detail
