// SPDX-License-Identifier: BSL-1.0
//
// What the seller commits to that stands behind a claim.
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

/// True when the commitment is the seller's to the customer, stands for the part (it is on the
/// part, or on a composite that holds it, where the quality carries over), and has the quality.
constexpr bool backs(model_view const& m, commitment const& c, part_id about, quality_ref quality) {
  if (c.creditor != m.customer || !is_sellers(m, c.debtor) || c.overrides) return false;
  if (c.consequent.quality != quality) return false;
  return c.about == about || (quality->covers_parts && is_within(m, about, c.about));
}

/// True when some commitment of the seller to the customer has the quality. O(commitments).
constexpr bool is_backed(model_view const& m, part_id about, quality_ref quality) {
  for (auto const& c : m.commitments)
    if (backs(m, c, about, quality)) return true;
  return false;
}

namespace detail {

/// The seller's commitments to the customer, by the part that they are on.
/// O(parts + commitments) to make.
class seller_commitments {
 public:
  constexpr explicit seller_commitments(model_view const& m)
      : m_{&m}, on_{m.parts.size(), [&](auto&& f) {
                      for (auto i : m.commitments.ids()) {
                        auto const& c = m.commitments[i];
                        if (c.creditor == m.customer && is_sellers(m, c.debtor) && !c.overrides)
                          f(c.about, i);
                      }
                    }} {}

  /// True when one of them has the quality and stands for the part. O(those on it, and on what
  /// holds it).
  constexpr bool back(part_id about, quality_ref quality) const {
    for (auto p = about; p; p = m_->parts[p].within)
      for (auto const i : on_[p])
        if (backs(*m_, m_->commitments[i], about, quality)) return true;
    return false;
  }
  /// Calls `f(id)` for each of those, in their order.
  template <class F>
  constexpr void for_each(part_id about, quality_ref quality, F&& f) const {
    std::size_t depth = 0, n = 0;
    some_rows<commitment_id> only;
    for (auto p = about; p; p = m_->parts[p].within) {
      ++depth;
      if (!on_[p].empty()) only = on_[p], ++n;
    }
    if (n <= 1) {  // as a rule
      for (auto const i : only)
        if (backs(*m_, m_->commitments[i], about, quality)) f(i);
      return;
    }
    n = 0;
    scratch<some_rows<commitment_id>, 16> rest{depth};  // of each part that holds it, not yet seen
    for (auto p = about; p; p = m_->parts[p].within)
      if (!on_[p].empty()) rest[n++] = on_[p];
    while (n > 0) {
      std::size_t first = 0;
      for (std::size_t i = 1; i < n; ++i)
        if (*rest[i].begin() < *rest[first].begin()) first = i;
      auto const id = *rest[first].begin();
      if (backs(*m_, m_->commitments[id], about, quality)) f(id);
      rest[first] = {rest[first].begin() + 1, rest[first].end()};
      if (rest[first].empty()) rest[first] = rest[--n];
    }
  }

 private:
  model_view const* m_;
  rows_by<part_id, commitment_id> on_;
};

constexpr finding claim_finding(gap const& g, model_view const& m, claim_id i) {
  auto const& c = m.claims[i];
  return {.what = &g,
          .where = i,
          .other = c.claimant,
          .part = c.about,
          .accountable = m.seller,
          .performing = m.parts[c.about].performer};
}

}  // namespace detail

}  // namespace lupaus::inline v0
