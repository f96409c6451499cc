// SPDX-License-Identifier: BSL-1.0
//
// The responsibility matrix: for every part and quality the strongest term claimed (what the
// customer expects), committed (what the seller intends) and subcontracted (what will be done).
// The one picture of a promise.
#pragma once

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

/// A cell: the strongest term said there, and whether others stand beside it that it does not
/// entail.
struct matrix_cell {
  term const* strongest = nullptr;  ///< null: nothing is said
  bool is_implied = false;          ///< of a claim: never said in words
  bool has_others = false;

  constexpr explicit operator bool() const { return strongest != nullptr; }
  constexpr void take(term const& t, bool implied = false) {
    if (!strongest || (entails(t, *strongest) && !entails(*strongest, t))) {
      has_others = has_others || (strongest && !entails(t, *strongest));
      strongest = &t;
      is_implied = implied;
    } else if (!entails(*strongest, t)) {
      has_others = true;
    }
  }
};

struct matrix_row {
  part_id part;
  quality_ref quality = nullptr;
  matrix_cell claimed, committed, subcontracted;
};

/// The row of one part and quality; empty cells where nothing is said. O(claims + commitments).
constexpr matrix_row responsibility_for(model_view const& m, part_id p, quality_ref q) {
  matrix_row row{p, q, {}, {}, {}};
  for (auto const& c : m.claims) {
    if (c.about != p) continue;
    for_each_term(m, c, [&](term const& t) {
      if (t.quality == q) row.claimed.take(t, c.implied);
    });
  }
  for (auto const& c : m.commitments) {
    if (c.about != p || c.consequent.quality != q || c.overrides || c.brings_about) continue;
    if (c.creditor == m.customer && is_sellers(m, c.debtor)) row.committed.take(c.consequent);
    if (layer_of(m, c) == layer::delivery) row.subcontracted.take(c.consequent);
  }
  return row;
}

/// Calls `f(row)` for every part and quality of which something is said, part by part, in the
/// order of first mention. O(parts · (claims + commitments)²) at worst.
template <class F>
constexpr void for_each_responsibility(model_view const& m, F&& f) {
  for (auto p : m.parts.ids()) {
    detail::scratch<quality_ref> said{m.terms.size() + m.commitments.size()};
    std::size_t n = 0;
    auto const tell = [&](quality_ref q) {
      for (std::size_t i = 0; i < n; ++i)
        if (said[i] == q) return;
      said[n++] = q;
      auto const row = responsibility_for(m, p, q);
      if (row.claimed || row.committed || row.subcontracted) f(row);
    };
    for (auto const& c : m.claims)
      if (c.about == p) for_each_term(m, c, [&](term const& t) { tell(t.quality); });
    for (auto const& c : m.commitments)
      if (c.about == p && c.consequent.quality) tell(c.consequent.quality);
  }
}

}  // namespace lupaus::inline v0
