// SPDX-License-Identifier: BSL-1.0
//
// What is said of parties and parts, as values that remember in their types of whom and what:
//
//   website.claims(delivery, within(48h))
//   carrier.commits_to(shop, delivery, within(48h))
//   on(damaged).owes(shop, replace(machine)).waits_for(received_back)
//
// Every clause lists the named types that it speaks of (`mentioned`) and writes itself into the
// flat model (`write`).
#pragma once

#include "lupaus/promise/clauses/clause_base.hpp"         // IWYU pragma: export
#include "lupaus/promise/clauses/commitment_clauses.hpp"  // IWYU pragma: export
#include "lupaus/promise/clauses/event_clauses.hpp"       // IWYU pragma: export

namespace lupaus::inline v0 {

// ---- words -------------------------------------------------------------------------------------

template <class From, class To, class Event>
struct notice_clause
    : detail::clause_on<detail::groups::fulfilment_or_subcontracts, From, To, Event> {
  Event event;
  checked_bound within;
  std::string_view words;
  template <class W>
  constexpr void write(W& w) const {
    auto const from = w.party(From{}), to = w.party(To{});
    if (from == to) w.reject(detail::value_error::contradiction);
    w.c.notices.push_back({from, to, w.event(event), w.checked(within), false, words});
  }
};

template <class From, class To, class Part>
struct change_notice_clause
    : detail::clause_on<detail::groups::fulfilment_or_subcontracts, From, To, Part> {
  checked_bound within;
  std::string_view words;
  template <class W>
  constexpr void write(W& w) const {
    auto const from = w.party(From{}), to = w.party(To{});
    if (from == to) w.reject(detail::value_error::contradiction);
    w.c.changes.push_back({from, to, w.part(Part{}), w.checked(within), words});
  }
};

template <class Who, class Before, class After>
struct coordination_clause
    : detail::clause_on<detail::groups::fulfilment_or_subcontracts, Who, Before, After> {
  using lupaus_handoff = detail::types<Before, After>;
  static constexpr detail::handoff_ids handoff = {&detail::address_of_type<Before>,
                                                  &detail::address_of_type<After>};
  template <class W>
  constexpr void write(W& w) const {
    w.c.coordinations.push_back({w.party(Who{}), w.part(Before{}), w.part(After{})});
  }
};

template <class A, class B>
struct channel_clause : detail::clause_on<detail::groups::fulfilment_or_subcontracts, A, B> {
  template <class W>
  constexpr void write(W& w) const {
    auto const a = w.party(A{}), b = w.party(B{});
    w.c.channels.push_back({a, b});
  }
};

template <class Who, class Event>
struct sighting_clause : detail::clause_on<detail::groups::fulfilment_or_subcontracts, Who, Event> {
  Event event;
  template <class W>
  constexpr void write(W& w) const {
    auto const who = w.party(Who{});
    w.c.sightings.push_back({who, w.event(event)});
  }
};

template <class Before, class After>
struct coordination_need_clause
    : detail::clause_on<detail::groups::fulfilment_or_subcontracts, Before, After> {
  template <class W>
  constexpr void write(W& w) const {
    w.c.needs.push_back({w.part(Before{}), w.part(After{}), {}, {}});
  }
};

/// What is lost with a part; of what a party bears, or covers.
template <class Part>
struct loss_of_part {};
template <named_part Part>
constexpr loss_of_part<Part> loss_of(Part) {
  return {};
}

namespace detail {

/// Who bears a loss: whoever it is. Who covers it: as a commitment to whom he covers.
template <class Covered>
constexpr groups group_of_risk() {
  if constexpr (named_party<Covered>)
    return group_of_creditor<Covered>();
  else
    return groups::fulfilment_or_subcontracts;
}

}  // namespace detail

template <class Who, class Part, class Covered, class From = detail::no_event,
          class Until = detail::no_event>
struct risk_clause
    : detail::clause_on<detail::group_of_risk<Covered>(), Who, Part, Covered, From, Until> {
  From start = {};
  Until end = {};

  /// From that event on; if none is said, from the order on.
  template <detail::event_word E>
  constexpr auto since(E e) const {
    return risk_clause<Who, Part, Covered, detail::event_t<E>, Until>{{}, detail::as_event(e), end};
  }
  /// Until that event; if none is said, for ever.
  template <detail::event_word E>
  constexpr auto until(E e) const {
    return risk_clause<Who, Part, Covered, From, detail::event_t<E>>{
        {}, start, detail::as_event(e)};
  }
  template <detail::event_word A, detail::event_word B>
  constexpr auto between(A a, B b) const {
    return since(a).until(b);
  }

  template <class W>
  constexpr void write(W& w) const {
    auto const bearer = w.party(Who{});
    auto const part = w.part(Part{});
    auto const from = w.event(start), until = w.event(end);
    w.c.risks.push_back({bearer, part, from, until, w.party_or_none(Covered{})});
  }
};

// ---- the promise as a whole ---

/// The customer binds herself ahead, or as it happens.
struct paid_clause : detail::clause_on<detail::groups::fulfilment> {
  payment when;
  template <class W>
  constexpr void write(W& w) const {
    w.c.paid = when;
    if (when == payment::on_the_spot)
      for (auto const& p : w.c.parts)
        if (is_instalment(p)) w.reject(detail::value_error::contradiction);
  }
};
constexpr paid_clause paid(payment when) {
  paid_clause c;
  c.when = when;
  return c;
}
/// What the promise is called in the user's own records.
struct identity_clause : detail::clause_on<detail::groups::fulfilment> {
  std::string_view id, version;
  template <class W>
  constexpr void write(W& w) const {
    w.c.identity = id;
    w.c.version = version;
  }
};
constexpr identity_clause identity(std::string_view id, std::string_view version = {}) {
  identity_clause c;
  c.id = id;
  c.version = version;
  return c;
}
template <class Part>
struct severable_clause : detail::clause_on<detail::groups::fulfilment, Part> {
  template <class W>
  constexpr void write(W& w) const {
    auto& p = w.c.parts[w.part(Part{}).index()];
    if (is_instalment(p)) w.reject(detail::value_error::contradiction);
    p.severable = true;
  }
};
/// Left out, with its money back, the rest still is what she bought. A composite is left out as a
/// whole.
template <named_part P>
constexpr severable_clause<P> severable(P) {
  return {};
}
/// Two performers need to coordinate, though the product does not say so.
template <named_part A, named_part B>
constexpr coordination_need_clause<A, B> must_coordinate(A, B) {
  return {};
}

}  // namespace lupaus::inline v0
