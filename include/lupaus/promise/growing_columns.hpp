// SPDX-License-Identifier: BSL-1.0
//
// The columns of a model while they grow, in constant evaluation.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <string_view>

namespace lupaus::inline v0::detail {

/// The columns of a model, whatever holds a column.
template <template <class> class Column>
struct columns_of {
  std::string_view identity, version;
  payment paid = payment::ahead;
  party_id customer, seller;
  Column<party> parties;
  Column<part> parts;
  Column<precedence> precedences;
  Column<event> events;
  Column<transition> transitions;
  Column<claim> claims;
  Column<term> terms;
  Column<commitment> commitments;
  Column<recourse> recourses;
  Column<contract_end> contract_ends;
  Column<ability> abilities;
  Column<rule> rules;
  Column<presumption> presumptions;
  Column<notice> notices;
  Column<change_notice> changes;
  Column<coordination> coordinations;
  Column<coordination_need> needs;
  Column<channel> channels;
  Column<sighting> sightings;
  Column<capability> capabilities;
  Column<requirement> requirements;
  Column<provision> provisions;
  Column<risk> risks;
  Column<declared_quality> qualities;  ///< none: here a quality is a type
};

/// True when some row has that name.
template <class T>
constexpr bool is_taken(growing<T> const& column, std::string_view name) {
  for (auto const& known : column)
    if (known.name == name) return true;
  return false;
}
/// Where it stands; how many there are, where it is none of them.
template <class T>
constexpr std::size_t index_of(growing<T> const& all, T wanted) {
  std::size_t i = 0;
  while (i < all.size() && all[i] != wanted) ++i;
  return i;
}

/// The time-out, made when it is not there yet; `is_right` tells whether it is one.
template <class Events, class Types>
constexpr event_id add_time_out(event e, Events& events, Types& types, bool& is_right) {
  auto const kind_of = [&](event_id i) { return events[i.index()].kind; };
  is_right = e.within.kind != bound_kind::nothing && e.subject != e.since &&
             starts_a_time(kind_of(e.since)) && (!e.subject || may_be_missed(kind_of(e.subject)));
  e.of = events[(e.subject ? e.subject : e.since).index()].of;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (events[i] == e) return event_id{i};
  events.push_back(e);
  types.push_back(nullptr);
  return event_id{events.size() - 1};
}

}  // namespace lupaus::inline v0::detail
