// SPDX-License-Identifier: BSL-1.0
//
// unbounded-remedy, recovery: a rule owes the customer a remedy and states no time for it.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gaps/delivery/imposed_duty.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// One finding a rule. O(rules).
constexpr void find_unbounded_remedy(model_analysis& analysis, gap const& what,
                                     finding_sink& sink) {
  auto const& m = analysis.model();
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    auto const is_remedy = r.action == action_kind::replace ||
                           r.action == action_kind::perform_again ||
                           r.action == action_kind::repair || r.action == action_kind::refund;
    if (r.creditor != m.customer || !is_remedy || r.within.kind != bound_kind::nothing) continue;
    sink(finding{.what = &what,
                 .where = i,
                 .part = m.events[r.on].of,
                 .accountable = m.seller,
                 .performing = r.debtor});
  }
}

inline void evidence_of_unbounded_remedy(model_view const&, finding const& f,
                                         std::vector<element>& seen) {
  seen.push_back(f.where);
}

LUPAUS_COLD inline explanation explain_unbounded_remedy(model_view const& m, finding const& f) {
  auto const& r = m.rules[static_cast<rule_id>(f.where)];
  sentences say{m};
  say.with("who", the(m, r.debtor)).with("does it", phrase_action(m, r));
  explanation x;
  x.what = say("{who} {does it}, and no time is stated.");
  x.where = "the rule on '" + name_of(m, r.on) + "'";
  x.why =
      say("{customer} cannot say when the remedy is late, and so never that {who} has broken "
          "a promise.");
  x.mend = say("{who} owes it within a stated time.");
  return x;
}

/// Where nobody has committed to the remedy, its time is the lesser question.
inline constexpr gap_cause causes_of_unbounded_remedy[] = {
    {&gaps::imposed_duty, its_place, its_place, always}};

}  // namespace detail

namespace gaps {
inline constexpr gap unbounded_remedy{.id = "unbounded-remedy",
                                      .severity = severity::warning,
                                      .between = boundary::recovery,
                                      .service = service_gap::perception_specification,
                                      .words = detail::explain_unbounded_remedy,
                                      .rests_on = detail::evidence_of_unbounded_remedy,
                                      .find = detail::find_unbounded_remedy,
                                      .follows_from = detail::causes_of_unbounded_remedy};
}

namespace checks {
inline constexpr check_for<gaps::unbounded_remedy> unbounded_remedy{};
}

}  // namespace lupaus::inline v0
