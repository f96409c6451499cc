// SPDX-License-Identifier: BSL-1.0
//
// The responsibility matrix: for every part and quality the strongest term claimed (what the
// customer expects), committed (what the seller intends) and subcontracted (what will be done).
// The one picture of a promise.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/view.hpp"

#include <concepts>
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

namespace detail {

/// Puts what is committed, or subcontracted, into the row of its part and quality.
constexpr void take(model_view const& m, commitment const& c, matrix_row& row) {
  if (c.overrides || c.brings_about) return;
  if (c.creditor == m.customer && is_sellers(m, c.debtor)) row.committed.take(c.consequent);
  if (layer_of(m, c) == layer::delivery) row.subcontracted.take(c.consequent);
}

}  // namespace detail

/// The row of one part and quality; empty cells where nothing is said. O(claims + commitments).
[[nodiscard]] constexpr matrix_row responsibility_for(model_view const& m, part_id p,
                                                      quality_ref q) {
  matrix_row row{p, q, {}, {}, {}};
  for (auto const& c : m.claims) {
    if (c.about != p) continue;
    for_each_term(m, c, [&](term const& t) {
      if (t.quality == q) row.claimed.take(t, c.implied);
    });
  }
  for (auto const& c : m.commitments)
    if (c.about == p && c.consequent.quality == q) detail::take(m, c, row);
  return row;
}

/// Calls `f(row)` for every part and quality of which something is said, part by part, in the
/// order of first mention. O(parts + claims + commitments), and for every term that is said, the
/// qualities of its part.
template <std::invocable<matrix_row const&> F>
constexpr void for_each_responsibility(model_view const& m, F&& f) {
  detail::rows_by<part_id, claim_id> const claims{m.parts.size(), [&](auto&& add) {
                                                    for (auto i : m.claims.ids())
                                                      add(m.claims[i].about, i);
                                                  }};
  detail::rows_by<part_id, commitment_id> const commitments{
      m.parts.size(), [&](auto&& add) {
        for (auto i : m.commitments.ids())
          if (m.commitments[i].consequent.quality) add(m.commitments[i].about, i);
      }};
  for (auto p : m.parts.ids()) {
    auto most = commitments[p].size();
    for (auto const i : claims[p]) most += m.claims[i].terms;
    detail::scratch<matrix_row, 16> rows{most, matrix_row{p, {}, {}, {}, {}}};
    std::size_t n = 0;
    auto const row_of = [&](quality_ref q) -> matrix_row& {
      std::size_t i = 0;
      while (i < n && rows[i].quality != q) ++i;
      if (i == n) rows[n++].quality = q;
      return rows[i];
    };
    for (auto const i : claims[p])
      for_each_term(m, m.claims[i],
                    [&](term const& t) { row_of(t.quality).claimed.take(t, m.claims[i].implied); });
    for (auto const i : commitments[p]) {
      auto const& c = m.commitments[i];
      detail::take(m, c, row_of(c.consequent.quality));
    }
    for (std::size_t i = 0; i < n; ++i)
      if (rows[i].claimed || rows[i].committed || rows[i].subcontracted)
        f(static_cast<matrix_row const&>(rows[i]));
  }
}

}  // namespace lupaus::inline v0
