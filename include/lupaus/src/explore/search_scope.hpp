// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: what the searches of one call have in common.
#pragma once

#include "lupaus/detail/enough_memory.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/explore_options.hpp"
#include "lupaus/explore/joins/small_searches.hpp"
#include "lupaus/explore/order/asked_parts.hpp"
#include "lupaus/explore/order/policy_ref.hpp"
#include "lupaus/explore/search/work_meter.hpp"
#include "lupaus/life/order/order_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// What all searches of one call share: the promise and the policy, and what is left of the limits.
struct search_scope {
  search_scope(verdict& of, policy_ref const& p, explore_options const& o)
      : v{of}, policy{p}, options{o}, meter{o.limits, o.progress, of.seen}, asked{of.model()} {}
  search_scope(search_scope const&) = delete;
  search_scope& operator=(search_scope const&) = delete;

  order_plan plan_of(std::vector<bool> const& set, bool keeps_time, not_in_plan others = {}) const {
    return {v.model(),
            options.units,
            !policy.follows_rules(),
            set,
            keeps_time,
            !options.invariants.empty(),
            std::move(others)};
  }
  // `at`: when what is not followed is performed.
  order_plan plan_of(small_searches::search const& s, bool keeps_time,
                     std::vector<std::uint32_t> const& at = {}) const {
    return plan_of(s.followed, keeps_time, {at, s.taken, s.units});
  }
  search_limits limits_left() const {
    auto limits = options.limits;
    limits.states -= (std::min)(limits.states, v.seen.states);
    limits.time = meter.time_left();
    return limits;
  }

  // Invariants may look at all parts at once, and time is one for all.
  bool may_be_apart() const {
    auto const& events = v.model().events;
    return !options.together && options.invariants.empty() && !options.tells_time &&
           std::none_of(events.begin(), events.end(),
                        [](event const& e) { return is_time_out(e.kind); });
  }
  std::size_t budget_of(small_searches::search const& s) const {
    return s.failures.empty() ? 0 : options.failures;
  }

  verdict& v;
  policy_ref policy;
  explore_options const& options;
  work_meter meter;
  asked_parts asked;
};

}  // namespace lupaus::inline v0::detail
