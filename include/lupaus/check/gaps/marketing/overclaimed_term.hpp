// SPDX-License-Identifier: BSL-1.0
//
// overclaimed-term, marketing / fulfilment: the seller or the claimant itself commits something of
// that quality, but nothing as strong.
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
#include "lupaus/model/terms/qualities.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// How far the commitments behind a claimed term go.
struct backing {
  commitment_id strongest = {};  ///< none: the quality is not backed at all
  bool is_enough = false;
};

/// By how much the commitment may run past the claim; 0 where the two are no lengths of time, or
/// where the longer one is the stronger, as of a time to cancel in.
constexpr seconds_t shortfall(term const& committed, term const& claimed) {
  if (committed.anchor != claimed.anchor || !is_length(committed.limit) ||
      !is_length(claimed.limit) || committed.quality == &quality_of<cancellable>)
    return 0;
  return overrun(length_of(committed.limit), length_of(claimed.limit));
}

/// True when the first of two commitments goes further towards the claim. One that can be compared
/// with it goes before one that is counted from another event, or that is a date beside lengths.
/// Each by the one name of the event that it is counted from.
constexpr bool is_nearer(term const& a, term const& b, term const& claimed) {
  auto const compares = [&](term const& t) {
    return t.anchor == claimed.anchor && is_length(t.limit) == is_length(claimed.limit);
  };
  if (compares(a) != compares(b)) return compares(a);
  auto const x = shortfall(a, claimed), y = shortfall(b, claimed);
  return x == y ? entails(a, b) : x < y;
}

/// Takes in one more commitment that backs the claimed term.
constexpr void add_backing(model_view const& m, event_names const& names, commitment_id i,
                           term const& claimed, backing& b) {
  auto const t = names(m.commitments[i].consequent);
  b.is_enough = b.is_enough || entails(t, claimed);
  if (!b.strongest || is_nearer(t, names(m.commitments[b.strongest].consequent), claimed))
    b.strongest = i;
}

constexpr backing backing_of(model_view const& m, claim const& c, term const& claimed) {
  event_names const names{m};
  backing b;
  for (auto i : m.commitments.ids())
    if (backs(m, m.commitments[i], c.about, claimed.quality, c.claimant))
      add_backing(m, names, i, names(claimed), b);
  return b;
}

/// The same of rows, and in no order: how far the strongest goes is the same.
constexpr backing backing_of(model_view const& m, backed_terms const& backed, claim const& c,
                             term const& claimed) {
  auto const& names = backed.names();
  backing b;
  backed.committed().has(c.about, claimed.quality, c.claimant, [&](commitment_id i) {
    add_backing(m, names, i, names(claimed), b);
    return false;
  });
  return b;
}

/// True when something is committed, and nothing as strong as the claim.
constexpr bool is_overclaimed(backing const& b) { return b.strongest && !b.is_enough; }

/// One finding a claim, with the largest shortfall of its terms. O(parts + commitments), and for
/// each claim the commitments that stand for its part.
constexpr void find_overclaimed_term(model_analysis& analysis, gap const& what,
                                     finding_sink& sink) {
  auto const& m = analysis.model();
  auto const& backed = analysis.backed();
  if (!backed.has_gaps()) return;
  for (auto i : m.claims.ids()) {
    if (!backed.is(m.claims[i], backing_of_term::too_weak)) continue;
    auto f = claim_finding(what, m, i);
    for_each_term(m, m.claims[i], [&](term const& t) {
      auto const b = backing_of(m, backed, m.claims[i], t);
      auto const& names = backed.names();
      if (is_overclaimed(b))
        f.late_by = (std::max)(f.late_by,
                               shortfall(names(m.commitments[b.strongest].consequent), names(t)));
    });
    sink(f);
  }
}

inline void evidence_of_overclaimed_term(model_view const& m, finding const& f,
                                         std::vector<element>& seen) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  seen.push_back(f.where);
  for_each_term(m, c, [&](term const& t) {
    auto const b = backing_of(m, c, t);
    if (is_overclaimed(b)) seen.push_back(b.strongest);
  });
}

LUPAUS_COLD inline explanation explain_overclaimed_term(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  std::vector<std::string> claimed, committed;
  party_id debtor;
  for_each_term(m, c, [&](term const& t) {
    auto const b = backing_of(m, c, t);
    if (!is_overclaimed(b)) return;
    claimed.push_back("'" + full_phrase(m, t) + "'");
    debtor = firm_of(m, m.commitments[b.strongest].debtor);
    committed.push_back("'" + full_phrase(m, m.commitments[b.strongest].consequent) + "'");
  });
  sentences say{m};
  say.with("part", the(m, c.about)).with("claimant", the(m, c.claimant));
  say.with("firm", the(m, debtor));
  say.with("claimed", listed(claimed)).with("committed", listed(committed));
  say.with("is told", c.implied ? "is let to understand" : "is told");
  say.with("claims", c.implied ? "implies" : "claims");
  say.with("late by", in_hours(f.late_by));
  explanation x;
  x.what = say("{customer} {is told} {claimed}, and {firm} commits no more than {committed}.");
  x.where = place_of(m, c);
  x.why = say(f.late_by > 0
                  ? "{claimant} {claims} of {part} more than {firm} has committed to. {Firm} can "
                    "keep its word to the letter and still be {late by} later than {customer} was "
                    "told."
                  : "{claimant} {claims} of {part} more than {firm} has committed to. {Firm} can "
                    "keep its word to the letter, and {customer} still does not get what she was "
                    "told.");
  x.mend =
      say("{firm} commits to {customer}, for {part}: {claimed}; or {claimant} claims no more than "
          "{committed}.");
  return x;
}

inline constexpr gap_cause causes_of_overclaimed_term[] = {
    {&gaps::disowned_part, anything, anything, on_disowned_part}};

}  // namespace detail

namespace gaps {
inline constexpr gap overclaimed_term{.id = "overclaimed-term",
                                      .severity = severity::error,
                                      .between = boundary::marketing_fulfilment,
                                      .service = service_gap::delivery_communication,
                                      .words = detail::explain_overclaimed_term,
                                      .rests_on = detail::evidence_of_overclaimed_term,
                                      .find = detail::find_overclaimed_term,
                                      .follows_from = detail::causes_of_overclaimed_term};
}

namespace checks {
inline constexpr check_for<gaps::overclaimed_term> overclaimed_term{};
}

/// The gap as a type, in the user's words.
template <class Claimant, class Part>
struct overclaimed_term {};

namespace detail {
template <>
struct gap_type<gaps::overclaimed_term> {
  template <class Words>
  using in = overclaimed_term<its_other_in<Words>, its_part_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Claimant, class Part>
inline constexpr bool the_seller_commits_as_much_as_the_claim_on = false;
template <class Claimant, class Part>
constexpr bool explain(overclaimed_term<Claimant, Part>*) {
  static_assert(the_seller_commits_as_much_as_the_claim_on<Claimant, Part>,
                "lupaus: what is claimed is committed to, in full. Here the seller commits "
                "something of that quality, and nothing as strong. To mend: `seller.commits(part, "
                "term)` with the term of the claim, or `claimant.claims(part, term)` with "
                "that of the seller.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
