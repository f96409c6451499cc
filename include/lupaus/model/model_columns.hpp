// SPDX-License-Identifier: BSL-1.0
//
// The columns of a model while it is written.
#pragma once

#include "lupaus/model/view.hpp"

#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

/// What `model_view` shows, in lists that grow.
struct model_columns {
  std::string_view identity, version;
  payment paid = payment::ahead;
  party_id customer, seller;
  std::vector<party> parties;
  std::vector<part> parts;
  std::vector<precedence> precedences;
  std::vector<event> events;
  std::vector<transition> transitions;
  std::vector<claim> claims;
  std::vector<term> terms;
  std::vector<commitment> commitments;
  std::vector<recourse> recourses;
  std::vector<contract_end> contract_ends;
  std::vector<ability> abilities;
  std::vector<rule> rules;
  std::vector<presumption> presumptions;
  std::vector<notice> notices;
  std::vector<change_notice> changes;
  std::vector<coordination> coordinations;
  std::vector<coordination_need> needs;
  std::vector<channel> channels;
  std::vector<sighting> sightings;
  std::vector<capability> capabilities;
  std::vector<requirement> requirements;
  std::vector<provision> provisions;
  std::vector<risk> risks;
  std::vector<declared_quality> qualities;
};

/// Calls `f` on every text of the columns, wherever it stands.
template <class Columns, class F>
void for_each_text(Columns& c, F f) {
  f(c.identity), f(c.version);
  for (auto& x : c.parties) f(x.name), f(x.identity);
  for (auto& x : c.parts) f(x.name), f(x.unit), f(x.identity);
  for (auto& x : c.events) f(x.name);
  for (auto& x : c.claims) f(x.words);
  for (auto& x : c.terms) f(x.limit.text);
  for (auto& x : c.commitments) f(x.consequent.limit.text), f(x.interest);
  for (auto& x : c.rules) f(x.words);
  for (auto& x : c.notices) f(x.words);
  for (auto& x : c.changes) f(x.words);
  for (auto& x : c.capabilities) f(x.name);
  for (auto& x : c.qualities) f(x.name), f(x.unit), f(x.words);
}

/// Calls `f` on every quality that the columns refer to, wherever it stands.
template <class Columns, class F>
void for_each_quality(Columns& c, F f) {
  for (auto& x : c.parts) f(x.gives);
  for (auto& x : c.terms) f(x.quality);
  for (auto& x : c.commitments) f(x.consequent.quality), f(x.overrides);
  for (auto& x : c.recourses) f(x.within.quality);
}

}  // namespace lupaus::inline v0::detail
