// SPDX-License-Identifier: BSL-1.0
//
// Where work comes back to a firm that has passed it on: the rings of delegation of all parts.
#pragma once

#include "lupaus/check/analysis/delegation.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/strong_components.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Sets of numbers, each told apart from those known.
class known_sets {
 public:
  constexpr explicit known_sets(std::size_t n) : last_{n} {}

  /// True when the component is none of those known; then it is. O(n) for each known one with that
  /// leader.
  constexpr bool is_new(components const& c, std::size_t leader) {
    auto const known = sets_.size();
    return number(c, leader) > known;
  }
  /// The number of the component among those known, from 1; it is known from then on. The same.
  constexpr std::size_t number(components const& c, std::size_t leader) {
    for (auto i = last_[leader]; i > 0; i = sets_[i - 1].before)
      if (is_same(sets_[i - 1], c, leader)) return i;
    one added{members_.size(), 0, last_[leader]};
    for (auto v = leader; v < c.size(); ++v)
      if (c.leader(v) == leader) members_.push_back(v), ++added.size;
    sets_.push_back(added);
    return last_[leader] = sets_.size();
  }

 private:
  struct one {
    std::size_t first = 0, size = 0, before = 0;
  };
  constexpr bool is_same(one const& set, components const& c, std::size_t leader) const {
    std::size_t n = 0;
    for (auto v = leader; v < c.size(); ++v) {
      if (c.leader(v) != leader) continue;
      if (n == set.size || members_[set.first + n] != v) return false;
      ++n;
    }
    return n == set.size;
  }

  scratch<std::size_t> last_;  // of each leader, the last known, counted from 1
  growing<one> sets_;
  growing<std::size_t> members_;
};

/// Calls `f(id, from, to)` for every contract of work and its firms.
template <class F>
constexpr void for_each_contract_of_work(model_view const& m, F&& f) {
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (is_contract(m, c) && is_work(c))
      f(i, firm_of(m, c.creditor).index(), firm_of(m, c.debtor).index());
  }
}

/// The strong components of the firms that pass anything on. O(parties + commitments).
constexpr components delegation_of_anything(model_view const& m) {
  return components{m.parties.size(), [&](auto&& f) {
                      for_each_contract_of_work(
                          m, [&](commitment_id, std::size_t from, std::size_t to) { f(from, to); });
                    }};
}

/// The hops that may lie on a ring: those between firms of whom each is reached from the other, by
/// the part that they pass on. O(parts + parties + commitments) to make.
class ring_hops {
 public:
  constexpr ring_hops(model_view const& m, components const& of_anything)
      : m_{&m},
        on_{m.parts.size(),
            [&](auto&& f) {
              for_each_contract_of_work(m, [&](commitment_id i, std::size_t from, std::size_t to) {
                if (of_anything.leader(from) != of_anything.leader(to)) return;
                if (auto const p = passed_on(m, m.commitments[i])) f(p, i);
              });
            }},
        number_{m.parties.size()},
        firm_{m.parties.size()} {
    for (std::size_t v = 0; v < m.parties.size(); ++v)
      if (of_anything.is_cyclic(v)) firm_[firms_] = party_id{v}, number_[v] = firms_++;
  }

  constexpr std::size_t firms() const { return firms_; }
  constexpr party_id firm(std::size_t number) const { return firm_[number]; }

  /// The part itself, or the nearest that holds it, on which there are such hops; none if there is
  /// none. Parts for which it is the same have the same rings. O(depth).
  constexpr part_id like(part_id p) const {
    while (p && on_[p].empty()) p = outer_of(*m_, p);
    return p;
  }
  /// The strong components of the firms on rings, by their numbers. O(firms on rings + such hops).
  constexpr components of(part_id p) const {
    return components{firms_, [&](auto&& f) {
                        for (auto outer = p; outer; outer = outer_of(*m_, outer))
                          for (auto const i : on_[outer]) {
                            auto const& c = m_->commitments[i];
                            f(number_[firm_of(*m_, c.creditor).index()],
                              number_[firm_of(*m_, c.debtor).index()]);
                          }
                      }};
  }

 private:
  model_view const* m_;
  rows_by<part_id, commitment_id> on_;
  scratch<std::size_t> number_;  // of each firm that lies on a ring
  scratch<party_id> firm_;       // by number
  std::size_t firms_ = 0;
};

}  // namespace lupaus::inline v0::detail
