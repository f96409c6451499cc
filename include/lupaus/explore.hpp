// SPDX-License-Identifier: BSL-1.0
//
// Drives a fulfilment policy through every failure, and finds the shortest stories in which a
// customer is trapped; or proves that there is none.
//
//   auto const found = explore(as_sold, rules_policy{}, {.failures = 2});
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/explorable_promise.hpp"
#include "lupaus/explore/explore_options.hpp"
#include "lupaus/explore/order/policy.hpp"
#include "lupaus/explore/order/policy_ref.hpp"

#include <concepts>

namespace lupaus::inline v0 {

namespace detail {

LUPAUS_DECL verdict explore(explorable_promise const& promise, policy_ref const& p,
                            explore_options const& options);

}  // namespace detail

/// Explores a promise under a policy: its own rules (`rules_policy{}`), or any code of the concept
/// `policy`. The same promise, policy and options give the same verdict on any machine, unless a
/// limit of time or bytes ends the search. Time and memory: O(states + moves), as of `exploration`.
template <policy Policy>
[[nodiscard]] verdict explore(explorable_promise const& promise, Policy&& p,
                              explore_options const& options = {}) {
  return detail::explore(promise, detail::policy_ref{p}, options);
}
/// Under the rules that the promise itself states.
[[nodiscard]] inline verdict explore(explorable_promise const& promise,
                                     explore_options const& options = {}) {
  return explore(promise, rules_policy{}, options);
}
/// What is no policy: a policy takes `circumstances const&` and gives a `decision`.
template <class NotAPolicy>
  requires(!policy<NotAPolicy> && !std::convertible_to<NotAPolicy, explore_options>)
verdict explore(explorable_promise const& promise, NotAPolicy&& p,
                explore_options const& options = {})
= delete;

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/explore/explore.hpp"
#endif
