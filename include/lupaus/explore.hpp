// SPDX-License-Identifier: BSL-1.0
//
// Drives a fulfilment policy through every failure, and finds the shortest stories in which a
// customer is trapped; or proves that there is none.
//
//   auto const found = explore(as_sold, rules_policy{}, {.failures = 2});
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/explore_options.hpp"
#include "lupaus/explore/order/policy.hpp"
#include "lupaus/explore/order/policy_ref.hpp"
#include "lupaus/model/model.hpp"

#include <optional>

namespace lupaus::inline v0 {

namespace detail {

/// `keep` is `m`'s model, where there is one to keep.
LUPAUS_DECL verdict explore(model_view const& m, std::optional<model> keep, policy_ref const& p,
                            explore_options const& options);

}  // namespace detail

/// Explores a promise under a policy: its own rules (`rules_policy{}`), or any code of the concept
/// `policy`. The same promise, policy and options give the same verdict on any machine, unless a
/// limit of time or bytes ends the search. Time and memory: O(states + moves), as of `exploration`.
template <policy Policy>
verdict explore(model const& m, Policy&& p, explore_options const& options = {}) {
  return detail::explore(m.view(), m, detail::policy_ref{p}, options);
}
/// The same over columns that somebody else keeps alive, such as `view_of<as_sold>`.
template <policy Policy>
verdict explore(model_view const& m, Policy&& p, explore_options const& options = {}) {
  return detail::explore(m, std::nullopt, detail::policy_ref{p}, options);
}
/// Under the rules that the promise itself states.
inline verdict explore(model const& m, explore_options const& options = {}) {
  return explore(m, rules_policy{}, options);
}
inline verdict explore(model_view const& m, explore_options const& options = {}) {
  return explore(m, rules_policy{}, options);
}

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/explore.hpp"
#endif
