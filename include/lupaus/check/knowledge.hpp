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

/// Marks the whole firm of `p`.
constexpr void mark_firm(model_view const& m, party_id p, flags& marked) {
  if (!is_sellers(m, p)) {
    marked[p.index()] = true;
    return;
  }
  for (auto q : m.parties.ids())
    if (is_sellers(m, q)) marked[q.index()] = true;
}

/// Marks those who need no telling. Not for possession and reports, which rest on other events.
/// O(parties + transitions), and for orders commitments.
constexpr void find_witnesses(model_view const& m, event_id id, flags& knows) {
  auto const& e = m.events[id];
  for (auto p : m.parties.ids()) knows[p.index()] = false;
  if (is_of_order(e.kind)) {
    knows[m.customer.index()] = true;
    mark_firm(m, m.seller, knows);
    // Orders and cancellations: everybody under his own contract.
    if (e.kind == event_kind::ordered || e.kind == event_kind::cancelled)
      for (auto const& c : m.commitments)
        if (c.creditor != m.customer) {
          mark_firm(m, c.debtor, knows);
          mark_firm(m, c.creditor, knows);
        }
    return;
  }
  if (e.holder) mark_firm(m, e.holder, knows);
  party_id actor;  // who brings it about, if in every way it is the same firm
  auto is_one = true;
  for (auto const& t : m.transitions) {
    if (t.to != id) continue;
    is_one = is_one && t.by && (!actor || same_firm(m, actor, t.by));
    actor = t.by;
  }
  if (actor && is_one) mark_firm(m, actor, knows);
}

/// True when `id` is the completion or the lateness of `earlier`.
constexpr bool ends_part(model_view const& m, event_id id, part_id earlier) {
  auto const& e = m.events[id];
  return e.of == earlier && (e.kind == event_kind::completed || e.kind == event_kind::late);
}

}  // namespace detail

/// The notices of a model, by what they are of. O(events + notices) to make.
class notices_by_event {
 public:
  constexpr explicit notices_by_event(model_view const& m)
      : m_{&m}, first_{m.events.size() + 1}, ids_{m.notices.size()} {
    for (auto const& n : m.notices) ++first_[n.of.index() + 1];
    for (std::size_t e = 0; e < m.events.size(); ++e) first_[e + 1] += first_[e];
    detail::scratch<std::size_t> at{m.events.size()};
    for (std::size_t e = 0; e < m.events.size(); ++e) at[e] = first_[e];
    for (auto i : m.notices.ids()) ids_[at[m.notices[i].of.index()]++] = i;
  }
  template <class F>
  constexpr void for_each(event_id of, F&& f) const {
    for (auto i = first_[of.index()]; i < first_[of.index() + 1]; ++i) f(m_->notices[ids_[i]]);
  }

 private:
  model_view const* m_;
  detail::scratch<std::size_t> first_;  // of the notices of each event, in ids_
  detail::scratch<notice_id> ids_;
};

/// Marks in `knows` every party that knows of an event when it happens.
/// Time O(parties + transitions + rounds · (its notices + coordinations)), where a round passes the
/// word one hop on.
constexpr void find_who_knows(model_view const& m, notices_by_event const& notices, event_id id,
                              detail::flags& knows) {
  auto const& e = m.events[id];
  detail::find_witnesses(m, id, knows);

  if (e.kind == event_kind::possession) {
    // She knows what she holds; others, if they know of every event that may give it to her.
    auto is_handed_over = false;
    for (auto p : m.parties.ids()) knows[p.index()] = true;
    for (auto other : m.events.ids()) {
      if (other == id || !is_meant(m, other, id)) continue;
      is_handed_over = true;
      detail::flags at{m.parties.size()};
      find_who_knows(m, notices, other, at);
      for (auto p : m.parties.ids()) knows[p.index()] = knows[p.index()] && at[p.index()];
    }
    for (auto p : m.parties.ids()) knows[p.index()] = knows[p.index()] && is_handed_over;
    knows[m.customer.index()] = true;
  } else if (e.kind == event_kind::reported) {
    detail::flags at{m.parties.size()};
    find_who_knows(m, notices, e.subject, at);
    for (auto p : m.parties.ids()) knows[p.index()] = is_sellers(m, p) && at[m.seller.index()];
  } else if (e.kind == event_kind::late) {
    // No word by the deadline is word: whoever is told of completion sees that it is late.
    if (auto const done = find_event(m, event_kind::completed, e.of)) {
      detail::flags at{m.parties.size()};
      find_who_knows(m, notices, done, at);
      for (auto p : m.parties.ids()) knows[p.index()] = knows[p.index()] || at[p.index()];
    }
  }

  auto const tell = [&](party_id to) {
    if (!to || knows[to.index()]) return false;  // firms know as one
    detail::mark_firm(m, firm_of(m, to), knows);
    return true;
  };
  for (bool news = true; news;) {
    news = false;
    notices.for_each(id, [&](notice const& n) {
      if (knows[n.from.index()]) news |= tell(n.to);
    });
    for (auto const& c : m.coordinations)
      if (detail::ends_part(m, id, c.before) && knows[c.owner.index()]) {
        news |= tell(m.parts[c.before].performer);
        news |= tell(m.parts[c.after].performer);
      }
  }
}
/// The same for one event. O(events + all notices) besides.
constexpr void find_who_knows(model_view const& m, event_id id, detail::flags& knows) {
  find_who_knows(m, notices_by_event{m}, id, knows);
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
