// SPDX-License-Identifier: BSL-1.0
//
// How long remedies take, and what they are held against.
#pragma once

#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/check/analysis/remedies.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/lazy.hpp"
#include "lupaus/life/assurances.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/terms/qualities.hpp"

namespace lupaus::inline v0 {

namespace detail {

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
    if (r.object && r.action != action_kind::repair)
      steps.again = again()(r.object, m_->events[failure].of);
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
    auto const lag = analysis_->assured().of(r.on, failure);
    if (!lag.is_assured || !lag.within.is_known) return known_time::unknown();
    auto const used = worst_case(lag.within.length), allowed = best_case(time.length);
    return known_time::of({used < allowed ? allowed - used : 0, {}});
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
