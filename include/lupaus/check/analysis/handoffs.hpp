// SPDX-License-Identifier: BSL-1.0
//
// Where two performers need to coordinate, who sees to it, and over whom they reach each other.
#pragma once

#include "lupaus/detail/bit_set.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/knowledge.hpp"
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

namespace detail {

/// Which firms have contracted each other, for whatever. The customer has contracted the seller, by
/// ordering. O(parties + commitments) to make.
class contract_pairs {
 public:
  constexpr explicit contract_pairs(model_view const& m)
      : m_{&m}, pairs_{m.parties.size(), m.parties.size(), [&](auto&& f) {
                         for (auto const& c : m.commitments)
                           if (c.creditor != m.customer && c.debtor && c.creditor)
                             f(firm_of(m, c.debtor), firm_of(m, c.creditor));
                       }} {}
  /// True when one of the two has contracted the other. Time as of `pair_set`.
  constexpr bool have(party_id x, party_id y) const {
    auto const a = firm_of(*m_, x), b = firm_of(*m_, y);
    if ((a == m_->customer && b == m_->seller) || (b == m_->customer && a == m_->seller))
      return true;
    return pairs_.contains(a, b) || pairs_.contains(b, a);
  }

 private:
  model_view const* m_;
  pair_set<party_id, party_id> pairs_;
};

constexpr handoff resolved(model_view const& m, coordination_need const& n) {
  if (!n.before) return handoff{{}, {}, n.a, n.b};
  return handoff{n.before, n.after, m.parts[n.before].performer, m.parts[n.after].performer};
}

/// Marks the declared needs that others declare before them. O(parts + parties + needs).
constexpr void find_repeated(model_view const& m, flags& repeated) {
  if (m.needs.size() < 2) return;
  // Sorted by both, each in the order of the model: a repeated one comes right after its like.
  auto const mark = [&](auto const& sorted, std::size_t firsts, auto first) {
    for (std::size_t i = 0; i < firsts; ++i) {
      auto const* before = static_cast<decltype(sorted[first].begin())>(nullptr);
      for (auto const& x : sorted[decltype(first){i}]) {
        repeated[x.row.index()] = before && before->second == x.second;
        before = &x;
      }
    }
  };
  mark(rows_by_pair<part_id, part_id, need_id>{m.parts.size(), m.parts.size(),
                                               [&](auto&& f) {
                                                 for (auto i : m.needs.ids())
                                                   if (auto const& n = m.needs[i]; n.before)
                                                     f(n.before, n.after, i);
                                               }},
       m.parts.size(), part_id{0});
  mark(rows_by_pair<party_id, party_id, need_id>{m.parties.size(), m.parties.size(),
                                                 [&](auto&& f) {
                                                   for (auto i : m.needs.ids())
                                                     if (auto const& n = m.needs[i];
                                                         !n.before && n.a && n.b)
                                                       f(n.a, n.b, i);
                                                 }},
       m.parties.size(), party_id{0});
}

}  // namespace detail

/// Calls `f(handoff)` for every need, each once: those of consecutive parts first, in the order of
/// the product, then the declared ones. Time O(parts + parties + commitments + (precedences +
/// needs) · log commitments).
template <class F>
constexpr void for_each_handoff(model_view const& m, F&& f) {
  if (m.precedences.empty() && m.needs.empty()) return;
  detail::contract_pairs const contracts{m};
  auto const follows_from_product = [&](precedence const& p) {
    // Money comes to the seller, and who waits for it is told by him.
    if (is_instalment(m.parts[p.before]) || is_instalment(m.parts[p.after])) return false;
    auto const x = m.parts[p.before].performer, y = m.parts[p.after].performer;
    return x && y && !detail::same_firm(m, x, y) && !contracts.have(x, y);
  };
  for (auto const& p : m.precedences)
    if (follows_from_product(p))
      f(handoff{p.before, p.after, m.parts[p.before].performer, m.parts[p.after].performer});
  if (m.needs.empty()) return;

  detail::pair_set<part_id, part_id> const follow{m.parts.size(), m.parts.size(), [&](auto&& add) {
                                                    for (auto const& p : m.precedences)
                                                      add(p.before, p.after);
                                                  }};
  detail::flags repeated{m.needs.size()};
  detail::find_repeated(m, repeated);
  for (auto i : m.needs.ids()) {
    auto const h = detail::resolved(m, m.needs[i]);
    if (repeated[i.index()] || !h.giver || !h.taker || detail::same_firm(m, h.giver, h.taker))
      continue;
    auto const is_said =
        h.before && follow.contains(h.before, h.after) && follows_from_product({h.before, h.after});
    if (!is_said) f(h);
  }
}

/// Who owes the coordination of which handoff. O(parts + parties + coordinations) to make.
class coordinated {
 public:
  constexpr explicit coordinated(model_view const& m)
      : m_{&m},
        parts_{m.parts.size(), m.parts.size(),
               [&](auto&& f) {
                 for (auto const& c : m.coordinations) f(c.before, c.after);
               }},
        firms_{m.parties.size(), m.parties.size(), [&](auto&& f) {
                 for (auto const& c : m.coordinations) {
                   auto const x = firm_of(m, m.parts[c.before].performer),
                              y = firm_of(m, m.parts[c.after].performer);
                   if (x && y) f(x, y);
                 }
               }} {}
  /// True when somebody owes the coordination of the handoff. Time as of `pair_set`.
  constexpr bool contains(handoff const& h) const {
    if (h.before) return parts_.contains(h.before, h.after);
    auto const x = firm_of(*m_, h.giver), y = firm_of(*m_, h.taker);
    return firms_.contains(x, y) || firms_.contains(y, x);
  }

 private:
  model_view const* m_;
  detail::pair_set<part_id, part_id> parts_;
  detail::pair_set<party_id, party_id> firms_;
};

/// Calls `f(x, y)` for every pair that can reach each other: over a declared channel, an owed
/// notice about a part, or a coordination, which reaches both performers. A subcontract is no
/// channel, and no more is word of the order itself.
template <class F>
constexpr void for_each_channel(model_view const& m, F&& f) {
  auto const join = [&](party_id x, party_id y) {
    x = firm_of(m, x);
    y = firm_of(m, y);
    if (x && y && x != y) f(x, y);
  };
  for (auto const& c : m.channels) join(c.a, c.b);
  for (auto const& n : m.notices)
    if (makes_a_channel(m, n)) join(n.from, n.to);
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
