// SPDX-License-Identifier: BSL-1.0
//
// From a promise as a type to the flat model: clause by clause into columns that grow, completed by
// the same body that completes what the builder writes, then kept in arrays of just that size.
#pragma once

#include "lupaus/model/builder/derivation.hpp"
#include "lupaus/model/builder/ways.hpp"
#include "lupaus/model/view.hpp"
#include "lupaus/promise/promise_writer.hpp"
#include "lupaus/promise/well_formed.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0::detail {

/// Exactly `N` elements in static storage.
template <class T, std::size_t N>
struct fixed_column {
  T data[N == 0 ? 1 : N] = {};
  constexpr T& operator[](std::size_t i) { return data[i]; }
  constexpr T const& operator[](std::size_t i) const { return data[i]; }
  template <class Id>
  constexpr table<Id, T> as_table() const {
    return {data, N};
  }
};

template <role R, class Clauses>
constexpr void name_first(promise_writer& w, Clauses) {
  constexpr auto at = find_principal<Clauses, R>();
  if constexpr (at.clause != nowhere) w.party(mentioned_at_t<Clauses, at.clause, at.mention>{});
}

/// Writes the promise and completes it. The customer and the seller come first, so that clauses
/// may speak of "the customer" without naming her.
template <class Promise>
constexpr void flatten(Promise const& p, promise_writer& w) {
  typename clauses_within<Promise>::type const all;
  name_first<role::customer>(w, all);
  name_first<role::seller>(w, all);
  if (!w.c.customer) return w.reject(value_error::no_customer);
  if (!w.c.seller) return w.reject(value_error::no_seller);
  promise_writer::ends e;
  w.write_product(p.made_of(), lupaus::whole, e);
  w.write_clauses(p, lupaus::whole);
  derivation{w.c}.run();
  w.check_amounts();
  for_each_dead_way(w.c, [&](transition_id way) { w.reject_way(way); });
}

/// How long each column is, and what is not meant, in which clause.
struct column_sizes {
  std::size_t parties, parts, precedences, events, transitions, claims, terms, commitments,
      recourses, contract_ends, abilities, rules, presumptions, notices, coordinations, needs,
      channels, sightings, capabilities, requirements, provisions, risks, changes;
  value_error first_error_kind;
  std::size_t clause, part;
  std::int64_t kept, paid_back;  // of a fee that is too high
};

template <class... Ts>
constexpr std::size_t type_index(type_id wanted, types<Ts...>) {
  type_id const ids[] = {&address_of_type<Ts>..., nullptr};
  for (std::size_t i = 0; i < sizeof...(Ts); ++i)
    if (ids[i] == wanted) return i;
  return nowhere;
}

template <class Promise>
constexpr column_sizes column_sizes_of(Promise const& p) {
  promise_writer w{p.title()};
  flatten(p, w);
  auto const& c = w.c;
  auto const index_in = [&](auto list) {
    return w.error_in ? type_index(w.error_in, list) : nowhere;
  };
  return {c.parties.size(),
          c.parts.size(),
          c.precedences.size(),
          c.events.size(),
          c.transitions.size(),
          c.claims.size(),
          c.terms.size(),
          c.commitments.size(),
          c.recourses.size(),
          c.contract_ends.size(),
          c.abilities.size(),
          c.rules.size(),
          c.presumptions.size(),
          c.notices.size(),
          c.coordinations.size(),
          c.needs.size(),
          c.channels.size(),
          c.sightings.size(),
          c.capabilities.size(),
          c.requirements.size(),
          c.provisions.size(),
          c.risks.size(),
          c.changes.size(),
          w.first_error_kind,
          index_in(typename clauses_within<Promise>::type{}),
          index_in(typename Promise::lupaus_parts{}),
          w.wrong_amount.kept,
          w.wrong_amount.paid_back};
}

/// A flat model in static storage.
template <column_sizes N>
struct static_model {
  std::string_view identity, version;
  payment paid = payment::ahead;
  party_id customer, seller;
  fixed_column<party, N.parties> parties;
  fixed_column<part, N.parts> parts;
  fixed_column<precedence, N.precedences> precedences;
  fixed_column<event, N.events> events;
  fixed_column<transition, N.transitions> transitions;
  fixed_column<claim, N.claims> claims;
  fixed_column<term, N.terms> terms;
  fixed_column<commitment, N.commitments> commitments;
  fixed_column<recourse, N.recourses> recourses;
  fixed_column<contract_end, N.contract_ends> contract_ends;
  fixed_column<ability, N.abilities> abilities;
  fixed_column<rule, N.rules> rules;
  fixed_column<presumption, N.presumptions> presumptions;
  fixed_column<notice, N.notices> notices;
  fixed_column<coordination, N.coordinations> coordinations;
  fixed_column<coordination_need, N.needs> needs;
  fixed_column<channel, N.channels> channels;
  fixed_column<sighting, N.sightings> sightings;
  fixed_column<capability, N.capabilities> capabilities;
  fixed_column<requirement, N.requirements> requirements;
  fixed_column<provision, N.provisions> provisions;
  fixed_column<risk, N.risks> risks;
  fixed_column<change_notice, N.changes> changes;
  // What the user's types are, by index: for messages.
  fixed_column<type_id, N.parties> party_types;
  fixed_column<type_id, N.parts> part_types;
  fixed_column<type_id, N.events> event_types;

  constexpr model_view view() const {
    return {identity,
            version,
            paid,
            customer,
            seller,
            parties.template as_table<party_id>(),
            parts.template as_table<part_id>(),
            precedences.template as_table<precedence_id>(),
            events.template as_table<event_id>(),
            transitions.template as_table<transition_id>(),
            claims.template as_table<claim_id>(),
            terms.template as_table<term_id>(),
            commitments.template as_table<commitment_id>(),
            recourses.template as_table<recourse_id>(),
            contract_ends.template as_table<contract_end_id>(),
            abilities.template as_table<ability_id>(),
            rules.template as_table<rule_id>(),
            presumptions.template as_table<presumption_id>(),
            notices.template as_table<notice_id>(),
            coordinations.template as_table<coordination_id>(),
            needs.template as_table<need_id>(),
            channels.template as_table<channel_id>(),
            sightings.template as_table<sighting_id>(),
            capabilities.template as_table<capability_id>(),
            requirements.template as_table<requirement_id>(),
            provisions.template as_table<provision_id>(),
            risks.template as_table<risk_id>(),
            changes.template as_table<change_id>(),
            {}};
  }
};

template <column_sizes N, class Promise>
constexpr static_model<N> static_model_of(Promise const& p) {
  promise_writer w{p.title()};
  flatten(p, w);
  static_model<N> s;
  auto const copy = [](auto const& from, auto& to) {
    for (std::size_t i = 0; i < from.size(); ++i) to[i] = from[i];
  };
  s.identity = w.c.identity;
  s.version = w.c.version;
  s.paid = w.c.paid;
  s.customer = w.c.customer;
  s.seller = w.c.seller;
  copy(w.c.parties, s.parties);
  copy(w.c.parts, s.parts);
  copy(w.c.precedences, s.precedences);
  copy(w.c.events, s.events);
  copy(w.c.transitions, s.transitions);
  copy(w.c.claims, s.claims);
  copy(w.c.terms, s.terms);
  copy(w.c.commitments, s.commitments);
  copy(w.c.recourses, s.recourses);
  copy(w.c.contract_ends, s.contract_ends);
  copy(w.c.abilities, s.abilities);
  copy(w.c.rules, s.rules);
  copy(w.c.presumptions, s.presumptions);
  copy(w.c.notices, s.notices);
  copy(w.c.coordinations, s.coordinations);
  copy(w.c.needs, s.needs);
  copy(w.c.channels, s.channels);
  copy(w.c.sightings, s.sightings);
  copy(w.c.capabilities, s.capabilities);
  copy(w.c.requirements, s.requirements);
  copy(w.c.provisions, s.provisions);
  copy(w.c.risks, s.risks);
  copy(w.c.changes, s.changes);
  copy(w.party_types, s.party_types);
  copy(w.part_types, s.part_types);
  copy(w.event_types, s.event_types);
  return s;
}

}  // namespace lupaus::inline v0::detail
