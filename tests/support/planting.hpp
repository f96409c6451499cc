// SPDX-License-Identifier: BSL-1.0
//
// Where gaps can be planted, and what has to be found then.
#pragma once

#include "support/planter.hpp"
#include "support/print.hpp"
#include "support/teller.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace proof {

/// The model, if nothing at all is wrong with it and somebody does all the work: that is what gaps
/// are planted in.
inline std::optional<lupaus::model> flawless(description const& d) {
  auto m = to_model(d);
  if (!m) return {};
  for (auto const& p : (*m)->parts)
    if (lupaus::is_leaf(p) && !p.performer) return {};
  auto found = false;
  lupaus::standard_checks(*m, [&](lupaus::finding const&) { found = true; });
  if (found) return {};
  return m;
}

/// Holds the report against what was foreseen: the causes, and under each what follows from it.
inline std::string difference_from(description const& d, std::vector<foreseen> const& roots,
                                   std::vector<foreseen> const& consequences) {
  auto const m = to_model(d);
  if (!m) return "what was planted does not build:\n" + faults_of(d);
  auto const report = lupaus::validate(*m);
  namer const say{m->view(), d};
  std::multiset<std::string> found, expected;
  for (auto const& f : roots) expected.insert(f.in_words());
  for (auto const& c : consequences) expected.insert("follows: " + c.in_words());
  for (auto const& f : report) {
    found.insert(say(f));
    for (auto const& c : report.consequences(f)) found.insert("follows: " + say(c));
  }
  auto const text = difference(found, expected);
  return text.empty() ? text : "planted:\n" + to_string(d) + text;
}

}  // namespace proof
