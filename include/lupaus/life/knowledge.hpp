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
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

namespace detail {

constexpr bool same_firm(model_view const& m, party_id a, party_id b) {
  return a && b && firm_of(m, a) == firm_of(m, b);
}

/// Who has a good before anything happens to it (E1).
constexpr party_id supplier_of(model_view const& m, part_id good) {
  auto const who = m.parts[good].performer;
  return who ? who : m.seller;
}

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

/// Some firms, each by the seller, or by its only party. To clear it takes as long as it has
/// members.
class firm_set {
 public:
  constexpr explicit firm_set(model_view const& m)
      : m_{&m}, has_{m.parties.size()}, all_{m.parties.size(), unset{}} {}

  constexpr bool contains(party_id p) const { return has_[firm_of(*m_, p).index()]; }
  /// Adds the firm of the party; true when it is a new one.
  constexpr bool add(party_id p) {
    auto const firm = firm_of(*m_, p);
    if (has_[firm.index()]) return false;
    has_[firm.index()] = true;
    all_[size_++] = firm;
    return true;
  }
  constexpr void clear() {
    for (auto const p : *this) has_[p.index()] = false;
    size_ = 0;
  }
  /// Keeps those that the other has too.
  constexpr void keep(firm_set const& other) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      has_[all_[i].index()] = other.has_[all_[i].index()];
      if (has_[all_[i].index()]) all_[kept++] = all_[i];
    }
    size_ = kept;
  }
  constexpr party_id const* begin() const { return all_.data(); }
  constexpr party_id const* end() const { return all_.data() + size_; }

 private:
  model_view const* m_;
  flags has_;
  scratch<party_id> all_;
  std::size_t size_ = 0;
};

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
    detail::for_each_witness(
        m, id,
        [&](auto&& f) {
          for (auto const by : word.by(id)) f(by);
        },
        [&](party_id p) { knows.add(p); });
    for (auto const who : word.seen_by(id)) knows.add(who);
    if (word.at_hand().is_in_her_hands(id)) knows.add(m.customer);
    if (auto const by = m.parts[e.of].performer; by && word.at_hand().is_under_way(id))
      knows.add(by);
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
