// SPDX-License-Identifier: BSL-1.0
//
// recovery: the rules for when things go wrong.
//   uncovered-failure   a failure mode of a part with no rule
//   late-remedy         a remedy that is bounded, and takes longer than what was claimed
#pragma once

#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/assurances.hpp"
#include "lupaus/life/rules_by_failure.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/element_text.hpp"

namespace lupaus::inline v0 {

/// True when the rule puts something right (rather than granting or refusing a request).
constexpr bool is_remedy(rule const& r) {
  return r.action != action_kind::refuse && r.action != action_kind::accept;
}

/// True when the rule is for that failure: it fires on it, on the report of it, or on a request
/// for replacement made when it has happened.
constexpr bool is_rule_for(model_view const& m, rule const& r, event_id failure) {
  if (r.on == failure) return true;
  auto const& on = m.events[r.on];
  if (on.kind == event_kind::reported) return on.subject == failure;
  if (on.kind != event_kind::replacement_requested || !r.since || !is_remedy(r)) return false;
  situations const s{m};
  detail::flags scope{s.size()};
  s.find_scope(r, scope);
  return scope[s.of(failure)];
}

namespace detail {

/// The failure that a rule is a remedy for; none when it answers a request or anything else.
constexpr event_id failure_of(model_view const& m, rule const& r) {
  auto const& on = m.events[r.on];
  auto const e = on.kind == event_kind::reported ? on.subject : r.on;
  return is_failure(m.events[e].kind) ? e : event_id{};
}

/// From when a gate is waited for: the event that fires the rule, or for a request the beginning
/// of the situation in which it is made.
constexpr event_id beginning_of(model_view const& m, rule const& r) {
  if (!is_of_order(m.events[r.on].kind)) return r.on;
  return r.since ? r.since : ordering;
}

/// The steps of a remedy, from the event that the rule fires on.
struct remedy_steps {
  known_time gate, action, again;
  constexpr known_time total() const { return gate + action + again; }
};

/// What a remedy is held against: the recovery time claimed, or else the duration claimed.
struct claimed_time {
  known_time time;
  claim_id claim;
  bool is_recovery = false;
};

/// How long remedies take, and what they are held against: for all rules of a model.
/// O(elements + situations) to make.
class remedy_times {
 public:
  constexpr explicit remedy_times(model_view const& m)
      : m_{&m},
        graph_{m},
        certain_{m, graph_},
        assured_{m, graph_, certain_},
        plan_{m},
        again_{m, plan_},
        claims_{m.parts.size(), [&](auto&& f) {
                  for (auto i : m.claims.ids()) f(m.claims[i].about, i);
                }} {}

  constexpr remedy_steps steps_of(rule const& r, event_id failure) {
    remedy_steps steps{known_time::of({}), known_time::of({}), known_time::of({})};
    if (r.gate) {
      auto const a = assured_.of(r.gate, r.on);
      steps.gate = a.is_assured ? a.within : known_time::unknown();
    }
    if (r.within.kind != bound_kind::nothing) steps.action = time_of(r.within);
    if (r.object && r.action != action_kind::repair)
      steps.again = again_(r.object, m_->events[failure].of);
    return steps;
  }

  constexpr claimed_time time_claimed(rule const& r, event_id failure) {
    claimed_time recovery_claim, duration_claim;
    auto const part = m_->events[failure].of;
    auto const take = [](claimed_time& best, known_time t, claim_id i, bool is_recovery) {
      if (!t.is_known) return;
      auto const more = best.claim ? best_case(t.length) - best_case(best.time.length) : -1;
      if (more < 0 || (more == 0 && i < best.claim)) best = {t, i, is_recovery};
    };
    for (auto about = part; about; about = m_->parts[about].within)
      for (auto const i : claims_[about])
        for_each_term(*m_, m_->claims[i], [&](term const& t) {
          if (t.quality == &quality_of<recovery>)
            take(recovery_claim, time_to_recover(r, failure, t), i, true);
          else if (t.quality == &quality_of<deadline> && about == part)
            take(duration_claim, time_of(t.limit), i, false);
        });
    return recovery_claim.claim ? recovery_claim : duration_claim;
  }

 private:
  /// The time that a claim of recovery leaves from when the rule fires; unknown when it is one for
  /// something else.
  constexpr known_time time_to_recover(rule const& r, event_id failure, term const& t) {
    auto const time = time_of(t.limit);
    if (!t.anchor || t.anchor == r.on) return time;
    if (t.anchor != failure || !time.is_known) return known_time::unknown();
    // Counted from the failure, while the rule fires on its report: the report takes its time.
    auto const lag = assured_.of(r.on, failure);
    if (!lag.is_assured || !lag.within.is_known) return known_time::unknown();
    auto const used = worst_case(lag.within.length), allowed = best_case(time.length);
    return known_time::of({used < allowed ? allowed - used : 0, {}});
  }

  model_view const* m_;
  situations graph_;
  certainty certain_;
  assurances assured_;
  work_plan plan_;
  repetition again_;
  rows_by<part_id, claim_id> claims_;  // of each part
};

inline void evidence_of_uncovered_failure(model_view const& m, finding const& f,
                                          std::vector<element>& seen) {
  seen.insert(seen.end(), {f.where, f.part});
  for (auto i : m.commitments.ids())
    if (is_within(m, f.part, m.commitments[i].about) &&
        same_firm(m, m.commitments[i].debtor, f.performing))
      seen.push_back(i);
}

inline explanation explain_uncovered_failure(model_view const& m, finding const& f) {
  auto const e = static_cast<event_id>(f.where);
  auto const failure = "'" + name_of(m, e) + "'", part = the(m, f.part);
  explanation x;
  x.what = "No rule says what happens when " + failing(m, e) + ".";
  x.where = place_of(m, e);
  x.why = "It is a known way for " + part + " to fail. Without a rule nobody owes " +
          the(m, m.customer) + " anything when it does.";
  x.mend = sentence(the(m, m.seller) + " owes a remedy on " + failure +
                    ", with a time: replace, perform again or refund.");
  return x;
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

inline explanation explain_late_remedy(model_view const& m, finding const& f) {
  auto const& r = m.rules[static_cast<rule_id>(f.where)];
  auto const failure = failure_of(m, r);
  remedy_times times{m};
  auto const steps = times.steps_of(r, failure);
  auto const claimed = times.time_claimed(r, failure);
  explanation x;
  std::vector<std::string> sum;
  if (r.gate) sum.push_back(in_hours(steps.gate.length) + " until '" + name_of(m, r.gate) + "'");
  if (r.within.kind != bound_kind::nothing)
    sum.push_back(in_hours(steps.action.length) + " for " + the(m, r.debtor) + " to act");
  if (r.object && r.action != action_kind::repair)
    sum.push_back(in_hours(steps.again.length) + " to do it again, " +
                  (r.object == m.events[failure].of
                       ? the(m, r.object)
                       : "from " + the(m, r.object) + " to " + the(m, m.events[failure].of)));
  x.what = "The remedy for '" + name_of(m, failure) + "' comes " + in_hours(f.late_by) +
           " later than " + the(m, m.customer) + " was told.";
  x.where = "the rule on '" + name_of(m, r.on) + "'";
  x.why = "Counted from '" + name_of(m, r.on) + "': " + listed(sum) + ", in all " +
          in_hours(steps.total().length) + ". " +
          (claimed.is_recovery ? "Recovery" : sentence(the(m, m.events[failure].of)) + " itself") +
          " is claimed within " + in_hours(claimed.time.length) + ".";
  x.mend = sentence(the(m, r.debtor) +
                    (r.gate ? " acts without waiting for '" + name_of(m, r.gate) + "'"
                            : std::string{" and its performers act faster"}) +
                    ", or a longer time is claimed.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap uncovered_failure{"uncovered-failure",
                                       severity::error,
                                       boundary::recovery,
                                       service_gap::perception_specification,
                                       detail::explain_uncovered_failure,
                                       detail::evidence_of_uncovered_failure};
inline constexpr gap late_remedy{"late-remedy",
                                 severity::error,
                                 boundary::recovery,
                                 service_gap::delivery_communication,
                                 detail::explain_late_remedy,
                                 detail::evidence_of_late_remedy};
}  // namespace gaps

namespace checks {

/// O(events + rules), and for every 64 rules on a request a walk of the situations.
inline constexpr struct uncovered_failure_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    detail::rules_for const rules{m};
    for (auto e : m.events.ids()) {
      if (!is_failure(m.events[e].kind)) continue;
      if (!rules.has(e))
        sink(finding{.what = &gaps::uncovered_failure,
                     .where = e,
                     .part = m.events[e].of,
                     .accountable = m.seller,
                     .performing = m.parts[m.events[e].of].performer});
    }
  }
} uncovered_failure{};

/// One finding a rule on a failure. O(elements + situations), and for every rule what its gate
/// hangs on and what it does again.
inline constexpr struct late_remedy_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    detail::remedy_times times{m};
    for (auto i : m.rules.ids()) {
      auto const& r = m.rules[i];
      auto const failure = detail::failure_of(m, r);
      if (!failure || !is_remedy(r)) continue;
      auto const claimed = times.time_claimed(r, failure);
      if (!claimed.claim) continue;
      auto const total = times.steps_of(r, failure).total();
      if (!total.is_known) continue;  // not bounded: another gap
      auto const late = overrun(total.length, claimed.time.length);
      if (late > 0)
        sink(finding{.what = &gaps::late_remedy,
                     .where = i,
                     .other = claimed.claim,
                     .part = m.events[failure].of,
                     .accountable = m.seller,
                     .performing = r.debtor,
                     .late_by = late});
    }
  }
} late_remedy{};

}  // namespace checks

}  // namespace lupaus::inline v0
