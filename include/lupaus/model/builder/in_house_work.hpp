// SPDX-License-Identifier: BSL-1.0
//
// What the seller's own firm is able to do, and what its departments have committed to do.
#pragma once

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/commitment.hpp"
#include "lupaus/model/event.hpp"
#include "lupaus/model/part.hpp"
#include "lupaus/model/party.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Fills in who of the seller's firm does each part, if it is passed on to nobody: the first who is
/// able; else the first department that has committed to its own firm to do it, or what holds it,
/// which is a capability of the seller too. O(abilities + commitments), and parts · depth where a
/// department has committed to anything.
template <class Columns>
constexpr void find_in_house_work(Columns const& c, scratch<party_id>& able) {
  auto const n = c.parts.size();
  auto const is_desk = [&](party_id p) { return c.parties[p.index()].is == role::department; };
  for (std::size_t i = c.abilities.size(); i-- > 0;)
    if (auto const& a = c.abilities[i]; a.who == c.seller || is_desk(a.who))
      able[a.what.index()] = a.who;
  auto const is_inside = [&](part_id p, part_id outer) {
    while (p && p != outer) p = c.parts[p.index()].within;
    return p == outer;
  };
  auto some = false;
  for (std::size_t i = 0; i < c.commitments.size() && !some; ++i)
    some = is_desk(c.commitments[i].debtor);
  if (!some) return;
  scratch<party_id> all{n}, only{n};  // the part with all that it holds; just its completion
  for (std::size_t i = c.commitments.size(); i-- > 0;) {
    auto const& k = c.commitments[i];
    if (!is_desk(k.debtor) || !is_work(k)) continue;
    if (k.creditor != c.seller && !is_desk(k.creditor)) continue;
    if (!k.brings_about)
      all[k.about.index()] = k.debtor;
    else if (auto const& e = c.events[k.brings_about.index()];
             e.kind == event_kind::completed && is_inside(e.of, k.about))
      only[e.of.index()] = k.debtor;
  }
  for (std::size_t i = 1; i < n; ++i) {
    if (!able[i]) able[i] = only[i];
    for (part_id p{i}; p && !able[i]; p = c.parts[p.index()].within) able[i] = all[p.index()];
  }
}

}  // namespace lupaus::inline v0::detail
