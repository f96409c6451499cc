// SPDX-License-Identifier: BSL-1.0
//
// A report of twice as many parts takes twice the work, near enough: what a report adds to the
// words of its findings, which here cost nothing.
#include "growth/steps.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <sstream>
#include <string>

using namespace lupaus;

namespace {

/// Services in a row by a handful of firms, each claimed, committed and passed on.
model line_of(std::size_t parts) {
  using std::chrono::hours;
  builder b{"a line"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  party_id const firms[] = {b.subcontractor("first"), b.subcontractor("second"),
                            b.subcontractor("third")};
  part_id last;
  for (std::size_t i = 0; i < parts; ++i) {
    auto const p = b.service("part " + std::to_string(i));
    b.claims(shop, p, within(hours{24}));
    b.commits(shop, p, within(hours{24}));
    b.commits_to(firms[i % 3], shop, p, within(hours{24}));
    if (last) b.before(last, p);
    last = p;
  }
  return b.build().value();
}

explanation few_words(model_view const&, finding const& f) {
  explanation x;
  x.what = "It is there.";
  x.where = "here";
  x.evidence = {f.where};
  return x;
}
constexpr gap there_is_a_part{"there-is-a-part", severity::warning, boundary::recovery,
                              service_gap::specification_delivery, few_words};
constexpr auto every_part = [](model_view const& m, auto&& sink) {
  for (auto p : m.parts.ids())
    sink(finding{.what = &there_is_a_part, .where = p, .part = p, .accountable = m.seller});
};

/// How much more of it there is, for twice the parts.
template <class Work>
double growth_of(Work work) {
  auto const steps = [&](std::size_t parts) {
    auto const r = validate(line_of(parts), every_part);
    BOOST_TEST_REQUIRE(r.size() == parts + 1);  // and the whole
    return static_cast<double>(steps_of([&] { work(r); }));
  };
  auto const few = steps(200), many = steps(400);
  BOOST_TEST_REQUIRE(few > 1'000);  // something is counted
  return many / few;
}

constexpr double most = 2.3;  // n log n makes 2.26 of it; n squared makes 4

}  // namespace

BOOST_AUTO_TEST_CASE(the_matrix_grows_no_faster_than_n_log_n) {
  BOOST_TEST(growth_of([](report const& r) { return matrix_text(r.model()); }) < most);
}

BOOST_AUTO_TEST_CASE(a_report_in_words_grows_no_faster_than_n_log_n) {
  BOOST_TEST(growth_of([](report const& r) { return to_text(r); }) < most);
}

BOOST_AUTO_TEST_CASE(one_line_a_finding_grows_no_faster_than_n_log_n) {
  BOOST_TEST(growth_of([](report const& r) { return to_lines(r); }) < most);
}

BOOST_AUTO_TEST_CASE(a_picture_grows_no_faster_than_n_log_n) {
  BOOST_TEST(growth_of([](report const& r) {
               std::ostringstream out;
               write_dot(out, r);
             }) < most);
}

// The counter counts: twice around two loops is four times the work.
BOOST_AUTO_TEST_CASE(what_grows_with_the_square_is_seen) {
  auto const pairs = [](report const& r) {
    std::size_t same = 0;
    for (auto const& a : r)
      for (auto const& b : r) same += a == b ? 1U : 0U;
    BOOST_TEST(same == r.size());
  };
  BOOST_TEST(growth_of(pairs) > 3.5);
}
