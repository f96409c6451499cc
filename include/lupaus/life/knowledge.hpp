// SPDX-License-Identifier: BSL-1.0
//
// Who knows what. A party knows its own acts, what it physically receives, the events of its own
// part while that is under way, what it is declared to see, orders under its own contract, and what
// somebody who knows owes it notice of. She knows what happens to goods in her hands, and the steps
// of an encounter. To coordinate a handoff includes telling both sides that the earlier part is
// completed, or late. That the order has ended a subcontractor knows by word alone: by a notice, or
// where its contract says within what time it is told.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/near_at_hand.hpp"
#include "lupaus/life/parties/firm_set.hpp"
#include "lupaus/life/parties/witnesses.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// True when `id` is the completion or the lateness of `earlier`.
constexpr bool ends_part(model_view const& m, event_id id, part_id earlier) {
  auto const& e = m.events[id];
  return e.of == earlier && (e.kind == event_kind::completed || e.kind == event_kind::late);
}

}  // namespace detail

/// How word of events comes about: who brings them about, who owes notice of them, by whose
/// contract it is given, who sees them, who coordinates what comes after them. O(parts + events +
/// notices + contract ends + transitions + sightings + coordinations) to make.
class word_of_events {
 public:
  /// The work is counted by `work`, if there is one.
  constexpr explicit word_of_events(model_view const& m, detail::work_budget* work = nullptr)
      : m_{&m},
        notices_{m.events.size(),
                 [&](auto&& f) {
                   for (auto i : m.notices.ids()) f(m.notices[i].of, i);
                 }},
        ends_{m.events.size(),
              [&](auto&& f) {
                for (auto i : m.contract_ends.ids())
                  if (is_told(m.contract_ends[i])) f(m.contract_ends[i].when, i);
              }},
        by_{m.events.size(),
            [&](auto&& f) {
              for (auto const& t : m.transitions) f(t.to, t.by);
            }},
        seen_by_{m.events.size(),
                 [&](auto&& f) {
                   for (auto const& x : m.sightings) f(x.of, x.by);
                 }},
        coordinations_{m.parts.size(),
                       [&](auto&& f) {
                         for (auto i : m.coordinations.ids()) f(m.coordinations[i].before, i);
                       }},
        hand_over_{m.parts.size(),
                   [&](auto&& f) {
                     for (auto e : m.events.ids())
                       if (m.events[e].good && m.events[e].holder == m.customer)
                         f(m.events[e].good, e);
                   }},
        completed_{m.parts.size()},
        near_{m, work} {
    for (auto e : m.events.ids())
      if (m.events[e].kind == event_kind::completed && !completed_[m.events[e].of.index()])
        completed_[m.events[e].of.index()] = e;
  }

  constexpr model_view const& model() const { return *m_; }
  /// Calls `f(notice)` for those that are owed of the event.
  template <class F>
  constexpr void for_each(event_id of, F&& f) const {
    for (auto const i : notices_[of]) f(m_->notices[i]);
  }
  /// The contracts that end with it, and by which their creditors tell their debtors so.
  constexpr detail::some_rows<contract_end_id> told_by_contract(event_id of) const {
    return ends_[of];
  }
  /// Who brings the event about, way by way.
  constexpr detail::some_rows<party_id> by(event_id e) const { return by_[e]; }
  /// Who is declared to see it.
  constexpr detail::some_rows<party_id> seen_by(event_id e) const { return seen_by_[e]; }
  /// The coordinations of a part with what comes after it.
  constexpr detail::some_rows<coordination_id> of_part(part_id p) const {
    return coordinations_[p];
  }
  /// The events by which the good goes to the customer.
  constexpr detail::some_rows<event_id> handing_over(part_id good) const {
    return hand_over_[good];
  }
  /// The completion of the part; none when the model has none.
  constexpr event_id completion_of(part_id p) const { return completed_[p.index()]; }
  /// What happens in somebody's hands, or under them.
  constexpr detail::near_at_hand const& at_hand() const { return near_; }

 private:
  model_view const* m_;
  detail::rows_by<event_id, notice_id> notices_;
  detail::rows_by<event_id, contract_end_id> ends_;
  detail::rows_by<event_id, party_id> by_;
  detail::rows_by<event_id, party_id> seen_by_;
  detail::rows_by<part_id, coordination_id> coordinations_;
  detail::rows_by<part_id, event_id> hand_over_;
  detail::scratch<event_id> completed_;
  detail::near_at_hand near_;
};

namespace detail {

/// Adds the firms that know of an event by themselves: it is their act, they see it, they hold the
/// goods, or they have the part under way. Not for possession and reports. O(its ways + those who
/// see it + firms found).
constexpr void find_who_needs_no_telling(word_of_events const& word, event_id id, firm_set& knows) {
  auto const& m = word.model();
  for_each_witness(
      m, id,
      [&](auto&& f) {
        for (auto const by : word.by(id)) f(by);
      },
      [&](party_id p) { knows.add(p); });
  for (auto const who : word.seen_by(id)) knows.add(who);
  if (word.at_hand().is_in_her_hands(id)) knows.add(m.customer);
  if (auto const by = m.parts[m.events[id].of].performer; by && word.at_hand().is_under_way(id))
    knows.add(by);
}

}  // namespace detail

/// Finds every firm that knows of an event when it happens. Time O(its ways + firms found + rounds
/// · (its notices + coordinations)), where a round passes the word one hop on; O(parties) besides
/// where it rests on other events.
constexpr void find_who_knows(word_of_events const& word, event_id id, detail::firm_set& knows) {
  auto const& m = word.model();
  auto const& e = m.events[id];
  knows.clear();

  if (e.kind == event_kind::possession) {
    // She knows what she holds; others, if they know of every event that may give it to her.
    auto is_first = true;
    for (auto const other : word.handing_over(e.of)) {
      if (other == id) continue;
      detail::firm_set at{m};
      find_who_knows(word, other, at);
      if (is_first)
        for (auto const p : at) knows.add(p);
      else
        knows.keep(at);
      is_first = false;
    }
    knows.add(m.customer);
  } else if (e.kind == event_kind::reported) {
    detail::firm_set at{m};
    find_who_knows(word, e.subject, at);
    if (at.contains(m.seller)) knows.add(m.seller);
  } else {
    detail::find_who_needs_no_telling(word, id, knows);
    // No word by the deadline is word: whoever is told of completion sees that it is late.
    if (auto const done = word.completion_of(e.of); done && e.kind == event_kind::late) {
      detail::firm_set at{m};
      find_who_knows(word, done, at);
      for (auto const p : at) knows.add(p);
    }
  }

  auto const tell = [&](party_id to) { return to && knows.add(to); };
  for (bool news = true; news;) {
    news = false;
    word.for_each(id, [&](notice const& n) {
      if (knows.contains(n.from)) news |= tell(n.to);
    });
    for (auto const i : word.told_by_contract(id))
      if (knows.contains(m.contract_ends[i].creditor)) news |= tell(m.contract_ends[i].debtor);
    if (!detail::ends_part(m, id, e.of)) continue;
    for (auto const i : word.of_part(e.of)) {
      auto const& c = m.coordinations[i];
      if (!knows.contains(c.owner)) continue;
      news |= tell(m.parts[c.before].performer);
      news |= tell(m.parts[c.after].performer);
    }
  }
}
/// The same for one event, party by party. O(parties + events + transitions + notices +
/// coordinations) besides.
constexpr void find_who_knows(model_view const& m, event_id id, detail::flags& knows) {
  detail::firm_set firms{m};
  find_who_knows(word_of_events{m}, id, firms);
  for (auto p : m.parties.ids()) knows[p.index()] = firms.contains(p);
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
