// SPDX-License-Identifier: BSL-1.0
//
// How long remedies take, and what they are held against.
#pragma once

#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/check/analysis/remedies.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/lazy.hpp"
#include "lupaus/life/dependable/assurances.hpp"
#include "lupaus/life/service_recovery.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/terms/qualities.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// The steps of a remedy, from the event that the rule fires on.
struct remedy_steps {
  known_time gate, action, again;
  constexpr known_time total() const { return gate + action + again; }
};

/// A claim that a remedy misses, and by how much; no claim where it is in time.
struct overdue_claim {
  seconds_t by = 0;
  claim_id claim = {};
  span_of_time allowed = {};
  bool is_recovery = false;  ///< else the duration that is claimed for what failed
  bool is_from_gate = false;
};

/// How long remedies take, and what they are held against: for all rules of a model. The analysis
/// is asked for no more than a rule needs. O(parts + claims) to make.
template <class Analysis>
class basic_remedy_times {
 public:
  /// What it is given must outlive this.
  constexpr explicit basic_remedy_times(Analysis& analysis)
      : analysis_{&analysis}, m_{&analysis.model()}, claims_{m_->parts.size(), [&](auto&& f) {
                                                               for (auto i : m_->claims.ids())
                                                                 if (auto const& c = m_->claims[i];
                                                                     holds_remedies(c))
                                                                   f(c.about, i);
                                                             }} {}

  constexpr remedy_steps steps_of(rule const& r, event_id failure) {
    remedy_steps steps{known_time::of({}), known_time::of({}), known_time::of({})};
    if (r.gate) {
      auto const a = analysis_->assured().of(r.gate, r.on);
      steps.gate = a.is_assured ? a.within : known_time::unknown();
    }
    if (r.within.kind != bound_kind::nothing) steps.action = time_of(r.within);
    if (r.object && !mends_in_place(r)) steps.again = again()(r.object, m_->events[failure].of);
    return steps;
  }

  /// The claim that the remedy misses by most: of recovery, from whatever event that counts; where
  /// none can be held against it, of the duration of the part that failed. O(depth and its claims).
  constexpr overdue_claim missed_by(rule const& r, event_id failure) {
    overdue_claim recovery_claim, duration_claim;
    auto is_claimed = false;
    auto const part = m_->events[failure].of;
    lazy<remedy_steps> steps;
    auto const hold = [&](overdue_claim& worst, claim_id i, overdue_claim const& c,
                          known_time time) {
      auto const& s = steps.get([&] { return steps_of(r, failure); });
      auto const takes = c.is_from_gate ? s.action + s.again : s.total();
      if (!takes.is_known) return;  // not bounded: another gap
      auto const late = overrun(takes.length, time.length);
      if (late > worst.by || (late > 0 && late == worst.by && i < worst.claim))
        worst = {late, i, time.length, c.is_recovery, c.is_from_gate};
    };
    for (auto about = part; about; about = outer_of(*m_, about))
      for (auto const i : claims_[about])
        for_each_term(*m_, m_->claims[i], [&](term const& t) {
          overdue_claim c{.is_recovery = t.quality == &quality_of<recovery>};
          if (c.is_recovery) {
            auto const time = time_to_recover(r, failure, t, c.is_from_gate);
            if (!time.is_known) return;
            is_claimed = true;
            hold(recovery_claim, i, c, time);
          } else if (t.quality == &quality_of<deadline> && about == part && does_again(r)) {
            if (auto const time = time_of(t.limit); time.is_known) hold(duration_claim, i, c, time);
          }
        });
    if (is_claimed || !duration_claim.claim) return recovery_claim;
    return is_caused_by_customer(analysis_->word(), failure) ? overdue_claim{} : duration_claim;
  }

 private:
  static constexpr bool does_again(rule const& r) {
    return r.action == action_kind::replace || r.action == action_kind::perform_again;
  }

  /// The time that a claim of recovery leaves from when the rule fires, or from its gate; unknown
  /// when it is one for something else. An event that is sure to have come before leaves no more
  /// than all of it, and so does one that may come at once afterwards.
  constexpr known_time time_to_recover(rule const& r, event_id failure, term const& t,
                                       bool& is_from_gate) {
    auto const time = time_of(t.limit);
    auto const anchor = t.anchor;
    if (!anchor || anchor == r.on || anchor == ordering || !time.is_known) return time;
    if (anchor == failure) {
      // Counted from the failure, while the rule fires on its report: the report takes its time.
      auto const lag = analysis_->assured().of(r.on, failure);
      if (!lag.is_assured || !lag.within.is_known) return known_time::unknown();
      auto const used = worst_case(lag.within.length), allowed = best_case(time.length);
      return known_time::of({used < allowed ? allowed - used : 0, {}});
    }
    auto const event = cause_of(*m_, anchor);
    if (is_of_order(m_->events[event].kind)) return known_time::unknown();
    is_from_gate = r.gate && is_meant(*m_, r.gate, event);
    auto& certain = analysis_->certain();
    if (is_from_gate || event == failure || analysis_->happened().is_sure_before(event, failure))
      return time;
    if (!certain.is_reachable(analysis_->graph().of(event)) ||
        !certain.is_certain_before(failure, event))
      return known_time::unknown();
    is_from_gate = r.gate && certain.is_certain_before(r.gate, event);
    return time;
  }

  /// True when the claim has a term that a remedy is held against.
  constexpr bool holds_remedies(claim const& c) const {
    auto some = false;
    for_each_term(*m_, c, [&](term const& t) {
      some = some || t.quality == &quality_of<recovery> || t.quality == &quality_of<deadline>;
    });
    return some;
  }
  constexpr repetition& again() {
    auto& a = *analysis_;
    return again_.get([&] { return repetition{*m_, a.plan(), a.earlier(), a.leaves()}; });
  }

  Analysis* analysis_;
  model_view const* m_;
  rows_by<part_id, claim_id> claims_;  // of each part
  lazy<repetition> again_;
};

class model_analysis;
using remedy_times = basic_remedy_times<model_analysis>;

}  // namespace detail

}  // namespace lupaus::inline v0
