// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: what the searches of one call have in common.
#pragma once

#include "lupaus/detail/enough_memory.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/explore_options.hpp"
#include "lupaus/explore/joins/small_searches.hpp"
#include "lupaus/explore/order/asked_parts.hpp"
#include "lupaus/explore/order/exposure_watch.hpp"
#include "lupaus/explore/order/policy_ref.hpp"
#include "lupaus/explore/search/work_meter.hpp"
#include "lupaus/life/order/asked_history.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/life/part_order.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// What all searches of one call share: the promise and the policy, and what is left of the limits.
struct search_scope {
  /// `h`: what is asked of earlier attempts; see `asked_history`.
  search_scope(verdict& of, policy_ref const& p, explore_options const& o, asked_history& h)
      : v{of},
        policy{p},
        options{o},
        meter{o.limits, o.progress, of.seen},
        asked{of.model()},
        history{h} {}
  search_scope(search_scope const&) = delete;
  search_scope& operator=(search_scope const&) = delete;

  order_plan plan_of(std::vector<bool> const& set, bool keeps_time, not_in_plan others = {}) const {
    return {v.model(),
            options.units,
            !policy.follows_rules(),
            set,
            keeps_time,
            !options.invariants.empty(),
            std::move(others),
            &history};
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

  // Invariants may look at all parts at once, and time is one for all. Of what came before some
  // search may see too little.
  bool may_be_apart() const {
    return !options.together && options.invariants.empty() && !options.tells_time &&
           history.size() == 0 && !has_time_outs(v.model());
  }
  // When she pays is hers to say, and may bind all that comes after.
  bool may_be_timed_apart() const { return may_be_apart() && !has_instalments(v.model()); }
  std::size_t budget_of(small_searches::search const& s) const {
    return s.failures.empty() ? 0 : options.failures;
  }

  // The policy, where something that is not followed need not be performed when all that is
  // followed is: it comes before none of that, and is not there by itself.
  policy_ref const* decides_elsewhere(order_plan const& plan, std::vector<bool> const& followed) {
    auto const& m = v.model();
    if (followed.empty()) return nullptr;
    if (comes_by_itself_.empty()) {
      comes_by_itself_.resize(m.parts.size());
      order_plan const all{m, 1, false};
      for (auto const& p : all.parts()) comes_by_itself_[p.part.index()] = p.is_in_stock;
    }
    for (auto p : m.parts.ids()) {
      auto const* const some = plan.of(p);
      if (!is_leaf(m.parts[p]) || comes_by_itself_[p.index()] || (some && some->rest == 0))
        continue;
      auto const is_needed =
          std::any_of(plan.parts().begin(), plan.parts().end(),
                      [&](part_plan const& q) { return is_before(m, p, q.part); });
      if (!is_needed) return &policy;
    }
    return nullptr;
  }
  void add_money(exposure_watch const& watch) {
    for (auto const& x : watch.money())
      if (std::find(money.begin(), money.end(), x) == money.end()) money.push_back(x);
  }

  verdict& v;
  policy_ref policy;
  explore_options const& options;
  work_meter meter;
  asked_parts asked;
  asked_history& history;
  std::vector<money_for_others> money;  // as the searches saw it

 private:
  std::vector<bool> comes_by_itself_;
};

}  // namespace lupaus::inline v0::detail
