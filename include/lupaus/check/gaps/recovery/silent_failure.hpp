// SPDX-License-Identifier: BSL-1.0
//
// silent-failure, recovery: a failure that the customer, or the performer of that part or of a
// later one with work still to do, neither knows nor is owed notice of.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/uninformed.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/gaps/recovery/uncovered_failure.hpp"
#include "lupaus/config.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Calls `f(party)` for the customer and the performers with work still to do who are left untold.
/// O(model).
template <class F>
constexpr void for_each_untold(model_analysis& analysis, event_id failure, F&& f) {
  auto const& m = analysis.model();
  flags later{m.parts.size()}, named{m.parties.size()};
  firm_set told{m};
  find_who_knows(analysis.word(), failure, told);
  analysis.word().for_each(failure, [&](notice const& n) { told.add(n.to); });  // owed it
  auto const ask = [&](party_id p) {
    p = firm_of(m, p);
    if (!p || named[p.index()]) return;
    named[p.index()] = true;
    if (!told.contains(p)) f(p);
  };
  ask(m.customer);
  analysis.plan().order.find_later(m.events[failure].of, later);
  later[m.events[failure].of.index()] = true;
  for (auto p : m.parts.ids())
    if (later[p.index()] && !has_no_work_left(analysis, p, failure)) ask(m.parts[p].performer);
}

/// One finding a failure mode, naming all who are untold. O(model), and parts / 64 times
/// O(parts + precedences + failures and who is told of them).
constexpr void find_silent_failure(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  first_untold const untold{analysis};
  for (auto e : m.events.ids())
    if (auto const first = untold.of(e))
      sink(finding{.what = &what,
                   .where = e,
                   .other = first,
                   .part = m.events[e].of,
                   .accountable = m.seller,
                   .performing = m.parts[m.events[e].of].performer});
}

inline void evidence_of_silent_failure(model_analysis& analysis, finding const& f,
                                       std::vector<element>& seen) {
  auto const& m = analysis.model();
  auto const e = static_cast<event_id>(f.where);
  seen.push_back(e);
  for_each_untold(analysis, e, [&](party_id p) { seen.push_back(p); });
  for (auto i : m.notices.ids())
    if (m.notices[i].of == e) seen.push_back(i);
}

LUPAUS_COLD inline explanation explain_silent_failure(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  auto const e = static_cast<event_id>(f.where);
  explanation x;
  std::vector<std::string> untold;
  for_each_untold(analysis, e, [&](party_id p) { untold.push_back(the(m, p)); });
  if (untold.empty()) return x;  // the work has ended
  auto const shop = the(m, m.seller), failure = "'" + name_of(m, e) + "'";
  x.what = "When " + failing(m, e) + ", nobody tells " + listed(untold, " or ") + ".";
  x.where = place_of(m, e);
  auto const her = the(m, m.customer);
  auto const she_is = untold.front() == her;
  x.why = untold.size() == 1 ? sentence(untold.front()) + " cannot see it otherwise."
                             : "They cannot see it otherwise.";
  auto is_at_work_untold = false;
  for_each_untold(analysis, e, [&](party_id p) {
    is_at_work_untold = is_at_work_untold || same_firm(m, p, m.parts[m.events[e].of].performer);
  });
  if (she_is) x.why += " " + sentence(her) + " waits for what will not come.";
  if (untold.size() > (she_is ? 1U : 0U))
    x.why += is_at_work_untold ? " Who has work still to do on it goes on in vain."
                               : " Who performs a later part goes by a date that no longer holds.";
  x.mend = shop + " tells " + listed(untold) + " of " + failure + " within a stated time";
  firm_set known{m};
  find_who_knows(analysis.word(), e, known);
  if (!known.contains(m.seller) && f.performing && !is_sellers(m, f.performing))
    x.mend += "; and " + the(m, f.performing) + " tells " + shop;
  x.mend = sentence(x.mend + ".");
  return x;
}

inline constexpr gap_cause causes_of_silent_failure[] = {
    {&gaps::uncovered_failure, its_place, its_place, always}};

}  // namespace detail

namespace gaps {
inline constexpr gap silent_failure{.id = "silent-failure",
                                    .severity = severity::error,
                                    .between = boundary::recovery,
                                    .service = service_gap::specification_delivery,
                                    .words = detail::explain_silent_failure,
                                    .rests_on = detail::evidence_of_silent_failure,
                                    .find = detail::find_silent_failure,
                                    .follows_from = detail::causes_of_silent_failure};
}

namespace checks {
inline constexpr check_for<gaps::silent_failure> silent_failure{};
}

/// The gap as a type, in the user's words.
template <class Failure, class FirstUntold>
struct silent_failure {};

namespace detail {
template <>
struct gap_type<gaps::silent_failure> {
  template <class Words>
  using in = silent_failure<its_place_in<Words>, its_other_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Failure, class Untold>
inline constexpr bool somebody_tells_of_failure_to = false;
template <class Failure, class Untold>
constexpr bool explain(silent_failure<Failure, Untold>*) {
  static_assert(
      somebody_tells_of_failure_to<Failure, Untold>,
      "lupaus: whom a failure concerns is told of it. Here this party neither sees it nor "
      "is owed notice. To mend: `seller.tells(party, failure, time)`, or "
      "`seller.tells_of_any_change(party, whole, time)`.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
