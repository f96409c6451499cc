// SPDX-License-Identifier: BSL-1.0
//
// What is found in many promises: a test of all of them is worth little if they are much the same.
#pragma once

#include "lupaus/check/standard_checks.hpp"
#include "lupaus/validate.hpp"

#include <boost/test/unit_test.hpp>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace promise_test {

using namespace lupaus;

struct census {
  int promises = 0, sound = 0;
  std::map<std::string_view, int> gaps;

  census() = default;
  census(std::initializer_list<model_view> models) {
    for (auto const& m : models) {
      ++promises;
      sound += is_sound(m);
      standard_checks(m, [&](finding const& f) { ++gaps[f.what->id]; });
    }
  }
  friend census operator+(census a, census const& b) {
    a.promises += b.promises;
    a.sound += b.sound;
    for (auto const& [id, n] : b.gaps) a.gaps[id] += n;
    return a;
  }
};

/// A third at least are sound, a third are not, and most kinds of gap are found in some.
inline boost::test_tools::predicate_result is_varied(census const& c) {
  boost::test_tools::predicate_result varied{true};
  if (3 * c.sound < c.promises || 3 * c.sound > 2 * c.promises) varied = false;
  varied.message() << c.sound << " of " << c.promises << " are sound; found";
  for (auto const& [id, n] : c.gaps) varied.message() << ' ' << id << ' ' << n;
  for (auto id :
       {"disowned-part", "unmandated-claim", "unbacked-claim", "overclaimed-term",
        "cyclic-delegation", "missing-enabler", "unperformed-commitment", "weaker-subcontract",
        "unowned-handoff", "customer-in-the-middle", "dangling-antecedent", "uncovered-failure",
        "blocked-remedy", "late-remedy", "misapplied-rule", "reversed-remedy", "silent-failure",
        "no-exit", "uninformed-party"})
    if (!c.gaps.count(id)) {
      varied = false;
      varied.message() << "; none has the gap " << id;
    }
  return varied;
}

}  // namespace promise_test
