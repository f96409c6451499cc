// SPDX-License-Identifier: BSL-1.0
//
// Walks over all of a description, for renaming, shrinking and reordering.
#pragma once

#include "support/description.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace proof {

/// Calls `f` on every list of clauses, and on the lists inside the clauses.
template <class F>
void for_each_list(description& d, F f) {
  f(d.risks), f(d.ends), f(d.recourses), f(d.provides), f(d.mandates);
  f(d.sightings), f(d.channels), f(d.party_needs), f(d.part_needs), f(d.coordinations),
      f(d.change_notices);
  f(d.notices);
  f(d.rules);
  for (auto& r : d.rules) f(r.presumes);
  f(d.commitments);
  for (auto& c : d.commitments) f(c.rests_on), f(c.overrides), f(c.term);
  f(d.claims);
  for (auto& c : d.claims) f(c.terms);
  f(d.events);
  for (auto& e : d.events) f(e.ways);
  f(d.turning_points);
  for (auto& e : d.turning_points) f(e.ways);
  f(d.prices), f(d.abilities), f(d.answers), f(d.severable), f(d.performers), f(d.carries),
      f(d.before);
  f(d.capabilities), f(d.parts), f(d.parties);
}

template <class F>
void for_each_shape(std::vector<shape>& list, F f) {
  for (auto& s : list) {
    f(s);
    for_each_shape(s.inside, f);
  }
}

/// Calls `f` on every mention that may be left out.
template <class F>
void for_each_optional_mention(description& d, F f) {
  for (auto* events : {&d.events, &d.turning_points})
    for (auto& e : *events)
      for (auto& w : e.ways) f(w.from);
  for (auto& e : d.events) f(e.until);
  for (auto& c : d.claims)
    for (auto& t : c.terms) f(t.anchor);
  for (auto& c : d.commitments) {
    for (auto& t : c.term) f(t.anchor);
    f(c.given), f(c.brings_about);
  }
  for (auto& r : d.rules) f(r.since), f(r.until), f(r.gate);
  for (auto& r : d.risks) f(r.from), f(r.until);
}

template <class F>
void for_each_mention(description& d, F f) {
  for_each_optional_mention(d, f);
  for (auto& r : d.rules) {
    f(r.on);
    for (auto& p : r.presumes) f(p.happened);
  }
  for (auto& n : d.notices) f(n.of);
  for (auto& x : d.sightings) f(x.of);
  for (auto& r : d.recourses) f(r.failure);
}

/// Calls `f` on every name, wherever it stands; also on empty ones, which name nothing.
template <class F>
void for_each_name(description& d, F f) {
  f(d.title), f(d.customer), f(d.seller);
  for (auto& p : d.parties) f(p.name);
  for (auto& p : d.parts) f(p.name);
  for_each_shape(d.product, [&](shape& s) { f(s.name); });
  for (auto* list : {&d.before, &d.carries, &d.performers, &d.answers, &d.part_needs,
                     &d.party_needs, &d.channels, &d.provides})
    for (auto& p : *list) f(p.a), f(p.b);
  for (auto& p : d.mandates) f(p.who);
  for (auto& c : d.capabilities) f(c.name);
  for (auto& p : d.prices) f(p.part);
  for (auto& p : d.severable) f(p.part);
  for (auto& r : d.recourses) f(r.debtor), f(r.creditor);
  for (auto& e : d.ends) f(e.debtor), f(e.creditor);
  for (auto& r : d.risks) f(r.bearer), f(r.of), f(r.covers);
  for (auto& a : d.abilities) f(a.who), f(a.what);
  for (auto* events : {&d.events, &d.turning_points})
    for (auto& e : *events) {
      f(e.part), f(e.name), f(e.good), f(e.holder);
      for (auto& w : e.ways) f(w.by);
    }
  for (auto& c : d.claims) f(c.who), f(c.about);
  for (auto& c : d.commitments) {
    f(c.debtor), f(c.creditor), f(c.about);
    for (auto& k : c.rests_on) f(k.name);
  }
  for (auto& r : d.rules) {
    f(r.debtor), f(r.creditor), f(r.object);
    for (auto& p : r.presumes) f(p.holder), f(p.good);
  }
  for (auto& n : d.notices) f(n.from), f(n.to);
  for (auto& x : d.sightings) f(x.by);
  for (auto& n : d.change_notices) f(n.from), f(n.to), f(n.part);
  for (auto& c : d.coordinations) f(c.owner), f(c.before), f(c.after);
  for_each_mention(d, [&](mention& e) { f(e.part), f(e.name), f(e.since_part), f(e.since_name); });
}

/// Gives every commitment that has none a tag of its own.
inline void number_commitments(description& d) {
  int last = 0;
  for (auto const& c : d.commitments) last = std::max(last, c.tag);
  for (auto& c : d.commitments)
    if (c.tag == 0) c.tag = ++last;
}

}  // namespace proof
