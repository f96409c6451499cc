// SPDX-License-Identifier: BSL-1.0
//
// One cause, one gap: a report says everything that the checks find, each once, and nothing stands
// on its own that only follows from something else.
#include "lupaus/check/consequence.hpp"

#include "support/findings.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace {

using proof::description, proof::namer, proof::to_verdict;

std::string lost_or_doubled(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  namer const say{*m, d};
  auto const report = lupaus::validate(*m);
  std::multiset<std::string> found, reported;
  for (auto const& f : proof::raw_findings(*m)) found.insert(say(f));
  for (std::size_t i = 0; i < report.size(); ++i) {
    reported.insert(say(report[i]));
    for (auto const& c : report.consequences(i)) reported.insert(say(c));
  }
  auto text = proof::difference(reported, found);
  for (auto const& x : found)
    if (found.count(x) > 1) text += "  twice: " + x + "\n";
  return text;
}

/// By the library's table, and by the words of the design.
std::string standing_though_it_follows(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  namer const say{*m, d};
  proof::oracle const oracle{*m};
  auto const all = proof::raw_findings(*m);
  std::string text;
  for (auto const& root : lupaus::validate(*m))
    for (auto const& cause : all)
      if (!(cause == root) && (follows_from(*m, cause, root) ||
                               oracle.follows(to_verdict(*m, cause), to_verdict(*m, root))))
        text += "  " + say(root) + "\n    follows from " + say(cause) + "\n";
  return text;
}

std::string listed_though_it_does_not_follow(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  namer const say{*m, d};
  proof::oracle const oracle{*m};
  auto const report = lupaus::validate(*m);
  std::string text;
  for (std::size_t i = 0; i < report.size(); ++i) {
    // What follows from the root, or from what does.
    std::vector<lupaus::finding> causes{report[i]};
    auto left = report.consequences(i);
    for (auto news = true; news;) {
      news = false;
      for (auto const& f : std::vector{left})
        if (std::any_of(causes.begin(), causes.end(), [&](lupaus::finding const& c) {
              return oracle.follows(to_verdict(*m, c), to_verdict(*m, f));
            })) {
          causes.push_back(f);
          std::erase(left, f);
          news = true;
        }
    }
    for (auto const& f : left)
      text += "  " + say(f) + "\n    does not follow from " + say(report[i]) + "\n";
  }
  return text;
}

std::string counted_otherwise(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  auto const report = lupaus::validate(*m);
  auto const again = lupaus::validate(m->view());
  if (!std::equal(report.begin(), report.end(), again.begin(), again.end()))
    return "validated twice, it differs";
  auto const errors = static_cast<std::size_t>(std::count_if(
      report.begin(), report.end(),
      [](lupaus::finding const& f) { return f.what->severity == lupaus::severity::error; }));
  if (report.count(lupaus::severity::error) != errors) return "errors are counted wrongly";
  // An error may follow from a warning, and counts all the same.
  auto const all = proof::raw_findings(*m);
  auto const is_sound = std::none_of(all.begin(), all.end(), [](lupaus::finding const& f) {
    return f.what->severity == lupaus::severity::error;
  });
  if (report.is_sound() != is_sound) return "the report calls it sound, or not, wrongly";
  if (lupaus::is_sound(m->view()) != is_sound) return "is_sound differs from the report";
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(the_report)

BOOST_AUTO_TEST_CASE(says_every_finding_exactly_once) {
  proof::hold_on_random(proof::runs(1500), proof::wild_promise, lost_or_doubled);
}

BOOST_AUTO_TEST_CASE(lets_nothing_stand_that_follows_from_something_else) {
  proof::hold_on_random(proof::runs(800), proof::wild_promise, standing_though_it_follows);
}

BOOST_AUTO_TEST_CASE(lists_under_a_cause_only_what_follows_from_it) {
  proof::hold_on_random(proof::runs(800), proof::wild_promise, listed_though_it_does_not_follow);
}

BOOST_AUTO_TEST_CASE(counts_what_it_holds) {
  proof::hold_on_random(proof::runs(800), proof::wild_promise, counted_otherwise);
}

BOOST_AUTO_TEST_SUITE_END()
