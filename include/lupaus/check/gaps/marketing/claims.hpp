// SPDX-License-Identifier: BSL-1.0
//
// marketing / fulfilment: what is claimed, and who answers for it.
//   disowned-part    a leaf part whose answerable party is declared other than the seller
//   unbacked-claim   a claim bound to a term of a quality that the seller commits nothing of
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/model/element_text.hpp"

namespace lupaus::inline v0 {

/// True when the commitment is the seller's to the customer, stands for the part (it is on the
/// part, or on a composite that holds it, where the quality carries over), and has the quality.
constexpr bool backs(model_view const& m, commitment const& c, part_id about,
                     quality_type const* quality) {
  if (c.creditor != m.customer || !is_sellers(m, c.debtor) || c.overrides) return false;
  if (c.consequent.quality != quality) return false;
  return c.about == about || (quality->covers_parts && is_within(m, about, c.about));
}

/// True when some commitment of the seller to the customer has the quality. O(commitments).
constexpr bool is_backed(model_view const& m, part_id about, quality_type const* quality) {
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
  constexpr bool back(part_id about, quality_type const* quality) const {
    for (auto p = about; p; p = m_->parts[p].within)
      for (auto const i : on_[p])
        if (backs(*m_, m_->commitments[i], about, quality)) return true;
    return false;
  }
  /// Calls `f(id)` for each of those, in their order.
  template <class F>
  constexpr void for_each(part_id about, quality_type const* quality, F&& f) const {
    std::size_t depth = 0, n = 0;
    for (auto p = about; p; p = m_->parts[p].within) ++depth;
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

inline void evidence_of_disowned_part(model_view const& m, finding const& f,
                                      std::vector<element>& seen) {
  seen.insert(seen.end(), {f.part, answerable_for(m, f.part)});
  for (auto i : m.claims.ids())
    if (m.claims[i].about == f.part) seen.push_back(i);
  for (auto i : m.commitments.ids())
    if (m.commitments[i].about == f.part) seen.push_back(i);
}

inline explanation explain_disowned_part(model_view const& m, finding const& f) {
  auto const part = the(m, f.part), shop = the(m, m.seller);
  auto const other = the(m, answerable_for(m, f.part));
  explanation x;
  x.what =
      sentence(shop + " sells " + part + " as a part of the whole, and does not answer for it.");
  x.where = name_of(m, f.part) + ", part of '" + name_of(m, whole) + "'";
  x.why = sentence(the(m, m.customer) + " buys one product from " + shop + ". The terms make " +
                   other + " answer for " + part +
                   ", with whom she has no agreement: when it fails, nobody owes her anything.");
  x.mend = sentence(shop + " answers to " + the(m, m.customer) + " for " + part) +
           (f.performing && !is_sellers(m, f.performing)
                ? ", and keeps its recourse against " + the(m, f.performing)
                : "") +
           ".";
  return x;
}

inline void evidence_of_unbacked_claim(model_view const& m, finding const& f,
                                       std::vector<element>& seen) {
  auto const about = m.claims[static_cast<claim_id>(f.where)].about;
  seen.push_back(f.where);
  for (auto k : m.commitments.ids())
    if (m.commitments[k].about == about) seen.push_back(k);
}

inline explanation explain_unbacked_claim(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  std::vector<std::string> unbacked;
  for_each_term(m, c, [&](term const& t) {
    if (!is_backed(m, c.about, t.quality)) unbacked.push_back(full_phrase(m, t));
  });
  auto const shop = the(m, m.seller), part = the(m, c.about), her = the(m, m.customer);
  explanation x;
  x.what = "Nobody has committed to what " + her +
           (c.implied ? " is let to understand: " : " is told: ") + listed(unbacked) + ".";
  x.where = place_of(m, c);
  x.why = sentence(the(m, c.claimant) + (c.implied ? " implies" : " claims") + " it of " + part +
                   ", and no commitment of " + shop + " to " + her +
                   " on that part has that quality. She expects what nobody intends.");
  x.mend =
      sentence(shop + " commits to " + her + ", for " + part + ": " + listed(unbacked) + "; or " +
               the(m, c.claimant) + " stops " + (c.implied ? "implying it." : "claiming it."));
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap disowned_part{"disowned-part",
                                   severity::error,
                                   boundary::marketing_fulfilment,
                                   service_gap::delivery_communication,
                                   detail::explain_disowned_part,
                                   detail::evidence_of_disowned_part};
inline constexpr gap unbacked_claim{"unbacked-claim",
                                    severity::error,
                                    boundary::marketing_fulfilment,
                                    service_gap::delivery_communication,
                                    detail::explain_unbacked_claim,
                                    detail::evidence_of_unbacked_claim};
}  // namespace gaps

namespace checks {

/// O(parts).
inline constexpr struct disowned_part_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    for (auto p : m.parts.ids()) {
      auto const& part = m.parts[p];
      if (is_leaf(part) && !is_sellers(m, answerable_for(m, p)))
        sink(finding{.what = &gaps::disowned_part,
                     .where = p,
                     .other = answerable_for(m, p),
                     .part = p,
                     .accountable = m.seller,
                     .performing = part.performer});
    }
  }
} disowned_part{};

/// One finding a claim, however many of its terms are unbacked. O(parts + commitments), and for
/// each claim the commitments that stand for its part.
inline constexpr struct unbacked_claim_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    if (m.claims.empty()) return;
    detail::seller_commitments const committed{m};
    for (auto i : m.claims.ids()) {
      auto const& c = m.claims[i];
      auto unbacked = false;
      for_each_term(m, c, [&](term const& t) { unbacked |= !committed.back(c.about, t.quality); });
      if (unbacked)
        sink(finding{.what = &gaps::unbacked_claim,
                     .where = i,
                     .other = c.claimant,
                     .part = c.about,
                     .accountable = m.seller,
                     .performing = m.parts[c.about].performer});
    }
  }
} unbacked_claim{};

}  // namespace checks

}  // namespace lupaus::inline v0
