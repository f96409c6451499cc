// SPDX-License-Identifier: BSL-1.0
//
// Twice as many failures of one part take twice the work to validate, near enough: beside each
// other, each with its rule, and one after the other.
#include "growth/steps.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report.hpp"
#include "lupaus/validate.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <string>

using namespace lupaus;

namespace {

struct lesson {
  builder b{"a lesson"};
  party_id customer = b.customer("customer"), school = b.seller("school");
  part_id drive = b.service("drive");

  event_id fails(std::size_t i) { return b.fails(drive, "mode " + std::to_string(i)).id(); }
};

/// How much more work twice as many failures are, made by `add(lesson, n)`.
template <class Add>
double growth_of(Add add) {
  auto const steps = [&](std::size_t n) {
    lesson s;
    add(s, n);
    auto const m = s.b.build().value();
    return static_cast<double>(steps_of([&] { BOOST_TEST(!validate(m).empty()); }));
  };
  auto const few = steps(200), many = steps(400);
  BOOST_TEST_REQUIRE(few > 1'000);  // something is counted
  return many / few;
}

constexpr double most = 2.3;  // n log n makes 2.26 of it; n squared makes 4

}  // namespace

BOOST_AUTO_TEST_CASE(failures_beside_each_other_grow_no_faster_than_n_log_n) {
  BOOST_TEST(growth_of([](lesson& s, std::size_t n) {
               for (std::size_t i = 0; i < n; ++i) s.fails(i);
             }) < most);
}

BOOST_AUTO_TEST_CASE(failures_with_a_rule_each_grow_no_faster_than_n_log_n) {
  BOOST_TEST(growth_of([](lesson& s, std::size_t n) {
               for (std::size_t i = 0; i < n; ++i) s.b.on(s.fails(i)).owes(s.school, refund);
             }) < most);
}

BOOST_AUTO_TEST_CASE(failures_of_which_every_other_has_a_rule_grow_no_faster_than_n_log_n) {
  BOOST_TEST(growth_of([](lesson& s, std::size_t n) {
               for (std::size_t i = 0; i < n; ++i)
                 if (auto const e = s.fails(i); i % 2 == 0) s.b.on(e).owes(s.school, refund);
             }) < most);
}

BOOST_AUTO_TEST_CASE(failures_one_after_the_other_grow_no_faster_than_n_log_n) {
  BOOST_TEST(growth_of([](lesson& s, std::size_t n) {
               event_id last;
               for (std::size_t i = 0; i < n; ++i) {
                 auto clause = s.b.fails(s.drive, "mode " + std::to_string(i));
                 if (last) clause.follows(last);
                 last = clause.id();
               }
             }) < most);
}

// The evidence of a finding is looked for in all of the model: that is a small share. With an
// analysis for each finding it is nearly all.
BOOST_AUTO_TEST_CASE(the_words_of_failures_ask_one_analysis) {
  auto const steps = [](std::size_t n) {
    lesson s;
    for (std::size_t i = 0; i < n; ++i)
      if (auto const e = s.fails(i); i % 2 == 0) s.b.on(e).owes(s.school, refund);
    auto const m = s.b.build().value();
    auto const r = validate(m);
    return static_cast<double>(steps_of([&] { BOOST_TEST(!to_lines(r).empty()); }));
  };
  BOOST_TEST(steps(400) / steps(200) < 2.7);
}
