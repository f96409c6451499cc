// SPDX-License-Identifier: BSL-1.0
//
// What is said of parties and parts, as values that remember in their types of whom and what:
//
//   website.claims(delivery, within(48h))
//   carrier.commits_to(shop, delivery, within(48h))
//   on(damaged).owes(shop, replace(machine)).after(received_back)
//
// Every clause lists the named types that it speaks of (`mentions`) and writes itself into the flat
// model (`write`).
#pragma once

#include "lupaus/promise/clause_base.hpp"         // IWYU pragma: export
#include "lupaus/promise/commitment_clauses.hpp"  // IWYU pragma: export
#include "lupaus/promise/event_clauses.hpp"       // IWYU pragma: export

namespace lupaus::inline v0 {

// ---- words -------------------------------------------------------------------------------------

template <class From, class To, class Event>
struct notice_clause : detail::clause_on<false, From, To, Event> {
  Event event;
  checked_bound within;
  template <class W>
  constexpr void write(W& w) const {
    auto const from = w.party(From{}), to = w.party(To{});
    if (from == to) w.slips(detail::slip::contradiction);
    w.c.notices.push_back({from, to, w.event(event), w.checked(within), false});
  }
};

template <class From, class To, class Part>
struct change_notice_clause : detail::clause_on<false, From, To, Part> {
  checked_bound within;
  template <class W>
  constexpr void write(W& w) const {
    auto const from = w.party(From{}), to = w.party(To{});
    if (from == to) w.slips(detail::slip::contradiction);
    w.c.changes.push_back({from, to, w.part(Part{}), w.checked(within)});
  }
};

template <class Who, class Before, class After>
struct coordination_clause : detail::clause_on<false, Who, Before, After> {
  using lupaus_handoff = detail::types<Before, After>;
  static constexpr detail::handoff_ids handoff = {&detail::anchor<Before>, &detail::anchor<After>};
  template <class W>
  constexpr void write(W& w) const {
    w.c.coordinations.push_back({w.party(Who{}), w.part(Before{}), w.part(After{})});
  }
};

template <class A, class B>
struct channel_clause : detail::clause_on<false, A, B> {
  template <class W>
  constexpr void write(W& w) const {
    auto const a = w.party(A{}), b = w.party(B{});
    w.c.channels.push_back({a, b});
  }
};

template <class Before, class After>
struct need_clause : detail::clause_on<false, Before, After> {
  template <class W>
  constexpr void write(W& w) const {
    w.c.needs.push_back({w.part(Before{}), w.part(After{}), {}, {}});
  }
};

template <class Who, class Part, class Covered, class From, class Until>
struct risk_clause : detail::clause_on<false, Who, Part, Covered, From, Until> {
  From from;
  Until until;
  template <class W>
  constexpr void write(W& w) const {
    auto const bearer = w.party(Who{});
    auto const part = w.part(Part{});
    auto const start = w.event(from), end = w.event(until);
    w.c.risks.push_back({bearer, part, start, end, w.party_or_none(Covered{})});
  }
};

// ---- the promise as a whole ---

/// The customer binds herself ahead, or as it happens.
struct paid_clause : detail::clause_on<false> {
  payment when;
  template <class W>
  constexpr void write(W& w) const {
    w.c.paid = when;
  }
};
constexpr paid_clause paid(payment when) {
  paid_clause c;
  c.when = when;
  return c;
}
/// What the promise is called in the user's own records.
struct identity_clause : detail::clause_on<false> {
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
/// Two performers need to coordinate, though the product does not say so.
template <named_part A, named_part B>
constexpr need_clause<A, B> must_coordinate(A, B) {
  return {};
}

}  // namespace lupaus::inline v0
