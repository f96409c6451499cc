// SPDX-License-Identifier: BSL-1.0
//
// How work is passed on: from the seller, over subcontracts, to whoever performs it.
#pragma once

#include "lupaus/detail/bit_set.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/lazy.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/detail/strong_components.hpp"
#include "lupaus/life/contracted_firms.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0 {

/// True when the commitment is to perform the leaf part. O(depth).
constexpr bool is_work_on(model_view const& m, commitment const& c, part_id p) {
  if (!is_work(c) || !is_within(m, p, c.about)) return false;
  return !c.brings_about || (m.events[c.brings_about].kind == event_kind::completed &&
                             m.events[c.brings_about].of == p);
}

namespace detail {

/// True when the commitment passes work on the part on, from its creditor to its debtor.
constexpr bool is_hop(model_view const& m, commitment const& c, part_id p) {
  return is_contract(m, c) && is_work_on(m, c, p);
}

/// The part on which a contract of work passes work on, with all that it holds: what it is about,
/// or the one leaf part whose completion it is to bring about; none where it does neither.
/// O(depth).
constexpr part_id passed_on(model_view const& m, commitment const& c) {
  if (!c.brings_about) return c.about;
  auto const p = m.events[c.brings_about].of;
  return is_leaf(m.parts[p]) && is_work_on(m, c, p) ? p : part_id{};
}

/// Marks the firms that are reached from the seller over the commitments for which `leads(c)`.
/// O(parties + commitments).
template <class Leads>
constexpr void find_reached(model_view const& m, flags& reached, Leads&& leads) {
  rows_by<party_id, party_id> const next{m.parties.size(), [&](auto&& f) {
                                           for (auto const& c : m.commitments)
                                             if (leads(c))
                                               f(firm_of(m, c.creditor), firm_of(m, c.debtor));
                                         }};
  scratch<party_id> open{m.parties.size()};
  std::size_t opened = 0;
  open[opened++] = m.seller;
  reached[m.seller.index()] = true;
  while (opened > 0)
    for (auto const to : next[open[--opened]])
      if (!reached[to.index()]) reached[to.index()] = true, open[opened++] = to;
}

/// True when the performer of the leaf part is the seller, or reached from it by subcontracts.
constexpr bool is_passed_on_to_performer(model_view const& m, part_id p) {
  auto const who = m.parts[p].performer;
  if (!who) return false;
  if (is_sellers(m, who)) return true;
  flags reached{m.parties.size()};
  find_reached(m, reached, [&](commitment const& c) { return is_hop(m, c, p); });
  return reached[who.index()];
}

/// The chains over which work on parts is passed on, followed back from the performer.
/// O(parts + parties + commitments) to make.
class chains_to_performers {
 public:
  constexpr explicit chains_to_performers(model_view const& m)
      : m_{&m},
        hops_{m.parts.size(), m.parties.size(),
              [&](auto&& f) {
                for (auto const& c : m.commitments)
                  if (is_contract(m, c) && is_work(c))
                    if (auto const p = passed_on(m, c))
                      f(p, firm_of(m, c.debtor), firm_of(m, c.creditor));
              }},
        asked_{m.parties.size()},
        open_{m.parties.size()} {}

  /// True when a chain leads from the seller to the firm. O(depth · log commitments) for every firm
  /// on the way.
  constexpr bool reach(part_id p, party_id who) {
    ++round_;
    std::size_t n = 0;
    open_[n++] = who;
    asked_[who.index()] = round_;
    while (n > 0) {
      auto const debtor = open_[--n];
      for (auto outer = p; outer; outer = outer_of(*m_, outer))
        for (auto const& [part, same, creditor] : hops_(outer, debtor)) {
          if (creditor == m_->seller) return true;
          if (asked_[creditor.index()] == round_) continue;
          asked_[creditor.index()] = round_;
          open_[n++] = creditor;
        }
    }
    return false;
  }

 private:
  model_view const* m_;
  rows_by_pair<part_id, party_id, party_id> hops_;  // part, debtor, creditor
  scratch<std::uint32_t> asked_;                    // in which round last
  scratch<party_id> open_;
  std::uint32_t round_ = 0;
};

/// The same for one part after the other. O(parts + parties + commitments) to make.
class passed_on_parts {
 public:
  constexpr explicit passed_on_parts(model_view const& m)
      : m_{&m}, by_seller_{m.parts.size(), m.parties.size(), [&](auto&& f) {
                             for (auto const& c : m.commitments)
                               if (is_contract(m, c) && is_work(c) && is_sellers(m, c.creditor))
                                 if (auto const p = passed_on(m, c)) f(p, firm_of(m, c.debtor));
                           }} {}

  /// True when the performer of the leaf part is the seller, or reached from it. O(depth), and
  /// where it is not the seller who passes the part on to him, that of `chains_to_performers`.
  constexpr bool reach_performer(part_id p) {
    auto const who = m_->parts[p].performer;
    if (!who) return false;
    if (is_sellers(*m_, who)) return true;
    for (auto outer = p; outer; outer = outer_of(*m_, outer))
      if (by_seller_.contains(outer, who)) return true;
    return chains_.get([&] { return chains_to_performers{*m_}; }).reach(p, who);
  }

 private:
  model_view const* m_;
  pair_set<part_id, party_id> by_seller_;  // to whom the seller passes each part on
  lazy<chains_to_performers> chains_;
};

/// The strong components of the firms that pass work on the part on.
constexpr components delegation_of(model_view const& m, part_id p) {
  return components{m.parties.size(), [&](auto&& f) {
                      for (auto const& c : m.commitments)
                        if (is_hop(m, c, p))
                          f(firm_of(m, c.creditor).index(), firm_of(m, c.debtor).index());
                    }};
}

/// Marks the capabilities that somebody provides. O(provisions).
constexpr void find_provided(model_view const& m, flags& provided) {
  for (auto const& p : m.provisions) provided[p.of.index()] = true;
}
constexpr bool is_provided(model_view const& m, capability_id c) {
  for (auto const& p : m.provisions)
    if (p.of == c) return true;
  return false;
}

/// Calls `f(capability, commitment)` for what nobody provides, and performing the part rests on.
template <class F>
constexpr void for_each_lacking(model_view const& m, part_id p, F&& f) {
  for (auto const& r : m.requirements) {
    auto const& c = m.commitments[r.of];
    if (c.overrides || !is_within(m, p, c.about)) continue;
    if (!is_sellers(m, c.debtor) && !same_firm(m, c.debtor, m.parts[p].performer)) continue;
    if (!is_provided(m, r.on)) f(r.on, r.of);
  }
}

}  // namespace detail

}  // namespace lupaus::inline v0
