// SPDX-License-Identifier: BSL-1.0
//
// Two promises sold as one: the halves of a product, with nothing in common but the customer and
// the seller. What is wrong with one of them is no less wrong, and no more, beside the other.
#pragma once

#include "support/planted.hpp"
#include "support/walks.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace proof {

/// The names of what has been planted, too.
inline planted set_apart(planted p, std::string const& prefix) {
  std::vector<std::string> added;
  for (auto const& x : p.d.parties) added.push_back(x.name);
  for (auto const& x : p.d.parts) added.push_back(x.name);
  for (auto const& x : p.d.capabilities) added.push_back(x.name);
  std::erase_if(added, [&](std::string const& name) { return name.starts_with(prefix); });
  auto const rename = [&](std::string& text) {
    for (auto const& name : added)
      if (text == name || text.ends_with(" of " + name))
        return void(text.insert(text.size() - name.size(), prefix));
  };
  for_each_name(p.d, [&](std::string& name) {
    if (std::find(added.begin(), added.end(), name) != added.end()) name = prefix + name;
  });
  std::vector<foreseen*> all{&p.root};
  for (auto& f : p.consequences) all.push_back(&f);
  for (auto* f : all) {
    rename(f->where), rename(f->other), rename(f->on), rename(f->of);
    std::set<std::string> listed;
    for (auto name : f->listed) rename(name), listed.insert(name);
    f->listed = listed;
  }
  return p;
}

/// The promise under names and numbers of its own, so that it can stand beside another.
inline description set_apart(description d, std::string const& prefix, int numbers) {
  auto const customer = d.customer, seller = d.seller;
  for_each_name(d, [&](std::string& name) {
    if (!name.empty() && name != customer && name != seller) name = prefix + name;
  });
  for (auto& c : d.claims) c.tag += numbers;
  for (auto& c : d.commitments) c.tag += numbers;
  for (auto& r : d.rules) r.tag += numbers;
  return d;
}

namespace detail {

/// What was said of the whole is said of the half.
inline void become_half(description& d, std::string const& name) {
  auto const half = [&](std::string& about) {
    if (about.empty()) about = name;
  };
  for (auto& c : d.claims) half(c.about);
  for (auto& c : d.commitments) half(c.about);
  for (auto& r : d.risks) half(r.of);
  for (auto& n : d.change_notices) half(n.part);
  auto product = std::move(d.product.front());
  if (product.inside.empty()) product = {{}, true, {std::move(product)}};
  product.name = name;
  d.product = {std::move(product)};
}

inline bool is_cancelling(rule_says const& r) {
  return r.on.kind == lupaus::event_kind::cancel_requested;
}

}  // namespace detail

/// Both as one. `exits`: whose rules on cancelling hold for both, the first's or the second's.
inline description side_by_side(description a, description b, bool exits_of_second = false) {
  auto& quiet = exits_of_second ? a : b;
  auto const& other = exits_of_second ? b : a;
  std::erase_if(quiet.rules, detail::is_cancelling);
  detail::become_half(a, "half a");
  detail::become_half(b, "half b");
  a.on_the_spot = other.on_the_spot;
  a.product = {shape{{}, false, {std::move(a.product.front()), std::move(b.product.front())}}};
  auto const append = [](auto& to, auto& from) { to.insert(to.end(), from.begin(), from.end()); };
  append(a.parties, b.parties), append(a.parts, b.parts), append(a.before, b.before);
  append(a.carries, b.carries), append(a.performers, b.performers), append(a.answers, b.answers);
  append(a.abilities, b.abilities), append(a.events, b.events), append(a.claims, b.claims);
  append(a.turning_points, b.turning_points);
  append(a.commitments, b.commitments), append(a.rules, b.rules), append(a.notices, b.notices);
  append(a.change_notices, b.change_notices), append(a.coordinations, b.coordinations);
  append(a.part_needs, b.part_needs), append(a.party_needs, b.party_needs);
  append(a.sightings, b.sightings);
  append(a.channels, b.channels), append(a.mandates, b.mandates);
  append(a.capabilities, b.capabilities), append(a.provides, b.provides);
  append(a.recourses, b.recourses), append(a.ends, b.ends), append(a.risks, b.risks);
  return a;
}

/// True when the finding, or a consequence, is one of these.
inline bool has(planted const& p, std::string const& gap) {
  return p.root.gap == gap || std::any_of(p.consequences.begin(), p.consequences.end(),
                                          [&](foreseen const& f) { return f.gap == gap; });
}

/// True when what is planted hangs on how she gets out.
inline bool needs_exits(planted const& p) {
  return has(p, "no-exit") ||
         (p.root.gap == "uninformed-party" && p.root.where.ends_with(" of the whole"));
}

/// As it is foreseen in the half: a finding on the whole is on the half there.
inline foreseen in_half(foreseen f, std::string const& name) {
  if (f.on == "the whole") f.on = name;
  return f;
}

}  // namespace proof
