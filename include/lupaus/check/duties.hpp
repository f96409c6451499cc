// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery: duties that nobody took on, and conditions that nobody brings about.
//   imposed-duty          a rule lays a duty on a party that never committed to it
//   dangling-antecedent   a commitment waits for an event that nobody is committed to bring about
#pragma once

#include "lupaus/check/assurance.hpp"
#include "lupaus/check/commit.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/remedy.hpp"
#include "lupaus/model/words.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// True when the rule lays its duty on a party that is neither the seller's nor the customer, and
/// has not committed to it.
constexpr bool is_imposed(model_view const& m, rule const& r) {
  return !is_sellers(m, r.debtor) && r.debtor != m.customer && !has_committed(m, r);
}

/// True for conditions that nobody need be committed to: that something goes wrong, that she asks,
/// that the order ends.
constexpr bool is_contingency(model_view const& m, event_id e) {
  auto const& x = m.events[e];
  if (x.kind == event_kind::reported) return is_contingency(m, x.subject);
  return is_of_order(x.kind) || is_failure(x.kind);
}

/// True when somebody is committed to bring the event about, or does so in its own house.
constexpr bool is_undertaken(model_view const& m, event_id e, commitment_id but_for) {
  auto const& x = m.events[e];
  auto const wanted =
      x.kind == event_kind::started ? find_event(m, event_kind::completed, x.of) : e;
  for (auto i : m.commitments.ids()) {
    if (i == but_for) continue;
    if (brings_about(m, m.commitments[i], e) || brings_about(m, m.commitments[i], wanted))
      return true;
  }
  if (x.kind == event_kind::reported) {
    for (auto const& n : m.notices)
      if (n.of == x.subject && is_sellers(m, n.to)) return is_undertaken(m, x.subject, but_for);
    return false;
  }
  if (x.kind != event_kind::completed && x.kind != event_kind::started) return false;
  if (m.parts[x.of].performer && is_sellers(m, m.parts[x.of].performer)) return true;
  for (auto const& a : m.abilities)
    if (a.what == x.of) return true;
  return false;
}

constexpr bool is_dangling(model_view const& m, commitment_id i) {
  auto const& c = m.commitments[i];
  return c.antecedent && !c.overrides && !c.on_request && !is_contingency(m, c.antecedent) &&
         !is_undertaken(m, c.antecedent, i);
}

inline explanation explain_imposed_duty(model_view const& m, finding const& f) {
  auto const& r = m.rules[static_cast<rule_id>(f.where)];
  auto const who = the(m, r.debtor), shop = the(m, m.seller);
  explanation x;
  x.what = sentence("the rules of " + shop + " lay a duty on " + who +
                    " to which it never committed: it " + phrase_action(m, r) + ".");
  x.where = "the rule on '" + name_of(m, r.on) + "'";
  x.why = sentence("only " + who + " can promise what " + who +
                   " does. As long as it has not, it owes this to nobody when it is called for.");
  x.mend = sentence(who + " commits to " + shop + " to do it; or " + shop + " owes it itself.");
  x.evidence = {f.where, r.debtor};
  for (auto i : m.commitments.ids())
    if (same_firm(m, m.commitments[i].debtor, r.debtor)) x.evidence.push_back(i);
  return x;
}

inline explanation explain_dangling_antecedent(model_view const& m, finding const& f) {
  auto const i = static_cast<commitment_id>(f.where);
  auto const& c = m.commitments[i];
  auto const event = "'" + name_of(m, c.antecedent) + "'";
  explanation x;
  auto const owed = c.brings_about ? "'" + name_of(m, c.brings_about) + "'" : the(m, c.about);
  x.what = sentence(the(m, c.debtor) + " owes " + owed + " only if " + event +
                    " happens, and nobody is committed to bring that about.");
  x.where = heading_of(m, c.about) + ", at " + name_of(m, c.debtor);
  x.why = "As long as it does not happen, nothing is owed, and nobody has broken his word. " +
          sentence(the(m, c.creditor)) + " waits.";
  std::vector<std::string> actors;
  for (auto const& t : m.transitions)
    if (is_meant(m, t.to, c.antecedent) && t.by) actors.push_back(the(m, t.by));
  x.mend =
      sentence((actors.empty() ? std::string{"somebody"} : actors.front()) + " commits to bring " +
               event + " about; or " + the(m, c.debtor) + " gives up the condition.");
  x.evidence = {i, c.antecedent};
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap imposed_duty{"imposed-duty", severity::warning, boundary::fulfilment_delivery,
                                  service_gap::perception_specification,
                                  detail::explain_imposed_duty};
inline constexpr gap dangling_antecedent{
    "dangling-antecedent", severity::error, boundary::fulfilment_delivery,
    service_gap::perception_specification, detail::explain_dangling_antecedent};
}  // namespace gaps

namespace checks {

/// An agent can promise only its own behaviour (Burgess, "Voluntary Cooperation in Pervasive
/// Computing Services", LISA 2005). O(rules · commitments).
inline constexpr struct imposed_duty_fn {
  static constexpr severity at_most = severity::warning;

  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    for (auto i : m.rules.ids())
      if (detail::is_imposed(m, m.rules[i])) sink(finding_of(m, i));
  }
  static constexpr finding finding_of(model_view const& m, rule_id i) {
    auto const& r = m.rules[i];
    return {.what = &gaps::imposed_duty,
            .where = i,
            .other = r.debtor,
            .part = r.object ? r.object : m.events[r.on].of,
            .accountable = m.seller,
            .performing = r.debtor};
  }
} imposed_duty{};

/// O(commitments²).
inline constexpr struct dangling_antecedent_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    for (auto i : m.commitments.ids())
      if (detail::is_dangling(m, i))
        sink(finding{.what = &gaps::dangling_antecedent,
                     .where = i,
                     .other = m.commitments[i].antecedent,
                     .part = m.commitments[i].about,
                     .accountable = m.seller,
                     .performing = m.commitments[i].debtor});
  }
} dangling_antecedent{};

}  // namespace checks

}  // namespace lupaus::inline v0
