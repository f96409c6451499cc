// SPDX-License-Identifier: BSL-1.0
//
// Where two performers need to coordinate, who sees to it, and over whom they reach each other.
#pragma once

#include "lupaus/check/knowledge.hpp"
#include "lupaus/model/scratch.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// need(a, b): two performers who must coordinate.
struct handoff {
  part_id before = {};  ///< none for a need declared between two parties
  part_id after = {};
  party_id giver = {};
  party_id taker = {};

  friend constexpr bool operator==(handoff const&, handoff const&) = default;
};

/// True when one of the two has contracted the other, for whatever. The customer has contracted
/// the seller, by ordering.
constexpr bool have_contract(model_view const& m, party_id x, party_id y) {
  if ((x == m.customer && is_sellers(m, y)) || (y == m.customer && is_sellers(m, x))) return true;
  for (auto const& c : m.commitments) {
    if (c.creditor == m.customer) continue;
    if (detail::same_firm(m, c.debtor, x) && detail::same_firm(m, c.creditor, y)) return true;
    if (detail::same_firm(m, c.debtor, y) && detail::same_firm(m, c.creditor, x)) return true;
  }
  return false;
}

/// Calls `f(handoff)` for every need, each once: those of consecutive parts first, in the order of
/// the product, then the declared ones. Time O(precedences · commitments + needs²).
template <class F>
constexpr void for_each_handoff(model_view const& m, F&& f) {
  auto const follows_from_product = [&](precedence const& p) {
    auto const x = m.parts[p.before].performer, y = m.parts[p.after].performer;
    return x && y && !detail::same_firm(m, x, y) && !have_contract(m, x, y);
  };
  for (auto const& p : m.precedences)
    if (follows_from_product(p))
      f(handoff{p.before, p.after, m.parts[p.before].performer, m.parts[p.after].performer});

  auto const resolve = [&](coordination_need const& n) {
    if (!n.before) return handoff{{}, {}, n.a, n.b};
    return handoff{n.before, n.after, m.parts[n.before].performer, m.parts[n.after].performer};
  };
  for (auto i : m.needs.ids()) {
    auto const h = resolve(m.needs[i]);
    if (!h.giver || !h.taker || detail::same_firm(m, h.giver, h.taker)) continue;
    auto said = false;
    for (auto const& p : m.precedences)
      said |= h.before && p == precedence{h.before, h.after} && follows_from_product(p);
    for (auto j : m.needs.ids()) said |= j < i && resolve(m.needs[j]) == h;
    if (!said) f(h);
  }
}

/// True when somebody owes the coordination of the handoff.
constexpr bool is_owned(model_view const& m, handoff const& h) {
  for (auto const& c : m.coordinations) {
    if (h.before ? c.before == h.before && c.after == h.after
                 : (detail::same_firm(m, m.parts[c.before].performer, h.giver) &&
                    detail::same_firm(m, m.parts[c.after].performer, h.taker)) ||
                       (detail::same_firm(m, m.parts[c.before].performer, h.taker) &&
                        detail::same_firm(m, m.parts[c.after].performer, h.giver)))
      return true;
  }
  return false;
}

/// Calls `f(x, y)` for every pair that can reach each other: over a declared channel, an owed
/// notice, or a coordination, which reaches both performers. A subcontract is no channel.
template <class F>
constexpr void for_each_channel(model_view const& m, F&& f) {
  auto const join = [&](party_id x, party_id y) {
    x = firm_of(m, x);
    y = firm_of(m, y);
    if (x && y && x != y) f(x, y);
  };
  for (auto const& c : m.channels) join(c.a, c.b);
  for (auto const& n : m.notices) join(n.from, n.to);
  for (auto const& c : m.coordinations) {
    join(c.owner, m.parts[c.before].performer);
    join(c.owner, m.parts[c.after].performer);
  }
}

/// Who can reach whom over channels, not by way of `avoiding`: firms joined to sets, each by its
/// leader (Galler and Fischer 1964). O(parties + channels) to make, near enough.
class reach {
 public:
  constexpr explicit reach(model_view const& m, party_id avoiding = {})
      : m_{&m}, leader_{m.parties.size()} {
    for (auto p : m.parties.ids()) leader_[p.index()] = p;
    for_each_channel(m, [&](party_id a, party_id b) {
      if (a != avoiding && b != avoiding) leader_[find(a).index()] = find(b);
    });
  }
  /// True when word can pass from one to the other. O(1), near enough.
  constexpr bool joins(party_id x, party_id y) {
    return find(firm_of(*m_, x)) == find(firm_of(*m_, y));
  }

 private:
  constexpr party_id find(party_id p) {
    while (leader_[p.index()] != p) {
      leader_[p.index()] = leader_[leader_[p.index()].index()];
      p = leader_[p.index()];
    }
    return p;
  }
  model_view const* m_;
  detail::scratch<party_id> leader_;
};

/// True when word can pass from `x` to `y` over channels, not by way of `avoiding`.
/// O(parties + channels), near enough.
constexpr bool are_connected(model_view const& m, party_id x, party_id y, party_id avoiding = {}) {
  return reach{m, avoiding}.joins(x, y);
}

}  // namespace lupaus::inline v0
