// SPDX-License-Identifier: BSL-1.0
//
// Promises and policies in Boost.Test: predicates whose failure message is the story, and data sets
// of what can go wrong.
//
//   BOOST_AUTO_TEST_CASE(nobody_is_trapped) {
//     BOOST_TEST(never_traps(washing_machine(), our_policy{}));
//     BOOST_TEST(recovers_within(washing_machine(), our_policy{}, 48h));
//   }
//   BOOST_DATA_TEST_CASE(nor_by_this_failure, failures(washing_machine()), failure) {
//     BOOST_TEST(never_traps(washing_machine(), our_policy{}, failure));
//   }
//
// Includes Boost.Test's light headers only; the program chooses how it links its runner.
#pragma once

#include "lupaus/explore.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/test/scenarios.hpp"
#include "lupaus/validate.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/tools/assertion_result.hpp>

#include <string>
#include <utility>

namespace lupaus::inline v0 {

namespace detail {

/// A verdict of a test, with what it says when it fails.
inline boost::test_tools::assertion_result tested(bool holds, std::string const& otherwise) {
  boost::test_tools::assertion_result r{holds};
  if (!holds) r.message() << "\n\n" << otherwise;
  return r;
}

}  // namespace detail

/// No gap of severity error; else the report.
[[nodiscard]] inline boost::test_tools::assertion_result is_sound(model const& promise) {
  auto const report = validate(promise);
  return detail::tested(report.is_sound(), to_text(report));
}
[[nodiscard]] inline boost::test_tools::assertion_result is_sound(model_view const& promise) {
  auto const report = validate(promise);
  return detail::tested(report.is_sound(), to_text(report));
}

/// No customer is trapped or doomed within the budget, every state having been seen; else the
/// stories, or how far the explorer looked.
template <policy Policy = rules_policy>
[[nodiscard]] boost::test_tools::assertion_result never_traps(explorable_promise const& promise,
                                                              Policy&& p = {},
                                                              explore_options const& options = {}) {
  auto const v = explore(promise, p, options);
  return detail::tested(v.never_traps(), to_text(v));
}
/// The same where only what the scenario names may go wrong.
template <policy Policy>
[[nodiscard]] boost::test_tools::assertion_result never_traps(explorable_promise const& promise,
                                                              Policy&& p, scenario const& what) {
  return never_traps(promise, p, what.options());
}

/// She is told of every failure in the time that she was promised; or at all, where nothing was
/// promised. It rests on the notices that are owed, whatever the policy decides.
template <policy Policy = rules_policy>
[[nodiscard]] boost::test_tools::assertion_result keeps_informed(
    explorable_promise const& promise, Policy&& p = {}, explore_options const& options = {}) {
  auto const v = explore(promise, p, options);
  return detail::tested(v.missed_notices.empty(), detail::missed_notices_text(v));
}

/// Nobody is trapped, and whatever fails is performed after all within that time from when the
/// seller learns of it (from the failure, where nobody tells him), every party taking all the time
/// that it has. What waits for something that nobody has bound counts as a trap or not at all.
template <policy Policy, duration_like D>
[[nodiscard]] boost::test_tools::assertion_result recovers_within(explorable_promise const& promise,
                                                                  Policy&& p, D time,
                                                                  explore_options options = {}) {
  options.times = true;
  auto const v = explore(promise, p, options);
  if (!v.never_traps()) return detail::tested(false, to_text(v));
  auto const limit = to_seconds(time);
  if (limit.fault)
    return detail::tested(false, "The time is to be " + std::string{limit.fault} + ".\n");
  auto const late = detail::late_recovery_text(v, limit.value);
  return detail::tested(late.empty(), late);
}

}  // namespace lupaus::inline v0
