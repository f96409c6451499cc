// SPDX-License-Identifier: BSL-1.0
//
// Whether somebody is committed to hand a good to the customer.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/lazy.hpp"
#include "lupaus/life/commitments_by_event.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/contracted_firms.hpp"
#include "lupaus/life/knowledge.hpp"

namespace lupaus::inline v0::detail {

/// Who hands goods over. Where the end of a carriage does, that is a question of the carriage; what
/// nothing hands over passes on completion. O(1) to make; the first question about a good that a
/// step hands over takes O(elements + situations).
class hand_overs {
 public:
  /// The analysis must outlive this.
  constexpr explicit hand_overs(model_analysis& analysis)
      : analysis_{&analysis}, m_{&analysis.model()} {}

  /// The events by which the good goes to the customer.
  constexpr some_rows<event_id> of(part_id good) const {
    return analysis_->word().handing_over(good);
  }

  /// True for a good that only others can hand to the customer, and none of them has committed to
  /// anything that brings it about.
  constexpr bool is_left_to_nobody(part_id good) {
    if (m_->parts[good].kind != part_kind::good) return false;
    auto some = false;
    for (auto const e : of(good)) {
      if (m_->events[e].kind == event_kind::possession) continue;
      if (is_seen_to(e)) return false;
      some = true;
    }
    return some;
  }

 private:
  constexpr bool is_seen_to(event_id e) {
    if (m_->events[e].kind == event_kind::completed) return true;
    for (auto const by : analysis_->word().by(e)) {
      // An act of the seller's own, or hers, needs no contract; without an actor, nor a performer,
      // the part of which it is a step has nobody.
      if (!by || is_sellers(*m_, by) || by == m_->customer || has_committed(by, e)) return true;
    }
    return false;
  }
  /// True when the firm has committed to the event, or to complete its part, which cannot be had
  /// without it.
  constexpr bool has_committed(party_id who, event_id e) {
    auto const& chain = chain_.get([&] { return contracted_firms{*m_}; });
    auto const& all = commitments_.get([&] { return commitments_by_event{*m_}; });
    auto const is_his = [&](commitment_id i) {
      auto const& c = m_->commitments[i];
      return !c.on_request && same_firm(*m_, c.debtor, who) && can_be_counted_on(*m_, chain, c);
    };
    if (all.any(e, is_his)) return true;
    auto const done = analysis_->word().completion_of(m_->events[e].of);
    return done && analysis_->certain().is_certain_before(e, done) &&
           all.any(done, [&](commitment_id i) { return is_work(m_->commitments[i]) && is_his(i); });
  }

  model_analysis* analysis_;
  model_view const* m_;
  lazy<contracted_firms> chain_;
  lazy<commitments_by_event> commitments_;
};

}  // namespace lupaus::inline v0::detail
