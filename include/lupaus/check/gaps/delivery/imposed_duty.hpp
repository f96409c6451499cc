// SPDX-License-Identifier: BSL-1.0
//
// imposed-duty, fulfilment / delivery: a rule lays a duty on a party that never committed to it.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// An agent can promise only its own behaviour (Burgess, "Voluntary Cooperation in Pervasive
/// Computing Services", LISA 2005). O(parts + parties + commitments + rules · log commitments).
constexpr void find_imposed_duty(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  if (m.rules.empty()) return;
  auto const& in_vain = analysis.owed_in_vain();
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    if (!in_vain.contain(i) || r.debtor == m.customer) continue;
    sink(finding{.what = &what,
                 .where = i,
                 .other = r.debtor,
                 .part = r.object ? r.object : m.events[r.on].of,
                 .accountable = m.seller,
                 .performing = r.debtor});
  }
}

inline void evidence_of_imposed_duty(model_view const& m, finding const& f,
                                     std::vector<element>& seen) {
  auto const debtor = m.rules[static_cast<rule_id>(f.where)].debtor;
  seen.insert(seen.end(), {f.where, debtor});
  for (auto i : m.commitments.ids())
    if (same_firm(m, m.commitments[i].debtor, debtor)) seen.push_back(i);
}

LUPAUS_COLD inline explanation explain_imposed_duty(model_view const& m, finding const& f) {
  auto const& r = m.rules[static_cast<rule_id>(f.where)];
  sentences say{m};
  say.with("who", the(m, r.debtor)).with("does it", phrase_action(m, r));
  say.with("part", the(m, f.part));
  say.with("whom", the(m, pays_her_back(m, r) ? m.customer : m.seller));
  explanation x;
  x.what =
      say("the rules of {shop} lay a duty on {who} to which it never committed: it {does it}.");
  x.where = "the rule on '" + name_of(m, r.on) + "'";
  x.why =
      say("only {who} can promise what {who} does. As long as it has not, it owes this to nobody "
          "when it "
          "is called for.");
  x.mend = say(f.part ? "{who} commits to {whom}, for {part}; or {shop} owes it itself."
                      : "{shop} owes it itself.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap imposed_duty{.id = "imposed-duty",
                                  .severity = severity::warning,
                                  .between = boundary::fulfilment_delivery,
                                  .service = service_gap::perception_specification,
                                  .words = detail::explain_imposed_duty,
                                  .rests_on = detail::evidence_of_imposed_duty,
                                  .find = detail::find_imposed_duty};
}

namespace checks {
inline constexpr check_for<gaps::imposed_duty> imposed_duty{};
}

}  // namespace lupaus::inline v0
