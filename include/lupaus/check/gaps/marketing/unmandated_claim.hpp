// SPDX-License-Identifier: BSL-1.0
//
// unmandated-claim, marketing / fulfilment: a claim by somebody who cannot bind the seller, and
// does not bind itself either.
#pragma once

#include "lupaus/check/analysis/claims.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// True when the claimant commits itself to the customer to every quality that it claims: how
/// strongly is another gap.
constexpr bool is_its_own_word(model_view const& m, commitments_to_her const& committed,
                               claim const& c) {
  auto is_own = c.terms > 0;
  for_each_term(m, c, [&](term const& t) {
    is_own = is_own && committed.has(c.about, t.quality, [&](commitment_id i) {
      return m.commitments[i].debtor == c.claimant;
    });
  });
  return is_own;
}

/// O(claims), and for the claims of those without a mandate the commitments that stand for their
/// parts.
constexpr void find_unmandated_claim(model_analysis& analysis, gap const& what,
                                     finding_sink& sink) {
  auto const& m = analysis.model();
  for (auto i : m.claims.ids())
    if (!m.parties[m.claims[i].claimant].has_mandate &&
        !is_its_own_word(m, analysis.backed().committed(), m.claims[i]))
      sink(claim_finding(what, m, i));
}

inline void evidence_of_unmandated_claim(model_view const& m, finding const& f,
                                         std::vector<element>& seen) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  seen.insert(seen.end(), {f.where, c.claimant});
}

LUPAUS_COLD inline explanation explain_unmandated_claim(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  sentences say{m};
  say.with("who", the(m, c.claimant)).with("claims", c.implied ? "implies" : "claims");
  say.with("claiming", c.implied ? "implying" : "claiming");
  explanation x;
  x.what = say("{who} {claims} what it cannot bind {shop} to.");
  x.where = place_of(m, c);
  x.why =
      say("{customer} takes it for a promise of {shop}. {Who} has no mandate, so {shop} may say "
          "that it "
          "has promised nothing.");
  x.mend = say(
      "{who} has a mandate from now on; or {shop} {claims} it itself; or {who} stops {claiming} "
      "it.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap unmandated_claim{.id = "unmandated-claim",
                                      .severity = severity::error,
                                      .between = boundary::marketing_fulfilment,
                                      .service = service_gap::delivery_communication,
                                      .words = detail::explain_unmandated_claim,
                                      .rests_on = detail::evidence_of_unmandated_claim,
                                      .find = detail::find_unmandated_claim};
}

namespace checks {
inline constexpr check_for<gaps::unmandated_claim> unmandated_claim{};
}

/// The gap as a type, in the user's words.
template <class Claimant, class Part>
struct unmandated_claim {};

namespace detail {
template <>
struct gap_type<gaps::unmandated_claim> {
  template <class Words>
  using in = unmandated_claim<its_other_in<Words>, its_part_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Claimant, class Part>
inline constexpr bool the_claim_binds_the_seller = false;
template <class Claimant, class Part>
constexpr bool explain(unmandated_claim<Claimant, Part>*) {
  static_assert(the_claim_binds_the_seller<Claimant, Part>,
                "lupaus: who claims can bind the seller. Here the claimant has no mandate. To "
                "mend: `claimant.has_mandate()` in marketing, or let a department claim it.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
