// SPDX-License-Identifier: BSL-1.0
//
// A report is a range of findings: it composes with views, and copies and keeps what it needs.
#include "lupaus/validate.hpp"

#include "check/flagship.hpp"
#include "check/support.hpp"

#include <range/v3/range/concepts.hpp>
#include <range/v3/view/filter.hpp>
#include <range/v3/view/transform.hpp>
#include <utility>

using namespace check_test;
using flagship::washing_machine;

static_assert(ranges::forward_range<report>);
static_assert(ranges::forward_range<report const>);
static_assert(ranges::random_access_range<report const>);
static_assert(ranges::sized_range<report const>);

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(findings_compose_with_views) {
  washing_machine const w;
  auto const found = validate(built(w.b));
  auto parts = found | ranges::views::filter([](finding const& f) {
                 return f.what->between == boundary::fulfilment_delivery;
               }) |
               ranges::views::transform([&](finding const& f) {
                 return std::string{f.what->id} + " of " + name_of(found.model(), f.part);
               });
  std::string text;
  for (auto const& line : parts) text += line + "\n";
  BOOST_TEST(text ==
             "unowned-handoff of installation\n"
             "customer-in-the-middle of installation\n");
}

BOOST_AUTO_TEST_CASE(a_report_without_findings) {
  builder b{"a lamp"};
  b.customer("customer");
  b.seller("shop");
  b.good("lamp");
  b.can_do("shop", "lamp", 0h).paid(payment::on_the_spot);
  auto const none = validate(b.build().value());
  BOOST_TEST(none.empty());
  BOOST_TEST(none.size() == 0u);
  BOOST_TEST(none.is_sound());
  BOOST_TEST(bool(none.begin() == none.end()));
}

BOOST_AUTO_TEST_CASE(the_same_model_gives_the_same_report) {
  washing_machine const w;
  auto const m = built(w.b);
  auto const once = validate(m), again = validate(m);
  BOOST_TEST_REQUIRE(once.size() == again.size());
  for (std::size_t i = 0; i < once.size(); ++i) {
    BOOST_TEST(bool(once[i] == again[i]));
    BOOST_TEST(once.consequences(i).size() == again.consequences(i).size());
  }
}

BOOST_AUTO_TEST_CASE(a_report_keeps_its_model) {
  auto const found = [] {
    washing_machine const w;
    return validate(built(w.b));
  }();
  BOOST_TEST(found.size() == 11u);
  for (auto const& f : found) BOOST_TEST(!found.explain(f).where.empty());
}

BOOST_AUTO_TEST_CASE(a_report_on_columns_of_somebody_else) {
  washing_machine const w;
  auto const m = built(w.b);
  auto const found = validate(m.view());
  BOOST_TEST(lines(found) == lines(validate(m)));
  BOOST_TEST(found.model().parties.begin() == m->parties.begin());
}

BOOST_AUTO_TEST_CASE(a_copied_and_a_moved_report_say_the_same) {
  washing_machine const w;
  auto first = validate(built(w.b));
  auto const text = lines(first);
  auto const copy = first;
  auto const moved = std::move(first);
  BOOST_TEST(lines(copy) == text);
  BOOST_TEST(lines(moved) == text);
}

BOOST_AUTO_TEST_CASE(consequences_by_index_and_by_finding_are_the_same) {
  washing_machine const w;
  auto const found = validate(built(w.b));
  std::size_t total = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    BOOST_TEST(&found.consequences(i) == &found.consequences(found[i]));
    total += found.consequences(i).size();
  }
  BOOST_TEST(total == 4u);
}

BOOST_AUTO_TEST_CASE(what_is_counted_adds_up) {
  washing_machine const w;
  auto const found = validate(built(w.b));
  BOOST_TEST(found.count(severity::error) + found.count(severity::warning) +
                 found.count(severity::note) ==
             found.size());
}

BOOST_AUTO_TEST_SUITE_END()
