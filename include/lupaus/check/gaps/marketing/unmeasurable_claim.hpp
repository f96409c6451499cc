// SPDX-License-Identifier: BSL-1.0
//
// unmeasurable-claim, marketing / fulfilment: a claim ("luxury") that is bound to no term.
#pragma once

#include "lupaus/check/analysis/claims.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// O(claims).
constexpr void find_unmeasurable_claim(model_analysis& analysis, gap const& what,
                                       finding_sink& sink) {
  auto const& m = analysis.model();
  for (auto i : m.claims.ids())
    if (m.claims[i].terms == 0) sink(claim_finding(what, m, i));
}

inline void evidence_of_unmeasurable_claim(model_view const&, finding const& f,
                                           std::vector<element>& seen) {
  seen.push_back(f.where);
}

LUPAUS_COLD inline explanation explain_unmeasurable_claim(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  sentences say{m};
  say.with("words", c.words.empty() ? "the claim" : "\"" + std::string{c.words} + "\"");
  say.with("claimant", the(m, c.claimant)).with("claims", c.implied ? "implies" : "claims");
  explanation x;
  x.what = say("{words} is bound to no term: nobody can say when it is broken.");
  x.where = place_of(m, c);
  x.why =
      say("{customer} expects something when she reads it. As long as {shop} has not said what, it "
          "cannot be kept, performed or measured.");
  x.mend =
      say("{claimant} {claims} with {words} a term that can be kept or broken; or it stops saying "
          "it.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap unmeasurable_claim{.id = "unmeasurable-claim",
                                        .severity = severity::warning,
                                        .between = boundary::marketing_fulfilment,
                                        .service = service_gap::delivery_communication,
                                        .words = detail::explain_unmeasurable_claim,
                                        .rests_on = detail::evidence_of_unmeasurable_claim,
                                        .find = detail::find_unmeasurable_claim};
}

namespace checks {
inline constexpr check_for<gaps::unmeasurable_claim> unmeasurable_claim{};
}

}  // namespace lupaus::inline v0
