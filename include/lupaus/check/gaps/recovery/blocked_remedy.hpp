// SPDX-License-Identifier: BSL-1.0
//
// blocked-remedy, recovery: the remedy waits for an event that no committed party brings about
// within a bound, or is owed by somebody who never committed to it.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/remedies.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/gaps/delivery/imposed_duty.hpp"
#include "lupaus/config.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/dependable/assurances.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// True when the rule waits for a gate that is not sure to open.
constexpr bool is_gate_closed(model_view const& m, assurances& assured, rule const& r) {
  return r.gate && r.action != action_kind::refuse &&
         !assured.of(r.gate, beginning_of(m, r)).is_assured;
}

/// Marks those rules. O(rules) where none has a gate, else also as `assurances`.
constexpr void find_closed_gates(model_analysis& analysis, flags& closed) {
  auto const& m = analysis.model();
  auto some = false;
  for (auto const& r : m.rules) some = some || r.gate;
  if (!some) return;
  for (auto i : m.rules.ids())
    closed[i.index()] = analysis.goes_on() && is_gate_closed(m, analysis.assured(), m.rules[i]);
}

LUPAUS_COLD inline explanation explain_blocked_by_gate(model_view const& m, rule_id i) {
  auto const& r = m.rules[i];
  auto const gate = "'" + name_of(m, r.gate) + "'", trigger = "'" + name_of(m, r.on) + "'";
  auto const of = m.events[cause_of(m, r.gate)].of;
  auto const may_never_come = of && may_be_left_out(m, of);
  explanation x;
  x.what = sentence(the(m, r.debtor) + " " + phrase_action(m, r) + " only after " + gate +
                    (may_never_come ? ", which may never come."
                                    : ", which nobody has committed to bring about in any time."));
  x.where = "the rule on " + trigger;
  if (may_never_come) {
    x.why = sentence(the(m, of) +
                     " may be left out, and its money paid back. Then the rule waits for " + gate +
                     " for ever.");
    x.mend = sentence(the(m, r.debtor) + " gives up the condition.");
    return x;
  }
  std::vector<std::string> ways;
  for (auto const& t : m.transitions)
    if (is_meant(m, t.to, r.gate))
      ways.push_back((t.by ? the(m, t.by) : std::string{"somebody"}) +
                     (t.from == ordering ? "" : " after '" + name_of(m, t.from) + "'"));
  x.why = "The rule waits for " + gate + ". " +
          (ways.empty() ? "Nothing is known to bring it about."
                        : "It may come about by " + listed(ways, " or by ") +
                              ", but no commitment with a time stands behind it.") +
          " Until then " + the(m, m.customer) + " has neither what she bought nor her money.";
  x.mend = "Somebody who can bring it about owes " + the(m, r.debtor) + " " + gate +
           " within a stated time after " + trigger + "; or " + the(m, r.debtor) +
           " gives up the condition.";
  return x;
}

/// One finding a rule; its `other` is the gate, or else the debtor. O(parts + parties +
/// commitments + rules · log commitments), and the assurance of every gate.
constexpr void find_blocked_remedy(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  if (m.rules.empty()) return;
  auto const& in_vain = analysis.owed_in_vain();
  flags closed{m.rules.size()};
  find_closed_gates(analysis, closed);
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    auto const by_gate = closed[i.index()];
    if (!by_gate && (!is_remedy(r) || !in_vain.contain(i))) continue;
    if (!analysis.may_apply(r)) continue;
    sink(finding{.what = &what,
                 .where = i,
                 .other = by_gate ? element{r.gate} : element{r.debtor},
                 .part = r.object ? r.object : m.events[r.on].of,
                 .accountable = m.seller,
                 .performing = r.debtor});
  }
}

inline void evidence_of_blocked_remedy(model_view const& m, finding const& f,
                                       std::vector<element>& seen) {
  auto const& r = m.rules[static_cast<rule_id>(f.where)];
  auto const by_gate = f.other.kind == element_kind::event;
  seen.insert(seen.end(), {r.on, f.where, f.other});
  for (auto k : m.commitments.ids()) {
    auto const& c = m.commitments[k];
    if (by_gate ? brings_about(m, c, r.gate) : same_firm(m, c.debtor, r.debtor)) seen.push_back(k);
  }
}

LUPAUS_COLD inline explanation explain_blocked_remedy(model_view const& m, finding const& f) {
  auto const i = static_cast<rule_id>(f.where);
  auto const& r = m.rules[i];
  if (f.other.kind == element_kind::event) return explain_blocked_by_gate(m, i);
  auto const who = the(m, r.debtor);
  explanation x;
  auto const is_hers = r.debtor == m.customer;
  x.what = sentence((is_hers ? who + " is to put it right herself, and never committed to it: "
                             : who + " is to put it right, and never committed to it: ") +
                    describe(m, i) + ".");
  x.where = "the rule on '" + name_of(m, r.on) + "'";
  x.why = sentence("the rule counts on " + who + ", and " + the(m, m.seller) +
                   " has no commitment of " + who + " to count on. Nobody has to act.");
  x.mend = sentence(is_hers ? the(m, m.seller) + " owes the remedy itself."
                            : who + " commits to it; or " + the(m, m.seller) +
                                  " owes the remedy itself.");
  return x;
}

/// The rule counts on somebody who never committed to it, and on nothing else in vain.
inline bool on_that_duty(model_analysis&, finding const&, finding const& effect) {
  return effect.other.kind == element_kind::party;
}

inline constexpr gap_cause causes_of_blocked_remedy[] = {
    {&gaps::imposed_duty, its_place, its_place, on_that_duty}};

}  // namespace detail

namespace gaps {
inline constexpr gap blocked_remedy{.id = "blocked-remedy",
                                    .severity = severity::error,
                                    .between = boundary::recovery,
                                    .service = service_gap::perception_specification,
                                    .words = detail::explain_blocked_remedy,
                                    .rests_on = detail::evidence_of_blocked_remedy,
                                    .find = detail::find_blocked_remedy,
                                    .follows_from = detail::causes_of_blocked_remedy};
}

namespace checks {
inline constexpr check_for<gaps::blocked_remedy> blocked_remedy{};
}

/// The gap as a type, in the user's words.
template <class Trigger, class Gate>
struct blocked_remedy {};

namespace detail {
template <>
struct gap_type<gaps::blocked_remedy> {
  template <class Words>
  using in = blocked_remedy<its_trigger_in<Words>, its_other_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Gate>
inline constexpr bool somebody_is_committed_to_bring_about = false;
template <class Trigger, class Gate>
constexpr bool explain(blocked_remedy<Trigger, Gate>*) {
  static_assert(
      somebody_is_committed_to_bring_about<Gate>,
      "lupaus: a remedy waits only for what somebody has committed to bring about in a "
      "time. Here nobody has. To mend: drop `.waits_for(gate)`, or "
      "`party.commits_to(seller, part, within(time).after(failure)).brings_about(gate)`.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
