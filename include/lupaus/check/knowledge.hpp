// SPDX-License-Identifier: BSL-1.0
//
// Who knows what. A party knows its own acts, what it physically receives, orders and
// cancellations under its own contract, and what somebody who knows owes it notice of. To
// coordinate a handoff includes telling both sides that the earlier part is completed, or late.
#pragma once

#include "lupaus/model/scratch.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

namespace detail {

constexpr bool same_firm(model_view const& m, party_id a, party_id b) {
  return a && b && firm_of(m, a) == firm_of(m, b);
}

/// True when `p` works under a contract with somebody other than the customer.
constexpr bool is_contracted(model_view const& m, party_id p) {
  for (auto const& c : m.commitments)
    if (c.creditor != m.customer && (same_firm(m, c.debtor, p) || same_firm(m, c.creditor, p)))
      return true;
  return false;
}

/// What needs no telling. Not for possession and reports, which rest on other events.
constexpr bool witnesses(model_view const& m, party_id p, event_id id) {
  auto const& e = m.events[id];
  switch (e.kind) {
    case event_kind::ordered:
    case event_kind::cancelled: return p == m.customer || is_sellers(m, p) || is_contracted(m, p);
    case event_kind::cancel_requested:
    case event_kind::replacement_requested:
    case event_kind::refunded:
    case event_kind::kept: return p == m.customer || is_sellers(m, p);
    default: break;
  }
  if (e.holder && same_firm(m, e.holder, p)) return true;
  auto ways = 0;
  for (auto const& t : m.transitions) {
    if (t.to != id) continue;
    if (!same_firm(m, t.by, p)) return false;  // it may come about by somebody else's act
    ++ways;
  }
  return ways > 0;
}

/// True when `id` is the completion or the lateness of `earlier`.
constexpr bool ends_part(model_view const& m, event_id id, part_id earlier) {
  auto const& e = m.events[id];
  return e.of == earlier && (e.kind == event_kind::completed || e.kind == event_kind::late);
}

}  // namespace detail

/// Marks in `knows` every party that knows of an event when it happens.
/// Time O(parties · (transitions + commitments) + rounds · (notices + coordinations)), where a
/// round passes the word one hop on.
constexpr void find_who_knows(model_view const& m, event_id id, detail::flags& knows) {
  auto const& e = m.events[id];
  for (auto p : m.parties.ids()) knows[p.index()] = detail::witnesses(m, p, id);

  if (e.kind == event_kind::possession) {
    // She knows what she holds; others, if they know of every event that may give it to her.
    for (auto p : m.parties.ids()) knows[p.index()] = true;
    for (auto other : m.events.ids()) {
      if (other == id || !is_meant(m, other, id)) continue;
      detail::flags at{m.parties.size()};
      find_who_knows(m, other, at);
      for (auto p : m.parties.ids()) knows[p.index()] = knows[p.index()] && at[p.index()];
    }
    knows[m.customer.index()] = true;
  } else if (e.kind == event_kind::reported) {
    detail::flags at{m.parties.size()};
    find_who_knows(m, e.subject, at);
    for (auto p : m.parties.ids()) knows[p.index()] = is_sellers(m, p) && at[m.seller.index()];
  } else if (e.kind == event_kind::late) {
    // No word by the deadline is word: whoever is told of completion sees that it is late.
    if (auto const done = find_event(m, event_kind::completed, e.of)) {
      detail::flags at{m.parties.size()};
      find_who_knows(m, done, at);
      for (auto p : m.parties.ids()) knows[p.index()] = knows[p.index()] || at[p.index()];
    }
  }

  auto const tell = [&](party_id to) {
    bool news = false;
    for (auto p : m.parties.ids())
      if (detail::same_firm(m, p, to) && !knows[p.index()]) knows[p.index()] = news = true;
    return news;
  };
  for (bool news = true; news;) {
    news = false;
    for (auto const& n : m.notices)
      if (n.of == id && knows[n.from.index()]) news |= tell(n.to);
    for (auto const& c : m.coordinations)
      if (detail::ends_part(m, id, c.before) && knows[c.owner.index()]) {
        news |= tell(m.parts[c.before].performer);
        news |= tell(m.parts[c.after].performer);
      }
  }
}

/// True when `p` knows of the event when it happens.
constexpr bool knows(model_view const& m, party_id p, event_id e) {
  detail::flags known{m.parties.size()};
  find_who_knows(m, e, known);
  return known[p.index()];
}

/// True when somebody, whether he knows it or not, owes `p` notice of the event.
constexpr bool is_owed_notice(model_view const& m, party_id p, event_id e) {
  for (auto const& n : m.notices)
    if (n.of == e && detail::same_firm(m, n.to, p)) return true;
  return false;
}

}  // namespace lupaus::inline v0
