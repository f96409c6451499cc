// SPDX-License-Identifier: BSL-1.0
//
// conflicting-commitments, marketing / fulfilment: terms of one debtor that cannot all be met; a
// loss that two bear; an incentive that can override what is promised.
#pragma once

#include "lupaus/check/analysis/conflicts.hpp"
#include "lupaus/check/analysis/goods/shared_losses.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Calls `f(id, commitment)` for the other duties of that debtor for that thing that are in
/// conflict with any.
template <class F>
void for_each_in_conflict(model_analysis& analysis, commitment_id i, F&& f) {
  auto const& m = analysis.model();
  joint_conditions conditions{m, analysis.graph()};
  for (auto k : m.commitments.ids()) {
    auto const& other = m.commitments[k];
    if (k == i || !are_rivals(m, m.commitments[i], other)) continue;
    auto in_conflict = false;
    for (auto const& any : m.commitments)
      in_conflict = in_conflict || conflict(m, conditions, other, any);
    if (in_conflict) f(k, other);
  }
}

/// One finding a debtor, part and quality, then one a part whose loss two bear, then one an
/// incentive. Time as of `for_each_conflict`, `shared_losses` and `find_overridden`.
constexpr void find_conflicting_commitments(model_analysis& analysis, gap const& what,
                                            finding_sink& sink) {
  auto const& m = analysis.model();
  auto const tell = [&](commitment_id i, element other) {
    sink(finding{.what = &what,
                 .where = i,
                 .other = other,
                 .part = m.commitments[i].about,
                 .accountable = m.seller,
                 .performing = m.commitments[i].debtor});
  };
  for_each_conflict(m, analysis.work(), tell);
  if (m.risks.size() > 1)
    shared_losses{analysis}.for_each([&](part_id p, shared_loss const& x) {
      sink(finding{.what = &what,
                   .where = p,
                   .part = p,
                   .accountable = m.seller,
                   .performing = m.risks[x.other].bearer});
    });
  auto some = false;
  for (auto const& c : m.commitments) some = some || is_incentive(m, c);
  if (!some) return;
  scratch<element> first{m.commitments.size()};
  find_overridden(m, analysis.work(), first);
  for (auto i : m.commitments.ids())
    if (first[i.index()]) tell(i, first[i.index()]);
}

/// The two that bear the loss of the finding.
inline shared_loss shared_loss_of(model_analysis& analysis, finding const& f) {
  shared_loss found;
  shared_losses{analysis}.for_each([&](part_id p, shared_loss const& x) {
    if (f.where == p) found = x;
  });
  return found;
}

inline void evidence_of_conflicting_commitments(model_analysis& analysis, finding const& f,
                                                std::vector<element>& seen) {
  auto const& m = analysis.model();
  if (f.where.kind == element_kind::part) {
    seen.push_back(f.where);
    auto const x = shared_loss_of(analysis, f);
    if (x.one) seen.insert(seen.end(), {element{x.one}, element{x.other}});
    return;
  }
  auto const i = static_cast<commitment_id>(f.where);
  seen.push_back(i);
  if (is_incentive(m, m.commitments[i]))
    for_each_overridden(m, m.commitments[i], [&](element e) { seen.push_back(e); });
  else
    for_each_in_conflict(analysis, i,
                         [&](commitment_id k, commitment const&) { seen.push_back(k); });
}

LUPAUS_COLD inline explanation explain_conflicting_commitments(model_analysis& analysis,
                                                               finding const& f) {
  auto const& m = analysis.model();
  if (f.where.kind == element_kind::part) {
    auto const x = shared_loss_of(analysis, f);
    if (!x.one) return {};  // the work has ended
    sentences of{m};
    of.with("one", the(m, m.risks[x.one].bearer)).with("other", the(m, m.risks[x.other].bearer));
    of.with("part", the(m, f.part));
    return {.what = of("{one} and {other} both bear the loss of {part}, and neither covers the "
                       "other."),
            .where = heading_of(m, f.part),
            .why = of("When {part} is lost, both have to make it good, or each points to the "
                      "other."),
            .mend = of("{one} or {other} bears it no more, or covers the other for it."),
            .evidence = {}};
  }
  auto const i = static_cast<commitment_id>(f.where);
  auto const& c = m.commitments[i];
  sentences say{m};
  say.with("who", the(m, c.debtor)).with("part", the(m, c.about));
  explanation x;
  x.where = heading_of(m, c.about) + ", at " + name_of(m, c.debtor);
  if (is_incentive(m, c)) {
    say.with("creditor", the(m, c.creditor));
    say.with("quality", "'" + std::string{c.overrides->name} + "'");
    auto const interest = "'" + std::string{c.interest} + "'";
    say.with("interest", interest);
    say.with("something", c.interest.empty() ? "something that" : interest + ", which");
    if (!c.interest.empty()) x.where += ", for " + std::string{c.interest};
    x.what =
        say("{who} commits to {creditor} on {something} can override what is promised of {part}: "
            "{quality}.");
    x.why =
        say("{quality} of {part} is claimed or committed. {Who} has a duty to {creditor} that "
            "pulls the "
            "other way, and nothing says which of the two yields.");
    x.mend =
        c.interest.empty()
            ? say("{who} commits to {creditor} on nothing any more that overrides {quality} of "
                  "{part}.")
            : say("{who} commits to {creditor} no more on {interest}; or owes it only where "
                  "{quality} of {part} is kept.");
    return x;
  }
  std::vector<std::string> terms{"'" + phrase(m, c.consequent) + "'"}, owing{the(m, c.debtor)};
  for_each_in_conflict(analysis, i, [&](commitment_id, commitment const& other) {
    terms.push_back("'" + phrase(m, other.consequent) + "'");
    add_new(owing, the(m, other.debtor));
  });
  say.with("owing", listed(owing)).with("terms", listed(terms));
  say.with("firm", the(m, firm_of(m, c.debtor)));
  x.what = say(by_number(owing.size(),
                         "{owing} commits to {part} on terms that cannot all be met: {terms}.",
                         "{owing} commit to {part} on terms that cannot all be met: {terms}."));
  x.why = "No single performance keeps them all. Whoever is owed the one that yields is let down.";
  x.mend = say("{firm} commits to one of them, and withdraws what cannot be met with it.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap conflicting_commitments{
    .id = "conflicting-commitments",
    .severity = severity::error,
    .between = boundary::marketing_fulfilment,
    .service = service_gap::specification_delivery,
    .words = detail::explain_conflicting_commitments,
    .rests_on = detail::evidence_of_conflicting_commitments,
    .find = detail::find_conflicting_commitments};
}

namespace checks {
inline constexpr check_for<gaps::conflicting_commitments> conflicting_commitments{};
}

/// The gap as a type, in the user's words.
template <class Debtor, class Part>
struct conflicting_commitments {};

namespace detail {
template <>
struct gap_type<gaps::conflicting_commitments> {
  template <class Words>
  using in = conflicting_commitments<its_performer_in<Words>, its_part_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Debtor, class Part>
inline constexpr bool the_duties_can_all_be_met = false;
template <class Debtor, class Part>
constexpr bool explain(conflicting_commitments<Debtor, Part>*) {
  static_assert(
      the_duties_can_all_be_met<Debtor, Part>,
      "lupaus: one debtor can meet all his duties. Here two exclude each other, two bear one loss, "
      "or an incentive can override what was promised. To mend: take out one "
      "`debtor.commits_to(creditor, part, term)`, `party.bears(loss)` or `.overrides(term)`.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
