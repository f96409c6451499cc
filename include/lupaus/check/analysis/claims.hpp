// SPDX-License-Identifier: BSL-1.0
//
// What the seller, or the claimant itself, commits to that stands behind a claim.
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/event_names.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0 {

namespace detail {

/// True when the commitment is the seller's to the customer.
constexpr bool is_sellers_word(model_view const& m, commitment const& c) {
  return c.creditor == m.customer && is_sellers(m, c.debtor) && !c.overrides;
}

/// True when the commitment is to the customer, of the seller or of the claimant itself: a maker
/// owes its own guarantee.
constexpr bool is_word_of(model_view const& m, commitment const& c, party_id claimant) {
  return c.creditor == m.customer && !c.overrides &&
         (is_sellers(m, c.debtor) || c.debtor == claimant);
}

}  // namespace detail

/// True when the commitment is to the customer, of the seller or of the claimant itself, stands for
/// the part (it is on the part, or on a composite that holds it, where the quality carries over),
/// and has the quality.
constexpr bool backs(model_view const& m, commitment const& c, part_id about, quality_ref quality,
                     party_id claimant) {
  if (!detail::is_word_of(m, c, claimant) || c.consequent.quality != quality) return false;
  return c.about == about || (quality->covers_parts && is_within(m, about, c.about));
}

/// True when some commitment to the customer, of the seller or of the claimant itself, has the
/// quality. O(commitments).
constexpr bool is_backed(model_view const& m, part_id about, quality_ref quality,
                         party_id claimant) {
  for (auto const& c : m.commitments)
    if (backs(m, c, about, quality, claimant)) return true;
  return false;
}

namespace detail {

/// The commitments to the customer, by the part that they are on. O(parts + commitments) to make.
class commitments_to_her {
 public:
  constexpr explicit commitments_to_her(model_view const& m)
      : m_{&m}, on_{m.parts.size(), [&](auto&& f) {
                      for (auto i : m.commitments.ids())
                        if (auto const& c = m.commitments[i];
                            c.creditor == m.customer && !c.overrides)
                          f(c.about, i);
                    }} {}

  /// True when one of them has the quality, stands for the part, and is as asked: `is(id)`.
  /// O(those on it, and on what holds it).
  template <class Is>
  constexpr bool has(part_id about, quality_ref quality, Is&& is) const {
    for (auto p = about; p; p = outer_of(*m_, p)) {
      for (auto const i : on_[p])
        if (m_->commitments[i].consequent.quality == quality && is(i)) return true;
      if (!quality->covers_parts) break;
    }
    return false;
  }
  /// The same of those that stand behind what the claimant claims.
  template <class Is>
  constexpr bool has(part_id about, quality_ref quality, party_id claimant, Is&& is) const {
    return has(about, quality, [&](commitment_id i) {
      return is_word_of(*m_, m_->commitments[i], claimant) && is(i);
    });
  }
  /// True when anybody has committed to the quality.
  constexpr bool back(part_id about, quality_ref quality) const {
    return has(about, quality, [](commitment_id) { return true; });
  }

 private:
  model_view const* m_;
  rows_by<part_id, commitment_id> on_;
};

/// How far the commitments behind a claimed term go.
enum class backing_of_term : std::uint8_t { none, too_weak, enough };

/// The same for every term that is claimed. O(parts + commitments + terms) to make, and for each
/// term the commitments that stand for its part.
class backed_terms {
 public:
  /// The names must outlive this.
  constexpr backed_terms(model_view const& m, event_names const& names)
      : committed_{m}, names_{&names}, backing_{m.terms.size(), backing_of_term::none} {
    for (auto const& c : m.claims)
      for (std::size_t i = 0; i < c.terms; ++i) {
        auto const at = c.first_term.index() + i;
        auto const& claimed = m.terms[term_id{at}];
        auto& backing = backing_[at];
        if (committed_.has(c.about, claimed.quality, c.claimant, [&](commitment_id k) {
              backing = backing_of_term::too_weak;
              return names.entails(m.commitments[k].consequent, claimed);
            }))
          backing = backing_of_term::enough;
        has_gaps_ = has_gaps_ || backing != backing_of_term::enough;
      }
  }

  /// False where every term is backed, and by something as strong: as a rule.
  constexpr bool has_gaps() const { return has_gaps_; }
  /// True when it is so of some term of the claim.
  constexpr bool is(claim const& c, backing_of_term b) const {
    for (std::size_t i = 0; i < c.terms; ++i)
      if (backing_[c.first_term.index() + i] == b) return true;
    return false;
  }

  constexpr commitments_to_her const& committed() const { return committed_; }
  constexpr event_names const& names() const { return *names_; }

 private:
  commitments_to_her committed_;
  event_names const* names_;
  scratch<backing_of_term> backing_;
  bool has_gaps_ = false;
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
