// SPDX-License-Identifier: BSL-1.0
//
// Who needs no telling of an event, as it is his own act, or he sees it.
#pragma once

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/parties/firm_set.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// Calls `tell(party)` for those who need no telling, for each of the parties `by` whom the event
/// comes about. Not for possession and reports, which rest on other events. For orders
/// O(commitments).
template <class Ways, class Tell>
constexpr void for_each_witness(model_view const& m, event_id id, Ways&& for_each_way,
                                Tell&& tell) {
  auto const& e = m.events[id];
  if (is_of_order(e.kind)) {
    tell(m.customer);
    tell(m.seller);
    // An order is placed with everybody under his own contract; of its end he has to be told.
    if (e.kind == event_kind::ordered)
      for (auto const& c : m.commitments)
        if (c.creditor != m.customer) {
          tell(c.debtor);
          tell(c.creditor);
        }
    return;
  }
  if (is_time_out(e.kind)) {  // everybody has a clock
    for (auto p : m.parties.ids()) tell(p);
    return;
  }
  if (e.holder) tell(e.holder);
  if (is_step(m.parts[e.of])) tell(m.customer);                        // she is there
  if (is_instalment(m.parts[e.of])) tell(m.customer), tell(m.seller);  // both see the money
  party_id actor;  // who brings it about, if in every way it is the same firm
  auto is_one = true;
  for_each_way([&](party_id by) {
    is_one = is_one && by && (!actor || same_firm(m, actor, by));
    actor = by;
  });
  if (actor && is_one) tell(actor);
}

/// Marks those who need no telling: by their acts, or as they see it. O(parties + transitions +
/// sightings), and for orders commitments.
constexpr void find_witnesses(model_view const& m, event_id id, flags& knows) {
  firm_set found{m};
  for_each_witness(
      m, id,
      [&](auto&& f) {
        for (auto const& t : m.transitions)
          if (t.to == id) f(t.by);
      },
      [&](party_id p) { found.add(p); });
  for (auto const& x : m.sightings)
    if (x.of == id) found.add(x.by);
  for (auto p : m.parties.ids()) knows[p.index()] = found.contains(p);
}

}  // namespace lupaus::inline v0::detail
