// SPDX-License-Identifier: BSL-1.0
//
// A validation within a limit of work says what it did not finish, and tells what it finished as
// one without a limit does.
#include "lupaus/builder.hpp"
#include "lupaus/check/gaps.hpp"
#include "lupaus/report.hpp"
#include "lupaus/validate.hpp"

#include "support/findings.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace lupaus;

namespace {

bool is_unfinished(report const& r, finding const& f) {
  auto const& seen = r.coverage();
  return (seen.left_off && f.is(*seen.left_off)) ||
         std::any_of(seen.not_begun.begin(), seen.not_begun.end(),
                     [&](gap const* g) { return f.is(*g); });
}

/// The findings that a report has to tell, each by itself.
std::vector<finding> finished(std::vector<finding> all, report const& r) {
  all.erase(
      std::remove_if(all.begin(), all.end(), [&](finding const& f) { return is_unfinished(r, f); }),
      all.end());
  return all;
}

/// However much is allowed, from one step to more than it takes.
void require_honest(model const& m, std::uint64_t seed, std::size_t& stopped) {
  auto const all = proof::raw_findings(m.view());
  auto const whole_report = validate(m);
  BOOST_TEST_REQUIRE(whole_report.is_complete());
  BOOST_TEST_REQUIRE((whole_report.coverage().why == work_end::complete));
  auto const needed = whole_report.coverage().work;
  for (std::size_t work = 1; work < 2 * needed + 2; work = work + 1 + work / 2) {
    BOOST_TEST_CONTEXT("seed " << seed << ", " << work << " steps of " << needed) {
      auto const r = validate(m, {.work = work});
      BOOST_TEST_REQUIRE(r.coverage().work <= work);
      BOOST_TEST_REQUIRE((r.coverage().why == work_end::complete) == (work >= needed));
      if (r.coverage().why == work_end::complete) {
        BOOST_TEST_REQUIRE(r.is_complete());
        BOOST_TEST_REQUIRE(r.size() == whole_report.size());
        continue;
      }
      ++stopped;
      BOOST_TEST_REQUIRE((r.coverage().why == work_end::work));
      auto const told = finished(all, r);
      BOOST_TEST_REQUIRE((std::vector<finding>(r.begin(), r.end()) == told));
      if (r.is_complete()) continue;  // what follows from what was not sorted out, and no more
      BOOST_TEST_REQUIRE(!r.is_sound());
      BOOST_TEST_REQUIRE(r.has_errors() ==
                         std::any_of(told.begin(), told.end(), [](finding const& f) {
                           return f.what->severity == severity::error;
                         }));
      // Each check was finished, left off or not begun.
      auto const& seen = r.coverage();
      auto const begun = std::size(standard_gaps) - seen.not_begun.size();
      BOOST_TEST_REQUIRE(begun > 0U);
      BOOST_TEST_REQUIRE((*seen.left_off == *standard_gaps[begun - 1]));
      for (std::size_t i = 0; i < seen.not_begun.size(); ++i)
        BOOST_TEST_REQUIRE((*seen.not_begun[i] == *standard_gaps[begun + i]));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_report_within_a_limit_of_work_says_what_it_did_not_finish) {
  std::size_t stopped = 0;
  auto const n = proof::runs(150);
  for (std::size_t i = 0; i < n; ++i) {
    auto const seed = proof::first_seed() + i;
    for (auto const& d : {proof::random_promise(seed), proof::wild_promise(seed)})
      if (auto const m = proof::to_model(d)) require_honest(*m, seed, stopped);
  }
  BOOST_TEST(stopped > n);
}

BOOST_AUTO_TEST_CASE(words_within_a_limit_are_the_same_words_or_none) {
  std::size_t made = 0, missing = 0;
  auto const n = proof::runs(60);
  for (std::size_t i = 0; i < n; ++i) {
    auto const seed = proof::first_seed() + i;
    auto const m = proof::to_model(proof::random_promise(seed));
    if (!m) continue;
    auto const r = validate(*m);
    for (std::size_t work = 1; work < 100'000; work = 2 * work + 1) {
      explainer some{r, {.work = work}};
      for (auto const& f : r) {
        auto const x = some(f);
        BOOST_TEST_CONTEXT(f.what->id << " of seed " << seed << ", " << work << " steps") {
          if (x.what.find("not told in words") != std::string::npos) {
            ++missing;
            continue;
          }
          ++made;
          auto const expected = r.explain(f);
          BOOST_TEST_REQUIRE(x.what == expected.what);
          BOOST_TEST_REQUIRE(x.why == expected.why);
          BOOST_TEST_REQUIRE((x.evidence == expected.evidence));
        }
      }
    }
  }
  BOOST_TEST(made > n);
  BOOST_TEST(missing > n);
}

namespace {

/// A service that may fail in some ways, of which a customer hears nothing.
model lesson_of(std::size_t failures) {
  builder b{"a lesson"};
  b.customer("customer");
  auto const school = b.seller("school");
  auto const drive = b.service("drive");
  for (std::size_t i = 0; i < failures; ++i)
    b.on(b.fails(drive, "mode " + std::to_string(i)).id()).owes(school, refund);
  return b.build().value();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_report_that_was_stopped_is_told_so) {
  auto const m = lesson_of(3);
  auto const r = validate(m, {.work = 1});
  BOOST_TEST(!r.is_sound());
  BOOST_TEST(to_string(r.coverage()).find("stopped by the limit of work: ") == 0U);
  BOOST_TEST(to_string(r.coverage()).find(" was not finished, and ") != std::string::npos);
  auto const text = to_text(r, {.width = 10'000});
  BOOST_TEST(text.find(to_string(r.coverage())) != std::string::npos);
  BOOST_TEST(text.find("somebody answers for it") == std::string::npos);
  BOOST_TEST(to_lines(r).find("warning: not-finished: a lesson: stopped by") != std::string::npos);
  auto const whole_report = validate(m);
  BOOST_TEST(to_string(whole_report.coverage()) == "complete");
  BOOST_TEST(to_lines(whole_report).find("not-finished") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(time_is_a_limit) {
  auto const r = validate(lesson_of(300), {.time = std::chrono::nanoseconds{1}});
  BOOST_TEST((r.coverage().why == work_end::time));
  BOOST_TEST(!r.is_sound());
}

BOOST_AUTO_TEST_CASE(words_that_were_not_made_are_said_to_be_missing) {
  auto const m = lesson_of(3);
  auto const r = validate(m);
  explainer none{r, {.work = 1}}, all{r};
  BOOST_TEST_REQUIRE(r.size() > 0U);
  for (auto const& f : r) {
    BOOST_TEST(none(f).what.find("not told in words: stopped by the limit of work") !=
               std::string::npos);
    BOOST_TEST((none(f).evidence == std::vector<element>{f.where}));
    BOOST_TEST((none.evidence(f) == std::vector<element>{f.where}));
    BOOST_TEST(all(f).what == r.explain(f).what);
    BOOST_TEST((all.evidence(f) == r.evidence(f)));
  }
}
