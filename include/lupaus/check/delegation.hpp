// SPDX-License-Identifier: BSL-1.0
//
// How work is passed on: from the seller, over subcontracts, to whoever performs it.
#pragma once

#include "lupaus/check/components.hpp"
#include "lupaus/check/knowledge.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0 {

/// True when the commitment is to perform the leaf part. O(depth).
constexpr bool is_work_on(model_view const& m, commitment const& c, part_id p) {
  if (!is_work(c) || !is_within(m, p, c.about)) return false;
  return !c.brings_about || (m.events[c.brings_about].kind == event_kind::completed &&
                             m.events[c.brings_about].of == p);
}

namespace detail {

/// True for a contract between two firms, neither of them the customer.
constexpr bool is_contract(model_view const& m, commitment const& c) {
  return !c.overrides && c.creditor != m.customer && c.debtor != m.customer &&
         !same_firm(m, c.debtor, c.creditor);
}

/// True when the commitment passes work on the part on, from its creditor to its debtor.
constexpr bool is_hop(model_view const& m, commitment const& c, part_id p) {
  return is_contract(m, c) && is_work_on(m, c, p);
}

/// Marks the firms that are reached from the seller over the commitments for which `leads(c)`.
/// O(commitments · the longest chain).
template <class Leads>
constexpr void find_reached(model_view const& m, flags& reached, Leads&& leads) {
  reached[m.seller.index()] = true;
  for (bool news = true; news;) {
    news = false;
    for (auto const& c : m.commitments) {
      auto const to = firm_of(m, c.debtor).index();
      if (reached[to] || !reached[firm_of(m, c.creditor).index()] || !leads(c)) continue;
      reached[to] = news = true;
    }
  }
}

/// The firms that the seller has contracted, directly or through others, for whatever.
class contracted_firms {
 public:
  constexpr explicit contracted_firms(model_view const& m) : m_{&m}, reached_{m.parties.size()} {
    find_reached(m, reached_, [&](commitment const& c) { return is_contract(m, c); });
  }
  constexpr bool contains(party_id p) const { return reached_[firm_of(*m_, p).index()]; }

 private:
  model_view const* m_;
  flags reached_;
};

/// True when the performer of the leaf part is the seller, or reached from it by subcontracts.
constexpr bool is_passed_on_to_performer(model_view const& m, part_id p) {
  auto const who = m.parts[p].performer;
  if (!who) return false;
  if (is_sellers(m, who)) return true;
  flags reached{m.parties.size()};
  find_reached(m, reached, [&](commitment const& c) { return is_hop(m, c, p); });
  return reached[who.index()];
}

/// The strong components of the firms that pass work on the part on.
constexpr components delegation_of(model_view const& m, part_id p) {
  return components{m.parties.size(), [&](auto&& f) {
                      for (auto const& c : m.commitments)
                        if (is_hop(m, c, p))
                          f(firm_of(m, c.creditor).index(), firm_of(m, c.debtor).index());
                    }};
}

constexpr bool is_provided(model_view const& m, capability_id c) {
  for (auto const& p : m.provisions)
    if (p.of == c) return true;
  return false;
}

/// True when the seller owes the customer the leaf part: it answers for it, or has committed to it.
constexpr bool seller_owes(model_view const& m, part_id p) {
  if (is_sellers(m, answerable_for(m, p))) return true;
  for (auto const& c : m.commitments)
    if (c.creditor == m.customer && is_sellers(m, c.debtor) && !c.overrides &&
        is_within(m, p, c.about))
      return true;
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
