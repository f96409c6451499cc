// SPDX-License-Identifier: BSL-1.0
//
// Where she cannot get out because no rule answers what has failed.
#pragma once

#include "lupaus/check/analysis/exits.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/earlier_failures.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// For all parts and failures at once, along the chains of failures: O(events + situations), and
/// the question whether each failure is answered.
template <class Analysis>
class basic_closed_by_failures {
 public:
  constexpr explicit basic_closed_by_failures(Analysis& analysis)
      : has_other_reason_{analysis.model().parts.size()}, closes_{analysis.model().events.size()} {
    auto const& earlier = analysis.failures_before();
    flags is_unanswered{analysis.model().events.size()}, some{analysis.model().events.size()};
    for (auto const e : earlier.in_order()) {
      if (!analysis.goes_on()) return;
      auto const before = earlier.before(e);
      is_unanswered[e.index()] = !analysis.answered().contain(e);
      some[e.index()] = is_unanswered[e.index()] || (before && some[before.index()]);
    }
    auto const& x = analysis.way_out();
    x.for_each_closed([&](std::size_t n, part_id p, rule_id by) {
      if (by) return;
      auto const after = x.graph().at(n).after;
      auto const last = after ? earlier.last_by(after) : event_id{};
      if (last && some[last.index()])
        closes_[last.index()] = true;
      else
        has_other_reason_[p.index()] = true;
    });
    for (auto i = earlier.in_order().size(); i-- > 0;) {
      auto const e = earlier.in_order()[i];
      if (auto const before = earlier.before(e); before && closes_[e.index()])
        closes_[before.index()] = true;
      closes_[e.index()] = closes_[e.index()] && is_unanswered[e.index()];
    }
  }

  /// True when no rule answers the failure, it comes before some situation of the part in which she
  /// cannot get out, and some such failure comes before each of them.
  constexpr bool contain(event_id failure, part_id p) const {
    return closes_[failure.index()] && !has_other_reason_[p.index()];
  }

 private:
  flags has_other_reason_, closes_;
};

class model_analysis;
using closed_by_failures = basic_closed_by_failures<model_analysis>;

}  // namespace lupaus::inline v0::detail
