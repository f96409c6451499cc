// SPDX-License-Identifier: BSL-1.0
//
// Whether the debtor of a rule has committed to what the rule asks of it.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/contracted_firms.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// What a rule calls for: anything, for the events of the order; else work on a part.
struct called_for {
  bool is_anything = false;
  part_id object = {};
};

constexpr called_for called_for_by(model_view const& m, rule const& r) {
  auto const trigger = m.events[r.on].kind == event_kind::reported ? m.events[r.on].subject : r.on;
  return {is_of_order(m.events[trigger].kind) && !r.object,
          r.object ? r.object : m.events[trigger].of};
}

/// True when the commitment is to the customer or to a firm under the seller's contracts.
constexpr bool can_be_counted_on(model_view const& m, contracted_firms const& chain,
                                 commitment const& c) {
  return !c.overrides && (c.creditor == m.customer || chain.contains(c.creditor));
}

/// True when the commitment, which stands on the part or on what holds it, is to work on it.
constexpr bool is_for(model_view const& m, commitment const& c, part_id object) {
  if (!c.brings_about) return true;
  auto const& e = m.events[c.brings_about];
  return e.kind == event_kind::completed && e.of == object;
}

/// True when the debtor of the rule has committed to what it owes: on the object of the rule, else
/// on the part of its trigger, to the customer or to a firm under the seller's contracts. For the
/// events of the order any such commitment will do. O(parties + commitments).
constexpr bool has_committed(model_view const& m, rule const& r) {
  auto const wanted = called_for_by(m, r);
  contracted_firms const chain{m};
  for (auto const& c : m.commitments) {
    if (!same_firm(m, c.debtor, r.debtor) || !can_be_counted_on(m, chain, c)) continue;
    if (wanted.is_anything) return true;
    if (is_within(m, wanted.object, c.about) && is_for(m, c, wanted.object)) return true;
  }
  return false;
}

/// True when the remedy is owed by somebody who has not committed to it: nobody can count on it.
constexpr bool is_owed_in_vain(model_view const& m, rule const& r) {
  return !is_sellers(m, r.debtor) && !has_committed(m, r);
}

/// Marks all rules of which that is so. O(rules), and where some rule is not the seller's O(parts +
/// parties + commitments), and for each such rule log commitments and those of its debtor.
constexpr void find_owed_in_vain(model_view const& m, flags& in_vain) {
  auto some = false;
  for (auto const& r : m.rules) some = some || !is_sellers(m, r.debtor);
  if (!some) return;
  contracted_firms const chain{m};
  flags commits{m.parties.size()};  // to anything
  rows_by_pair<part_id, party_id, commitment_id> const on{m.parts.size(), m.parties.size(),
                                                          [&](auto&& f) {
                                                            for (auto i : m.commitments.ids()) {
                                                              auto const& c = m.commitments[i];
                                                              if (can_be_counted_on(m, chain, c))
                                                                f(c.about, firm_of(m, c.debtor), i);
                                                            }
                                                          }};
  for (auto const& c : m.commitments)
    if (can_be_counted_on(m, chain, c)) commits[firm_of(m, c.debtor).index()] = true;
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    if (is_sellers(m, r.debtor)) continue;
    auto const debtor = firm_of(m, r.debtor);
    auto const wanted = called_for_by(m, r);
    auto has_committed = wanted.is_anything && commits[debtor.index()];
    if (!wanted.is_anything)
      for (auto p = wanted.object; p && !has_committed; p = m.parts[p].within)
        for (auto const& known : on(p, debtor))
          has_committed = has_committed || is_for(m, m.commitments[known.row], wanted.object);
    in_vain[i.index()] = !has_committed;
  }
}

}  // namespace lupaus::inline v0::detail
