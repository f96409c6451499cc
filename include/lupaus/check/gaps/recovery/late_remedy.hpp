// SPDX-License-Identifier: BSL-1.0
//
// late-remedy, recovery: a remedy that is bounded, and takes longer than what was claimed.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/remedy_times.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/config.hpp"
#include "lupaus/life/dependable/assurances.hpp"
#include "lupaus/life/service_recovery.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// One finding a rule on a failure. O(elements + situations), and for every rule what its gate
/// hangs on and what it does again.
constexpr void find_late_remedy(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  auto& times = analysis.times_of_remedies();
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    auto const failure = failure_of(m, r);
    if (!analysis.goes_on()) return;
    if (!failure || !counts_for_customer(m, r) || r.action == action_kind::accept ||
        !analysis.may_apply(r))
      continue;
    if (auto const missed = times.missed_by(r, failure); missed.claim)
      sink(finding{.what = &what,
                   .where = i,
                   .other = missed.claim,
                   .part = m.events[failure].of,
                   .accountable = m.seller,
                   .performing = r.debtor,
                   .late_by = missed.by});
  }
}

inline void evidence_of_late_remedy(model_view const& m, finding const& f,
                                    std::vector<element>& seen) {
  auto const& r = m.rules[static_cast<rule_id>(f.where)];
  seen.insert(seen.end(), {r.on, f.where});
  if (r.gate) {
    seen.push_back(r.gate);
    for (auto k : m.commitments.ids())
      if (brings_about(m, m.commitments[k], r.gate)) seen.push_back(k);
  }
  seen.push_back(f.other);
}

LUPAUS_COLD inline explanation explain_late_remedy(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  auto const& r = m.rules[static_cast<rule_id>(f.where)];
  auto const failure = failure_of(m, r);
  auto& times = analysis.times_of_remedies();
  auto const steps = times.steps_of(r, failure);
  auto const missed = times.missed_by(r, failure);
  auto const total = missed.is_from_gate ? steps.action + steps.again : steps.total();
  explanation x;
  std::vector<std::string> sum;
  if (r.gate && !missed.is_from_gate)
    sum.push_back(in_hours(steps.gate.length) + " until '" + name_of(m, r.gate) + "'");
  if (r.within.kind != bound_kind::nothing)
    sum.push_back(in_hours(steps.action.length) + " for " + the(m, r.debtor) + " to act");
  if (r.object && !mends_in_place(r))
    sum.push_back(in_hours(steps.again.length) + " to do it again, " +
                  (r.object == m.events[failure].of
                       ? the(m, r.object)
                       : "from " + the(m, r.object) + " to " + the(m, m.events[failure].of)));
  x.what = "The remedy for '" + name_of(m, failure) + "' comes " + in_hours(f.late_by) +
           " later than " + the(m, m.customer) + " was told.";
  x.where = "the rule on '" + name_of(m, r.on) + "'";
  auto const from = missed.is_from_gate ? r.gate : r.on;
  x.why = "Counted from '" + name_of(m, from) + "': " + listed(sum) + ", in all " +
          in_hours(total.length) + ". " +
          (missed.is_recovery ? "Recovery" : sentence(the(m, m.events[failure].of)) + " itself") +
          " is claimed within " + in_hours(missed.allowed) + ".";
  x.mend = sentence(the(m, r.debtor) +
                    (r.gate && !missed.is_from_gate
                         ? " acts without waiting for '" + name_of(m, r.gate) + "'"
                         : std::string{" and its performers act faster"}) +
                    ", or a longer time is claimed.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap late_remedy{.id = "late-remedy",
                                 .severity = severity::error,
                                 .between = boundary::recovery,
                                 .service = service_gap::delivery_communication,
                                 .words = detail::explain_late_remedy,
                                 .rests_on = detail::evidence_of_late_remedy,
                                 .find = detail::find_late_remedy};
}

namespace checks {
inline constexpr check_for<gaps::late_remedy> late_remedy{};
}

/// The gap as a type, in the user's words.
template <class Trigger, long LateByHours>
struct late_remedy {};

namespace detail {
template <>
struct gap_type<gaps::late_remedy> {
  template <class Words>
  using in = late_remedy<its_trigger_in<Words>, Words::late_hours>;
};

// What the compiler says where this gap stands.
template <class Trigger, long Hours>
inline constexpr bool the_remedy_comes_in_time_for = false;
template <class Trigger, long Hours>
constexpr bool explain(late_remedy<Trigger, Hours>*) {
  static_assert(the_remedy_comes_in_time_for<Trigger, Hours>,
                "lupaus: a remedy comes in the time claimed. Here its steps take so many hours "
                "longer. To mend: drop the gate, shorten the steps, or claim a longer time.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
