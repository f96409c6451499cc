// SPDX-License-Identifier: BSL-1.0
//
// uninformed-party, fulfilment / delivery: a duty, the window of a rule, or the end of an order for
// which there is still work, that depends on an event which its debtor does not know; an error
// where the duty is to tell the customer.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/uninformed.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_cause.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/gaps/delivery/unowned_handoff.hpp"
#include "lupaus/check/gaps/recovery/silent_failure.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// What depends on an event.
struct dependence {
  party_id debtor = {};
  event_id on = {};
  element duty = {};
  bool may_ask_her = false;  ///< a request tells the debtor what its maker knows
  bool is_word_to_her = false;
  bool is_end = false;  ///< of the order: the work of the debtor ends with it
};

/// Calls `f(event)` for the ends of the window in which a rule applies, as far as to know what
/// fires it does not say that they have come.
template <class F>
constexpr void for_each_window_end(model_analysis& analysis, rule const& r, F&& f) {
  auto const& m = analysis.model();
  auto const on = cause_of(m, r.on);
  auto const is_asked = is_of_order(m.events[on].kind);
  if (r.until && r.until != ordering) f(r.until);
  if (r.since && r.since != ordering && r.since != r.until &&
      (is_asked || !analysis.certain().is_certain_before(r.since, on)))
    f(r.since);
}

/// Calls `f(dependence)` for every duty that depends on an event.
template <class F>
constexpr void for_each_dependence(model_analysis& analysis, F&& tell) {
  auto const& m = analysis.model();
  auto const f = [&](party_id debtor, event_id on, element duty) {
    tell(dependence{.debtor = debtor, .on = on, .duty = duty});
  };
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (c.antecedent) f(c.debtor, c.antecedent, element{i});
    if (c.consequent.anchor && c.consequent.anchor != c.antecedent)
      f(c.debtor, c.consequent.anchor, element{i});
  }
  for (auto i : m.rules.ids()) {
    f(m.rules[i].debtor, m.rules[i].on, element{i});
    if (m.rules[i].gate) f(m.rules[i].debtor, m.rules[i].gate, element{i});
    for_each_window_end(analysis, m.rules[i], [&](event_id e) {
      tell(dependence{.debtor = m.rules[i].debtor,
                      .on = e,
                      .duty = i,
                      .may_ask_her = is_of_order(m.events[m.rules[i].on].kind)});
    });
  }
  for (auto i : m.notices.ids())
    tell(dependence{.debtor = m.notices[i].from,
                    .on = m.notices[i].of,
                    .duty = i,
                    .is_word_to_her = m.notices[i].to == m.customer});
  for (auto const& x : analysis.work_that_ends())
    tell(dependence{.debtor = x.who, .on = x.when, .duty = x.contract, .is_end = true});
  if (m.coordinations.empty()) return;
  scratch<event_id> done{m.parts.size()};
  for (auto e : m.events.ids())
    if (auto& known = done[m.events[e].of.index()];
        m.events[e].kind == event_kind::completed && !known)
      known = e;
  for (auto i : m.coordinations.ids())
    if (auto const e = done[m.coordinations[i].before.index()])
      f(m.coordinations[i].owner, e, element{i});
}

/// Somebody who can tell `who`: the seller if it knows, else the first who does and is not the
/// customer; none when nobody is.
inline party_id informant_for(word_of_events const& word, event_id e, party_id who) {
  auto const& m = word.model();
  firm_set known{m};
  find_who_knows(word, e, known);
  if (known.contains(m.seller) && !same_firm(m, m.seller, who)) return m.seller;
  for (auto p : m.parties.ids())
    if (known.contains(p) && p != m.customer && !same_firm(m, p, who)) return p;
  return {};
}

/// One finding a party and event, whatever the number of duties that hang on it. O(model), and for
/// every event the rounds in which word of it is passed on.
constexpr void find_uninformed_party(model_analysis& analysis, gap const& what,
                                     finding_sink& sink) {
  auto const& m = analysis.model();
  rows_by<event_id, dependence> const duties{
      m.events.size(),
      [&](auto&& f) { for_each_dependence(analysis, [&](dependence const& d) { f(d.on, d); }); }};
  auto const& word = analysis.word();
  firm_set known{m}, promised{m};
  for (auto e : m.events.ids()) {
    if (duties[e].empty()) continue;
    if (!analysis.goes_on(1 + duties[e].size())) return;
    find_who_knows(word, e, known);
    auto const she_knows = known.contains(m.customer);
    promised.clear();
    for (auto const& d : duties[e])
      if (d.is_word_to_her && !she_knows) promised.add(d.debtor);
    for (auto const& d : duties[e]) {
      if (d.may_ask_her && she_knows) continue;
      auto const p = firm_of(m, d.debtor);
      if (known.add(p))  // found once
        sink(finding{.what = promised.contains(p) && what.as_error ? what.as_error : &what,
                     .where = e,
                     .other = p,
                     .part = m.events[e].of,
                     .accountable = m.seller,
                     .performing = p});
    }
  }
}

/// Calls `f(dependence)` for what the finding is about: for each duty once.
template <class F>
void for_each_duty_of(model_analysis& analysis, finding const& f, F&& tell) {
  auto const& m = analysis.model();
  auto const who = static_cast<party_id>(f.other);
  firm_set known{m};
  find_who_knows(analysis.word(), static_cast<event_id>(f.where), known);
  auto const she_knows = known.contains(m.customer);
  element last;
  for_each_dependence(analysis, [&](dependence const& d) {
    if (f.where != d.on || !same_firm(m, d.debtor, who) || (d.may_ask_her && she_knows)) return;
    if (d.duty != last) tell(d);
    last = d.duty;
  });
}

inline void evidence_of_uninformed_party(model_analysis& analysis, finding const& f,
                                         std::vector<element>& seen) {
  seen.push_back(f.where);
  for_each_duty_of(analysis, f, [&](dependence const& d) { seen.push_back(d.duty); });
}

LUPAUS_COLD inline explanation explain_uninformed_party(model_analysis& analysis,
                                                        finding const& f) {
  auto const& m = analysis.model();
  auto const e = static_cast<event_id>(f.where);
  auto const who = static_cast<party_id>(f.other);
  explanation x;
  std::vector<std::string> duties;
  auto is_all_work = true;
  for_each_duty_of(analysis, f, [&](dependence const& d) {
    duties.push_back(describe(m, d.duty));
    is_all_work = is_all_work && d.is_end;
  });
  auto const party = the(m, who), event = "'" + name_of(m, e) + "'";
  x.what = sentence(
      is_all_work
          ? party + " can have work to do when the order ends, and does not know of that: " +
                event + "."
          : party + " has a duty that depends on an event which it does not know of: " + event +
                ".");
  x.where = place_of(m, e) + ", at " + name_of(m, who);
  x.why = std::string{is_all_work          ? "The work"
                      : duties.size() == 1 ? "The duty"
                                           : "The duties"} +
          ": " + listed(duties, "; and ") +
          ". The event is no act of its own, it does not see it, and nobody who knows tells it." +
          (f.what->severity == severity::error
               ? " " + sentence(the(m, m.customer)) + " was promised word, and gets none."
               : "");
  auto const informant = informant_for(analysis.word(), e, who);
  x.mend = sentence((informant ? the(m, informant) : "somebody who knows of it") + " tells " +
                    party + " of " + event + " within a stated time.");
  return x;
}

inline element part_of_its_event(model_view const& m, finding const& f) {
  return m.events[static_cast<event_id>(f.where)].of;
}

inline element what_it_reports(model_view const& m, finding const& f) {
  return cause_of(m, static_cast<event_id>(f.where));
}

/// The one who is not told is the one who comes after the handoff, and what he is not told of is
/// that the part before is completed, or late.
inline bool about_the_handoff(model_analysis& a, finding const& cause, finding const& effect) {
  return ends_part(a.model(), static_cast<event_id>(effect.where),
                   static_cast<part_id>(cause.where)) &&
         same_firm(a.model(), static_cast<party_id>(effect.other), cause.performing);
}

inline constexpr gap_cause causes_of_uninformed_party[] = {
    {&gaps::unowned_handoff, its_place, part_of_its_event, about_the_handoff},
    {&gaps::silent_failure, its_place, what_it_reports, always}};

/// Where she was promised word and can get none.
inline constexpr gap unkept_word{"uninformed-party",
                                 severity::error,
                                 boundary::fulfilment_delivery,
                                 service_gap::perception_specification,
                                 explain_uninformed_party,
                                 evidence_of_uninformed_party,
                                 nullptr,
                                 causes_of_uninformed_party};

}  // namespace detail

namespace gaps {
inline constexpr gap uninformed_party{.id = "uninformed-party",
                                      .severity = severity::warning,
                                      .between = boundary::fulfilment_delivery,
                                      .service = service_gap::perception_specification,
                                      .words = detail::explain_uninformed_party,
                                      .rests_on = detail::evidence_of_uninformed_party,
                                      .find = detail::find_uninformed_party,
                                      .follows_from = detail::causes_of_uninformed_party,
                                      .as_error = &detail::unkept_word};
}

namespace checks {
inline constexpr check_for<gaps::uninformed_party> uninformed_party{};
}

/// The gap as a type, in the user's words, where it is an error.
template <class Party, class Event>
struct uninformed_party {};

namespace detail {
template <>
struct gap_type<unkept_word> {
  template <class Words>
  using in = uninformed_party<its_other_in<Words>, its_place_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Party, class Event>
inline constexpr bool who_promised_her_word_gets_word = false;
template <class Party, class Event>
constexpr bool explain(uninformed_party<Party, Event>*) {
  static_assert(who_promised_her_word_gets_word<Party, Event>,
                "lupaus: who has promised the customer word of an event knows of it. Here nobody "
                "tells it, and so she hears of it from nobody. To mend: "
                "`other.tells(party, event, time)`, or promise her no word.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
