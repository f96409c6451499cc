// SPDX-License-Identifier: BSL-1.0
//
// The columns of a model while they grow, in constant evaluation.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/model/view.hpp"

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
  Column<capability> capabilities;
  Column<requirement> requirements;
  Column<provision> provisions;
  Column<risk> risks;
};

}  // namespace lupaus::inline v0::detail
