// SPDX-License-Identifier: BSL-1.0
//
// unperformed-commitment, fulfilment / delivery: the seller owes a part, and no chain reaches who
// performs it; or nobody is committed to hand a good to her.
#pragma once

#include "lupaus/check/analysis/claims.hpp"
#include "lupaus/check/analysis/delegation.hpp"
#include "lupaus/check/analysis/goods/hand_overs.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/gaps/delivery/cyclic_delegation.hpp"
#include "lupaus/check/gaps/delivery/missing_enabler.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Calls `f(capability)`, for each once, for what the part lacks.
template <class F>
void for_each_lack(model_view const& m, part_id p, F&& f) {
  flags known{m.capabilities.size()};
  for_each_lacking(m, p, [&](capability_id c, commitment_id) {
    if (!known[c.index()]) f(c);
    known[c.index()] = true;
  });
}

/// One finding a leaf part. O(parts + commitments + requirements), and for each part the chain from
/// its performer back to the seller, and what rests on capabilities that nobody provides.
constexpr void find_unperformed_commitment(model_analysis& analysis, gap const& what,
                                           finding_sink& sink) {
  auto const& m = analysis.model();
  passed_on_parts passed_on{m};
  flags owed{m.parts.size()}, provided{m.capabilities.size()};
  for (auto const& c : m.commitments)
    if (is_sellers_word(m, c)) owed[c.about.index()] = true;
  find_provided(m, provided);
  auto const has_requirements = !m.requirements.empty();
  rows_by<part_id, party_id> const lacking{has_requirements ? m.parts.size() : 0, [&](auto&& f) {
                                             for (auto const& r : m.requirements) {
                                               auto const& c = m.commitments[r.of];
                                               if (!c.overrides && !provided[r.on.index()])
                                                 f(c.about, c.debtor);
                                             }
                                           }};
  hand_overs handed_over{analysis};
  for (auto p : m.parts.ids()) {
    if (!is_leaf(m.parts[p]) || is_hers(m, p)) continue;
    auto is_owed = is_sellers(m, answerable_for(m, p)), is_lacking = false;
    for (auto outer = p; outer && !is_owed; outer = outer_of(m, outer))
      is_owed = owed[outer.index()];
    if (!is_owed) continue;
    for (auto outer = p; has_requirements && outer && !is_lacking; outer = outer_of(m, outer))
      for (auto const debtor : lacking[outer])
        is_lacking =
            is_lacking || is_sellers(m, debtor) || same_firm(m, debtor, m.parts[p].performer);
    if (is_lacking || !passed_on.reach_performer(p) || handed_over.is_left_to_nobody(p))
      sink(finding{.what = &what,
                   .where = p,
                   .part = p,
                   .accountable = m.seller,
                   .performing = m.parts[p].performer});
  }
}

inline void evidence_of_unperformed_commitment(model_analysis& analysis, finding const& f,
                                               std::vector<element>& seen) {
  auto const& m = analysis.model();
  seen.push_back(f.part);
  for (auto i : m.commitments.ids())
    if (!m.commitments[i].overrides && is_within(m, f.part, m.commitments[i].about))
      seen.push_back(i);
  if (!is_passed_on_to_performer(m, f.part)) return;
  for_each_lack(m, f.part, [&](capability_id c) { seen.push_back(c); });
  hand_overs handed_over{analysis};
  if (handed_over.is_left_to_nobody(f.part))
    for (auto const e : handed_over.of(f.part)) seen.push_back(e);
}

LUPAUS_COLD inline explanation explain_unperformed_commitment(model_analysis& analysis,
                                                              finding const& f) {
  auto const& m = analysis.model();
  auto const who = m.parts[f.part].performer;
  sentences say{m};
  say.with("part", the(m, f.part)).with("who", the(m, who));
  explanation x;
  x.where = name_of(m, f.part);
  hand_overs handed_over{analysis};
  auto lacks_something = false;
  for_each_lack(m, f.part, [&](capability_id) { lacks_something = true; });
  if (is_passed_on_to_performer(m, f.part) && !lacks_something &&
      handed_over.is_left_to_nobody(f.part)) {
    auto const e = *handed_over.of(f.part).begin();
    auto const by = *analysis.word().by(e).begin();
    say.with("event", "'" + name_of(m, e) + "'").with("by", the(m, by));
    x.what = say("{shop} sells {part} to {customer}, and nobody is committed to hand it to her.");
    x.why = say(
        "It goes to her by {event}, which is an act of {by}. {By} has committed to nothing that "
        "brings it about: when it does not happen, no contract is broken.");
    x.mend = say("{by} commits to {shop} to bring {event} about; or {shop} does it itself.");
  } else if (is_passed_on_to_performer(m, f.part)) {
    std::vector<std::string> lacking;
    for_each_lack(m, f.part, [&](capability_id c) {
      lacking.push_back("'" + std::string{m.capabilities[c].name} + "'");
    });
    say.with("lacking", listed(lacking));
    x.what =
        say("{shop} commits to {part}, and whoever performs it lacks what it takes: {lacking}.");
    x.why = "What is owed rests on it. Without it, whoever comes cannot do the work.";
    x.mend = say("somebody provides {lacking}; or {shop} does not promise {part}.");
  } else if (!who) {
    x.what = say("{shop} commits to {part}, and nobody performs it.");
    x.why =
        "No subcontract passes it on, no own capability stands behind it, and no performer is "
        "declared.";
    x.mend = say("somebody commits to {shop}, for {part}; or {shop} can do it itself.");
  } else {
    x.what = say(
        "{shop} commits to {part}, and no chain of subcontracts leads from {shop} to {who}, who is "
        "to perform it.");
    x.why = say(who == m.customer
                    ? "{shop} has promised it to {who}, and leaves it to her."
                    : "{who} commits to it neither to {shop} nor to anybody whom {shop} has "
                      "contracted for it: when it is not done, no contract is broken.");
    x.mend =
        say(who == m.customer
                ? "{shop} performs {part}, or whom it has contracted; or it does not promise it."
                : "{who} commits to {shop}, for {part}, or to somebody whom {shop} has "
                  "contracted for it; or {shop} performs it itself.");
  }
  return x;
}

/// Nobody performs the part because those who pass it on pass it on to each other.
inline bool because_of_cycle(model_analysis& a, finding const& cause, finding const& effect) {
  auto& work = a.work_on_parts();
  auto const first = static_cast<party_id>(cause.where);
  return !work.reaches_performer(effect.part) && work.share_ring(cause.part, effect.part, first) &&
         work.reaches(effect.part, first);
}

/// Whoever performs the part is there, and lacks this capability.
inline bool for_want_of(model_analysis& a, finding const& cause, finding const& effect) {
  auto& work = a.work_on_parts();
  return work.reaches_performer(effect.part) &&
         work.lacks(effect.part, static_cast<capability_id>(cause.where));
}

inline constexpr gap_cause causes_of_unperformed_commitment[] = {
    {&gaps::cyclic_delegation, anything, anything, because_of_cycle},
    {&gaps::missing_enabler, anything, anything, for_want_of}};

}  // namespace detail

namespace gaps {
inline constexpr gap unperformed_commitment{
    .id = "unperformed-commitment",
    .severity = severity::error,
    .between = boundary::fulfilment_delivery,
    .service = service_gap::specification_delivery,
    .words = detail::explain_unperformed_commitment,
    .rests_on = detail::evidence_of_unperformed_commitment,
    .find = detail::find_unperformed_commitment,
    .follows_from = detail::causes_of_unperformed_commitment};
}

namespace checks {
inline constexpr check_for<gaps::unperformed_commitment> unperformed_commitment{};
}

/// The gap as a type, in the user's words.
template <class Part>
struct unperformed_commitment {};

namespace detail {
template <>
struct gap_type<gaps::unperformed_commitment> {
  template <class Words>
  using in = unperformed_commitment<its_part_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Part>
inline constexpr bool somebody_performs = false;
template <class Part>
constexpr bool explain(unperformed_commitment<Part>*) {
  static_assert(
      somebody_performs<Part>,
      "lupaus: what the seller owes is performed by somebody under contract. Here no chain of "
      "subcontracts and no own ability leads to the part. To mend: `party.commits_to(seller, part, "
      "term)`, or `seller.can_do(part, time)`, or `department.performs(part)`.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
