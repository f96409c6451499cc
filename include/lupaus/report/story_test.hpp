// SPDX-License-Identifier: BSL-1.0
//
// Stories as test cases of Boost.Test: each fails until the promise or the policy is mended.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/answers/verdict.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

/// What a written test is about: expressions and headers of the user's own.
struct test_options {
  std::vector<std::string> includes = {};         ///< as "<fstream>" or "\"shop/promise.hpp\""
  std::string promise = "the_promise()";          ///< gives a `model` or a `model_view`
  std::string policy = "lupaus::rules_policy{}";  ///< gives the policy
  std::string helpers = {};                       ///< what both need, before the first test
  std::string suite = {};                         ///< its name; else made from the title
  /// For all tests: time, and bytes of code. How many are left out is said.
  search_limits limits = {};
};

/// A text as a string literal of C++, whatever is in it; for `test_options`.
[[nodiscard]] LUPAUS_DECL std::string cpp_string(std::string_view text);

/// A source file for a program of Boost.Test, ready to compile: a test case for every story, which
/// makes its moves and fails while the promise and the policy still lead into the trap. Without a
/// story, an empty suite.
[[nodiscard]] LUPAUS_DECL std::string to_boost_test(verdict const& v, test_options const& options);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/story/story_test.hpp"
#endif
