// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery: duties that nobody took on, and conditions that nobody brings about.
//   imposed-duty          a rule lays a duty on a party that never committed to it
//   dangling-antecedent   a commitment waits for an event that nobody is committed to bring about
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/check/gaps/recovery/remedy.hpp"
#include "lupaus/life/assurances.hpp"
#include "lupaus/life/commitments_by_event.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/model/element_text.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// True for conditions that nobody need be committed to: that something goes wrong, that she asks,
/// that the order ends.
constexpr bool is_contingency(model_view const& m, event_id e) {
  auto const& x = m.events[e];
  if (x.kind == event_kind::reported) return is_contingency(m, x.subject);
  return is_of_order(x.kind) || is_failure(x.kind);
}

/// True when the commitment waits for something that somebody needs to be committed to.
constexpr bool is_conditional(model_view const& m, commitment const& c) {
  return c.antecedent && !c.overrides && !c.on_request && !is_contingency(m, c.antecedent);
}

/// Which events somebody is committed to bring about, or brings about in its own house.
/// O(model) to make.
class undertaken_events {
 public:
  constexpr explicit undertaken_events(model_view const& m)
      : m_{&m},
        commitments_{m},
        is_told_{m.events.size()},
        is_able_{m.parts.size()},
        completed_{m.parts.size()} {
    for (auto const& n : m.notices)
      if (is_sellers(m, n.to)) is_told_[n.of.index()] = true;
    for (auto const& a : m.abilities) is_able_[a.what.index()] = true;
    for (auto e : m.events.ids())
      if (auto& known = completed_[m.events[e].of.index()];
          m.events[e].kind == event_kind::completed && !known)
        known = e;
  }

  /// True when that does not rest on the one commitment alone.
  constexpr bool contain(event_id e, commitment_id but_for) const {
    auto const& x = m_->events[e];
    auto const is_another = [&](commitment_id i) { return i != but_for; };
    if (commitments_.any(e, is_another)) return true;
    auto const is_start = x.kind == event_kind::started;
    if (auto const done = completed_[x.of.index()]; is_start && done)
      if (commitments_.any(done, is_another)) return true;
    if (x.kind == event_kind::reported)
      return is_told_[x.subject.index()] && contain(x.subject, but_for);
    if (x.kind != event_kind::completed && !is_start) return false;
    auto const performer = m_->parts[x.of].performer;
    return (performer && is_sellers(*m_, performer)) || is_able_[x.of.index()];
  }

 private:
  model_view const* m_;
  commitments_by_event commitments_;
  flags is_told_;  // of each event, whether the seller is owed notice
  flags is_able_;  // of each part, whether somebody is able to perform it
  scratch<event_id> completed_;
};

inline void evidence_of_imposed_duty(model_view const& m, finding const& f,
                                     std::vector<element>& seen) {
  auto const debtor = m.rules[static_cast<rule_id>(f.where)].debtor;
  seen.insert(seen.end(), {f.where, debtor});
  for (auto i : m.commitments.ids())
    if (same_firm(m, m.commitments[i].debtor, debtor)) seen.push_back(i);
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
  return x;
}

inline void evidence_of_dangling_antecedent(model_view const& m, finding const& f,
                                            std::vector<element>& seen) {
  auto const& c = m.commitments[static_cast<commitment_id>(f.where)];
  seen.insert(seen.end(), {f.where, c.antecedent});
}

inline explanation explain_dangling_antecedent(model_view const& m, finding const& f) {
  auto const& c = m.commitments[static_cast<commitment_id>(f.where)];
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
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap imposed_duty{"imposed-duty",
                                  severity::warning,
                                  boundary::fulfilment_delivery,
                                  service_gap::perception_specification,
                                  detail::explain_imposed_duty,
                                  detail::evidence_of_imposed_duty};
inline constexpr gap dangling_antecedent{"dangling-antecedent",
                                         severity::error,
                                         boundary::fulfilment_delivery,
                                         service_gap::perception_specification,
                                         detail::explain_dangling_antecedent,
                                         detail::evidence_of_dangling_antecedent};
}  // namespace gaps

namespace checks {

/// An agent can promise only its own behaviour (Burgess, "Voluntary Cooperation in Pervasive
/// Computing Services", LISA 2005). O(parts + parties + commitments + rules · log commitments).
inline constexpr struct imposed_duty_fn {
  static constexpr severity at_most = severity::warning;

  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    if (m.rules.empty()) return;
    detail::flags in_vain{m.rules.size()};
    detail::find_owed_in_vain(m, in_vain);
    for (auto i : m.rules.ids())
      if (in_vain[i.index()] && m.rules[i].debtor != m.customer) sink(finding_of(m, i));
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

/// O(model), and for every condition the commitments to bring it about.
inline constexpr struct dangling_antecedent_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    auto some_wait = false;
    for (auto const& c : m.commitments) some_wait = some_wait || detail::is_conditional(m, c);
    if (!some_wait) return;
    detail::undertaken_events const undertaken{m};
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (detail::is_conditional(m, c) && !undertaken.contain(c.antecedent, i))
        sink(finding{.what = &gaps::dangling_antecedent,
                     .where = i,
                     .other = c.antecedent,
                     .part = c.about,
                     .accountable = m.seller,
                     .performing = c.debtor});
    }
  }
} dangling_antecedent{};

}  // namespace checks

}  // namespace lupaus::inline v0
