// SPDX-License-Identifier: BSL-1.0
//
// Who is told.
//   silent-failure     a failure that the customer, or the performer of a later part, neither knows
//                      nor is owed notice of
//   uninformed-party   a duty that depends on an event which its debtor does not know
#pragma once

#include "lupaus/check/analysis/uninformed.hpp"
#include "lupaus/check/brief.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/model/element_text.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// Calls `f(party)` for the customer and the performers of later parts who are left untold.
/// O(model).
template <class F>
constexpr void for_each_untold(model_view const& m, event_id failure, F&& f) {
  flags known{m.parties.size()}, later{m.parts.size()}, named{m.parties.size()};
  find_who_knows(m, failure, known);
  auto const ask = [&](party_id p) {
    p = firm_of(m, p);
    if (!p || named[p.index()]) return;
    named[p.index()] = true;
    if (!known[p.index()] && !is_owed_notice(m, p, failure)) f(p);
  };
  ask(m.customer);
  part_order{m}.find_later(m.events[failure].of, later);
  for (auto p : m.parts.ids())
    if (later[p.index()]) ask(m.parts[p].performer);
}

/// Calls `f(party, event, duty)` for every duty that depends on an event.
template <class F>
constexpr void for_each_dependence(model_view const& m, F&& f) {
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (c.antecedent) f(c.debtor, c.antecedent, element{i});
    if (c.consequent.anchor && c.consequent.anchor != c.antecedent)
      f(c.debtor, c.consequent.anchor, element{i});
  }
  for (auto i : m.rules.ids()) {
    f(m.rules[i].debtor, m.rules[i].on, element{i});
    if (m.rules[i].gate) f(m.rules[i].debtor, m.rules[i].gate, element{i});
  }
  for (auto i : m.notices.ids()) f(m.notices[i].from, m.notices[i].of, element{i});
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

inline void evidence_of_silent_failure(model_view const& m, finding const& f,
                                       std::vector<element>& seen) {
  auto const e = static_cast<event_id>(f.where);
  seen.push_back(e);
  if (m.digest && m.notices.empty() && m.coordinations.empty()) return brief{m}.add_untold(e, seen);
  for_each_untold(m, e, [&](party_id p) { seen.push_back(p); });
  for (auto i : m.notices.ids())
    if (m.notices[i].of == e) seen.push_back(i);
}

inline explanation explain_silent_failure(model_view const& m, finding const& f) {
  auto const e = static_cast<event_id>(f.where);
  explanation x;
  std::vector<std::string> untold;
  for_each_untold(m, e, [&](party_id p) { untold.push_back(the(m, p)); });
  auto const shop = the(m, m.seller), failure = "'" + name_of(m, e) + "'";
  x.what = "When " + failing(m, e) + ", nobody tells " + listed(untold, " or ") + ".";
  x.where = place_of(m, e);
  auto const her = the(m, m.customer);
  auto const she_is = untold.front() == her;
  x.why = untold.size() == 1 ? sentence(untold.front()) + " cannot see it otherwise."
                             : "They cannot see it otherwise.";
  if (she_is) x.why += " " + sentence(her) + " waits for what will not come.";
  if (untold.size() > (she_is ? 1U : 0U))
    x.why += " Who performs a later part goes by a date that no longer holds.";
  x.mend = shop + " owes " + listed(untold) + " notice of " + failure + " within a stated time";
  if (!knows(m, m.seller, e) && f.performing && !is_sellers(m, f.performing))
    x.mend += "; and " + the(m, f.performing) + " owes it to " + shop;
  x.mend = sentence(x.mend + ".");
  return x;
}

/// Somebody who can tell `who`: the seller if it knows, else the first who does and is not the
/// customer; none when nobody is.
inline party_id informant_for(model_view const& m, event_id e, party_id who) {
  flags known{m.parties.size()};
  find_who_knows(m, e, known);
  if (known[m.seller.index()] && !same_firm(m, m.seller, who)) return m.seller;
  for (auto p : m.parties.ids())
    if (known[p.index()] && p != m.customer && !same_firm(m, p, who)) return p;
  return {};
}

inline void evidence_of_uninformed_party(model_view const& m, finding const& f,
                                         std::vector<element>& seen) {
  seen.push_back(f.where);
  auto const who = static_cast<party_id>(f.other);
  if (m.digest) return brief{m}.add_dependent(static_cast<event_id>(f.where), who, seen);
  for_each_dependence(m, [&](party_id debtor, event_id on, element duty) {
    if (f.where == on && same_firm(m, debtor, who)) seen.push_back(duty);
  });
}

inline explanation explain_uninformed_party(model_view const& m, finding const& f) {
  auto const e = static_cast<event_id>(f.where);
  auto const who = static_cast<party_id>(f.other);
  explanation x;
  std::vector<std::string> duties;
  for_each_dependence(m, [&](party_id debtor, event_id on, element duty) {
    if (on == e && same_firm(m, debtor, who)) duties.push_back(describe(m, duty));
  });
  auto const party = the(m, who), event = "'" + name_of(m, e) + "'";
  x.what = sentence(
      party + " has a duty that depends on an event which it does not know of: " + event + ".");
  x.where = place_of(m, e) + ", at " + name_of(m, who);
  x.why =
      std::string{duties.size() == 1 ? "The duty" : "The duties"} + ": " +
      listed(duties, "; and ") +
      ". The event is no act of its own, it does not see it, and nobody who knows owes it notice.";
  auto const informant = informant_for(m, e, who);
  x.mend = sentence((informant ? the(m, informant) : "somebody who knows of it") + " owes " +
                    party + " notice of " + event + " within a stated time.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap silent_failure{"silent-failure",
                                    severity::error,
                                    boundary::recovery,
                                    service_gap::specification_delivery,
                                    detail::explain_silent_failure,
                                    detail::evidence_of_silent_failure};
inline constexpr gap uninformed_party{"uninformed-party",
                                      severity::warning,
                                      boundary::fulfilment_delivery,
                                      service_gap::perception_specification,
                                      detail::explain_uninformed_party,
                                      detail::evidence_of_uninformed_party};
}  // namespace gaps

namespace checks {

/// One finding a failure mode, naming all who are untold. O(model), and parts / 64 times
/// O(parts + precedences + failures and who is told of them).
inline constexpr struct silent_failure_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    detail::first_untold const untold{m};
    for (auto e : m.events.ids())
      if (auto const first = untold.of(e))
        sink(finding{.what = &gaps::silent_failure,
                     .where = e,
                     .other = first,
                     .part = m.events[e].of,
                     .accountable = m.seller,
                     .performing = m.parts[m.events[e].of].performer});
  }
} silent_failure{};

/// One finding a party and event, whatever the number of duties that hang on it. O(model), and for
/// every event the rounds in which word of it is passed on.
inline constexpr struct uninformed_party_fn {
  static constexpr severity at_most = severity::warning;

  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    detail::rows_by<event_id, party_id> const debtors{
        m.events.size(), [&](auto&& f) {
          detail::for_each_dependence(
              m, [&](party_id debtor, event_id on, element) { f(on, firm_of(m, debtor)); });
        }};
    word_of_events const word{m};
    detail::firm_set known{m};
    for (auto e : m.events.ids()) {
      if (debtors[e].empty()) continue;
      find_who_knows(word, e, known);
      for (auto const p : debtors[e])
        if (known.add(p))  // found once
          sink(finding{.what = &gaps::uninformed_party,
                       .where = e,
                       .other = p,
                       .part = m.events[e].of,
                       .accountable = m.seller,
                       .performing = p});
    }
  }
} uninformed_party{};

}  // namespace checks

}  // namespace lupaus::inline v0
