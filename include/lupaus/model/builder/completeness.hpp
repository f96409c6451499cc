// SPDX-License-Identifier: BSL-1.0
//
// What a whole model must have, whoever wrote it.
#pragma once

#include "lupaus/model/builder/model_tables.hpp"
#include "lupaus/model/terms/term_spec.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <string>

namespace lupaus::inline v0::detail {

inline void check_duties(ledger& l) {
  for (auto const& r : l.columns.rules)
    if (r.action == action_kind::act && r.words.empty())
      l.fail(error_code::missing, {"the rule on", l.name_of(event_ref{r.on}), "", "", {}},
             "it owes nothing; say who owes what");
  for (auto const& c : l.columns.commitments)
    if (c.debtor == c.creditor)
      l.fail(error_code::contradiction,
             {"a commitment of",
              l.name_of(party_ref{c.debtor}),
              "on",
              l.name_of(part_ref{c.about}),
              {}},
             "nobody can owe something to himself");
}

/// Parts that no product mentions are the whole's, side by side, if no product was written.
inline void place_parts(ledger& l) {
  auto placed = false;
  for (auto const& p : l.columns.parts) placed |= p.within == whole;
  for (std::size_t i = 1; i < l.columns.parts.size(); ++i) {
    auto& p = l.columns.parts[i];
    if (p.within) continue;
    if (!placed)
      p.within = whole;
    else
      l.fail(error_code::missing, {"the product", "", "", "", {}},
             "the part '" + std::string{p.name} +
                 "' was declared and is in no product; add it, or leave it out");
  }
}

inline void check_currencies(ledger& l) {
  bound const* first = nullptr;
  auto const check = [&](term const& t) {
    if (t.limit.kind != bound_kind::money) return;
    if (!first) first = &t.limit;
    if (first->b == t.limit.b) return;
    auto const code = [](bound const& b) {
      return std::string{bound_codec<money>::decode(b).in.view()};
    };
    l.fail(error_code::unit_mismatch, {"the promise", "", "", "", {}},
           "prices are in " + code(*first) + " and in " + code(t.limit) +
               "; one promise has one currency");
  };
  for (auto const& t : l.columns.terms) check(t);
  for (auto const& c : l.columns.commitments) check(c.consequent);
}

/// What a whole model must have. Faults are kept like any other.
inline void check_whole(ledger& l) {
  saying const s{"the promise", "", "", "", {}};
  if (!l.columns.customer) l.fail(error_code::missing, s, "it has no customer; say who buys");
  if (!l.columns.seller) l.fail(error_code::missing, s, "it has no seller; say who answers to her");
  if (l.columns.parts.size() < 2)
    l.fail(error_code::missing, s, "it has no part; say what good or service she buys");
  check_duties(l);
  place_parts(l);
  check_currencies(l);
}

}  // namespace lupaus::inline v0::detail
