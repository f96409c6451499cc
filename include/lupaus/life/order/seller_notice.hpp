// SPDX-License-Identifier: BSL-1.0
//
// How the seller has word of an event: he sees it, or somebody owes him the notice.
#pragma once

#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/order/order_ways.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>

namespace lupaus::inline v0::detail {

/// How the seller learns of an event.
struct seller_notice {
  event_id of = {};
  party_id by = {};         ///< who owes the notice; none where nobody does
  bool is_at_once = false;  ///< the seller sees it
  seconds_t within = 0;     ///< of the notice, after the event; 0 where none is stated
};

/// O(parties · notices).
inline seller_notice find_seller_notice(model_view const& m, event_id e) {
  seller_notice n{.of = e};
  flags sees{m.parties.size()}, told{m.parties.size()};
  find_witnesses(m, e, sees);
  find_who_knows(m, e, told);
  n.is_at_once = sees[m.seller.index()];
  if (!n.is_at_once && told[m.seller.index()])
    for (auto const& x : m.notices)
      if (x.of == e && is_sellers(m, x.to) && told[x.from.index()]) {
        auto const within = std::max<seconds_t>(0, longest(x.within));
        if (n.by && n.within <= within) continue;  // the quickest; of equals the first told
        n.by = x.from;
        n.within = within;
      }
  if (!n.is_at_once && told[m.seller.index()] && !n.by) n.is_at_once = true;  // by coordination
  return n;
}

}  // namespace lupaus::inline v0::detail
