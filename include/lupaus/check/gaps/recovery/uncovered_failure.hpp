// SPDX-License-Identifier: BSL-1.0
//
// uncovered-failure, recovery: a failure mode that no rule answers in some situation.
#pragma once

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

/// O(events + rules), and for every 64 rules that end a walk of the situations.
constexpr void find_uncovered_failure(model_analysis& analysis, gap const& what,
                                      finding_sink& sink) {
  auto const& m = analysis.model();
  for (auto e : m.events.ids()) {
    if (!is_failure(m.events[e].kind)) continue;
    if (!analysis.answered().contain(e))
      sink(finding{.what = &what,
                   .where = e,
                   .part = m.events[e].of,
                   .accountable = m.seller,
                   .performing = m.parts[m.events[e].of].performer});
  }
}

inline void evidence_of_uncovered_failure(model_view const& m, finding const& f,
                                          std::vector<element>& seen) {
  seen.insert(seen.end(), {f.where, f.part});
  for (auto i : m.commitments.ids())
    if (is_within(m, f.part, m.commitments[i].about) &&
        same_firm(m, m.commitments[i].debtor, f.performing))
      seen.push_back(i);
  for (auto i : m.rules.ids())
    if (cause_of(m, m.rules[i].on) == static_cast<event_id>(f.where)) seen.push_back(i);
}

LUPAUS_COLD inline explanation explain_uncovered_failure(model_analysis& analysis,
                                                         finding const& f) {
  auto const& m = analysis.model();
  auto const e = static_cast<event_id>(f.where);
  auto const failure = "'" + name_of(m, e) + "'", part = the(m, f.part);
  explanation x;
  auto const has_rules = analysis.answered().have_rule_for(e);
  auto const her = the(m, m.customer);
  auto& answered = analysis.answered();
  auto const time =
      answered.times_of(e) > 1 ? " for the " + ordinal(answered.find_open_time(e)) + " time" : "";
  x.what = has_rules ? "No rule that holds always puts it right for " + her + " when " +
                           failing(m, e) + time + "."
                     : "No rule says what happens when " + failing(m, e) + ".";
  x.where = place_of(m, e);
  x.why = "It is a known way for " + part + " to fail. " +
          (has_rules ? "There is a rule on it, and still " + her +
                           " may have neither what she bought nor her money."
                     : "Without a rule nobody owes " + her + " anything when it does.");
  x.mend = sentence(the(m, m.seller) + " owes " + her + " a remedy on " + failure +
                    ", with a time: replace, perform again or refund.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap uncovered_failure{.id = "uncovered-failure",
                                       .severity = severity::error,
                                       .between = boundary::recovery,
                                       .service = service_gap::perception_specification,
                                       .words = detail::explain_uncovered_failure,
                                       .rests_on = detail::evidence_of_uncovered_failure,
                                       .find = detail::find_uncovered_failure};
}

namespace checks {
inline constexpr check_for<gaps::uncovered_failure> uncovered_failure{};
}

/// The gap as a type, in the user's words.
template <class Failure>
struct uncovered_failure {};

namespace detail {
template <>
struct gap_type<gaps::uncovered_failure> {
  template <class Words>
  using in = uncovered_failure<its_place_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Failure>
inline constexpr bool a_rule_covers = false;
template <class Failure>
constexpr bool explain(uncovered_failure<Failure>*) {
  static_assert(
      a_rule_covers<Failure>,
      "lupaus: every failure mode is answered. No rule puts this one right for her. To mend: "
      "`on(failure).owes(seller, replace(part))`, or perform_again(part), repair(part), refund.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
