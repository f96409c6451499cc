// SPDX-License-Identifier: BSL-1.0
//
// unmandated-claim, marketing / fulfilment: a claim by somebody who cannot bind the seller.
#pragma once

#include "lupaus/check/analysis/claims.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// O(claims).
constexpr void find_unmandated_claim(model_analysis& analysis, gap const& what,
                                     finding_sink& sink) {
  auto const& m = analysis.model();
  for (auto i : m.claims.ids())
    if (!m.parties[m.claims[i].claimant].has_mandate) sink(claim_finding(what, m, i));
}

inline void evidence_of_unmandated_claim(model_view const& m, finding const& f,
                                         std::vector<element>& seen) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  seen.insert(seen.end(), {f.where, c.claimant});
}

LUPAUS_COLD inline explanation explain_unmandated_claim(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  auto const who = the(m, c.claimant), shop = the(m, m.seller);
  explanation x;
  x.what = sentence(who + (c.implied ? " implies" : " claims") + " what it cannot bind " + shop +
                    " to.");
  x.where = place_of(m, c);
  x.why =
      sentence(the(m, m.customer) + " takes it for a promise of " + shop + ". " + sentence(who) +
               " has no mandate, so " + shop + " may say that it has promised nothing.");
  x.mend =
      sentence(shop + " gives " + who + " a mandate for what it claims, or makes the claim " +
               "itself; or " + who + " stops " + (c.implied ? "implying" : "claiming") + " it.");
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
}  // namespace detail

}  // namespace lupaus::inline v0
