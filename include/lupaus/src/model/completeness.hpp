// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: what a whole model must have.
#pragma once

#include "lupaus/model/builder/completeness.hpp"
#include "lupaus/model/builder/model_tables.hpp"

#include <cstddef>
#include <string>

namespace lupaus::inline v0::detail {

inline void check_duties(model_tables& t) {
  for (auto const& r : t.columns.rules)
    if (r.action == action_kind::act && r.words.empty())
      t.fail(error_code::missing, {.what = "the rule on", .subject = event_ref{r.on}},
             {"it owes nothing; say who owes what"});
  for (auto const& c : t.columns.commitments)
    if (c.debtor == c.creditor)
      t.fail(error_code::contradiction,
             {.what = "a commitment of",
              .subject = party_ref{c.debtor},
              .link = "on",
              .object = part_ref{c.about}},
             {"nobody can owe something to himself"});
}

/// Parts that no product mentions are the whole's, side by side, if no product was written.
inline void place_parts(model_tables& t) {
  auto placed = false;
  for (auto const& p : t.columns.parts) placed |= p.within == whole;
  for (std::size_t i = 1; i < t.columns.parts.size(); ++i) {
    auto& p = t.columns.parts[i];
    if (p.within) continue;
    if (!placed)
      p.within = whole;
    else
      t.fail(
          error_code::missing, {.what = "the product"},
          {"the part '", p.name, "' was declared and is in no product; add it, or leave it out"});
  }
}

inline void check_currencies(model_tables& t) {
  bound const* first = nullptr;
  auto const check = [&](term const& x) {
    if (x.limit.kind != bound_kind::money) return;
    if (!first) first = &x.limit;
    if (first->b == x.limit.b) return;
    auto const code = [](bound const& b) {
      return std::string{bound_codec<money>::decode(b).in.view()};
    };
    t.fail(error_code::unit_mismatch, {.what = "the promise"},
           {"prices are in ", code(*first), " and in ", code(x.limit),
            "; one promise has one currency"});
  };
  for (auto const& x : t.columns.terms) check(x);
  for (auto const& c : t.columns.commitments) check(c.consequent);
}

LUPAUS_DECL void check_complete(model_tables& t) {
  statement const s{.what = "the promise"};
  if (!t.columns.customer) t.fail(error_code::missing, s, {"it has no customer; say who buys"});
  if (!t.columns.seller)
    t.fail(error_code::missing, s, {"it has no seller; say who answers to her"});
  if (t.columns.parts.size() < 2)
    t.fail(error_code::missing, s, {"it has no part; say what good or service she buys"});
  check_duties(t);
  place_parts(t);
  check_currencies(t);
}

}  // namespace lupaus::inline v0::detail
