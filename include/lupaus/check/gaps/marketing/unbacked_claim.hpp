// SPDX-License-Identifier: BSL-1.0
//
// unbacked-claim, marketing / fulfilment: a claim bound to a term of a quality that neither the
// seller nor the claimant itself commits anything of.
#pragma once

#include "lupaus/check/analysis/claims.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/gaps/marketing/disowned_part.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// One finding a claim, however many of its terms are unbacked. O(parts + commitments), and for
/// each claim the commitments that stand for its part.
constexpr void find_unbacked_claim(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  auto const& backed = analysis.backed();
  if (!backed.has_gaps()) return;
  for (auto i : m.claims.ids()) {
    auto const& c = m.claims[i];
    if (backed.is(c, backing_of_term::none))
      sink(finding{.what = &what,
                   .where = i,
                   .other = c.claimant,
                   .part = c.about,
                   .accountable = m.seller,
                   .performing = m.parts[c.about].performer});
  }
}

inline void evidence_of_unbacked_claim(model_view const& m, finding const& f,
                                       std::vector<element>& seen) {
  auto const about = m.claims[static_cast<claim_id>(f.where)].about;
  seen.push_back(f.where);
  for (auto k : m.commitments.ids())
    if (m.commitments[k].about == about) seen.push_back(k);
}

LUPAUS_COLD inline explanation explain_unbacked_claim(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  std::vector<std::string> unbacked;
  for_each_term(m, c, [&](term const& t) {
    if (!is_backed(m, c.about, t.quality, c.claimant)) unbacked.push_back(full_phrase(m, t));
  });
  sentences say{m};
  say.with("part", the(m, c.about)).with("claimant", the(m, c.claimant));
  say.with("terms", listed(unbacked));
  explanation x;
  x.what = say(c.implied ? "nobody has committed to what {customer} is let to understand: {terms}."
                         : "nobody has committed to what {customer} is told: {terms}.");
  x.where = place_of(m, c);
  say.with("claims", c.implied ? "implies" : "claims");
  say.with("claiming", c.implied ? "implying" : "claiming");
  auto const is_shops = is_sellers(m, c.claimant);
  x.why = say(
      is_shops ? "{claimant} {claims} it of {part}, and no commitment of {shop} to {customer} on "
                 "that part has that quality. She expects what nobody intends."
               : "{claimant} {claims} it of {part}, and no commitment of {shop} or {claimant} to "
                 "{customer} on that part has that quality. She expects what nobody intends.");
  x.mend = say(
      is_shops
          ? "{shop} commits to {customer}, for {part}: {terms}; or {claimant} stops {claiming} it."
          : "{shop} or {claimant} commits to {customer}, for {part}: {terms}; or {claimant} stops "
            "{claiming} it.");
  return x;
}

inline constexpr gap_cause causes_of_unbacked_claim[] = {
    {&gaps::disowned_part, anything, anything, on_disowned_part}};

}  // namespace detail

namespace gaps {
inline constexpr gap unbacked_claim{.id = "unbacked-claim",
                                    .severity = severity::error,
                                    .between = boundary::marketing_fulfilment,
                                    .service = service_gap::delivery_communication,
                                    .words = detail::explain_unbacked_claim,
                                    .rests_on = detail::evidence_of_unbacked_claim,
                                    .find = detail::find_unbacked_claim,
                                    .follows_from = detail::causes_of_unbacked_claim};
}

namespace checks {
inline constexpr check_for<gaps::unbacked_claim> unbacked_claim{};
}

/// The gap as a type, in the user's words.
template <class Claimant, class Part>
struct unbacked_claim {};

namespace detail {
template <>
struct gap_type<gaps::unbacked_claim> {
  template <class Words>
  using in = unbacked_claim<its_other_in<Words>, its_part_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Claimant, class Part>
inline constexpr bool the_seller_commits_to_the_claim_on = false;
template <class Claimant, class Part>
constexpr bool explain(unbacked_claim<Claimant, Part>*) {
  static_assert(
      the_seller_commits_to_the_claim_on<Claimant, Part>,
      "lupaus: what is claimed is committed to. Here the page claims it, and no commitment "
      "of the seller to the customer on that part has that quality. To mend: "
      "`seller.commits(part, term)` in fulfilment, or take out the claim.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
