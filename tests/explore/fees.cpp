// SPDX-License-Identifier: BSL-1.0
//
// The fee that a rule keeps of her money: she gets out, and it costs her something.
#include "lupaus/explore.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/story.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <string>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

/// A course at home, of which a lesson may be called off.
struct lessons {
  builder b{"piano lessons"};
  party_id customer = b.customer("customer"), school = b.seller("school");
  part_id deposit = {}, lesson = {};
  event_id called_off;

  explicit lessons(bool with_deposit = false) {
    if (with_deposit) deposit = b.instalment("deposit");
    lesson = b.service("lesson");
    if (!with_deposit) b.product(lesson);
    b.can_do(school, lesson, 48h).charges(school, lesson, {10'000, "EUR"});
    if (with_deposit) {
      auto const rest = b.instalment("rest");
      b.product(part_ref{deposit} >> lesson >> rest).pays(customer, rest, {7'000, "EUR"});
      b.pays(customer, deposit, {3'000, "EUR"});
    }
    called_off = b.fails(lesson, "called off").id();
    b.reaches(customer, school);
  }
  verdict explored() const { return explore(b.build().value(), {.failures = 1}); }
  std::string cost() const {
    auto const v = explored();
    BOOST_TEST_REQUIRE(v.costs.size() == 1U);
    return phrase(v.model(), v.costs[0]);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(fees)

BOOST_AUTO_TEST_CASE(she_gets_out_and_it_costs_her_the_fee) {
  lessons s;
  s.b.on(cancel_requested).owes(s.school, accept).keeps({2'500, "EUR"});
  BOOST_TEST(s.explored().never_traps());
  BOOST_TEST(s.cost() == "'called off' (lesson): the customer 25.00 EUR, the school nothing");
}

BOOST_AUTO_TEST_CASE(the_larger_of_two) {
  lessons s;
  s.b.on(s.called_off).owes(s.school, refund).keeps({100, "EUR"});
  BOOST_TEST(s.cost() == "'called off' (lesson): the customer 1.00 EUR, the school nothing");
  s.b.on(cancel_requested).owes(s.school, accept).keeps({2'500, "EUR"});
  BOOST_TEST(s.cost() == "'called off' (lesson): the customer 25.00 EUR, the school nothing");
}

BOOST_AUTO_TEST_CASE(no_more_than_she_has_paid) {
  lessons s{true};
  s.b.on(cancel_requested).owes(s.school, accept).keeps({5'000, "EUR"});
  BOOST_TEST(s.cost() == "'called off' (lesson): the customer 30.00 EUR, the school nothing");
}

BOOST_AUTO_TEST_CASE(without_any_price) {
  builder b{"a lesson"};
  b.customer("customer"), b.seller("school");
  auto const lesson = b.service("lesson");
  b.product(lesson).can_do("school", lesson, 48h);
  b.fails(lesson, "called off");
  b.on(cancel_requested).owes("school", accept).keeps({2'500, "EUR"});
  auto const v = explore(b.build().value(), {.failures = 1});
  BOOST_TEST_REQUIRE(v.costs.size() == 1U);
  BOOST_TEST(phrase(v.model(), v.costs[0]) ==
             "'called off' (lesson): the customer 25.00 EUR, the school unknown");
}

BOOST_AUTO_TEST_CASE(a_story_says_what_is_kept) {
  lessons s;
  s.b.on(cancel_requested).owes(s.school, accept).keeps({2'500, "EUR"});
  explore_options options{.failures = 1};
  options.invariants = {
      {"nobody leaves", [](order_view const& o) { return o.phase() != order_phase::called_off; }}};
  auto const m = s.b.build().value();
  auto const v = explore(m, options);
  BOOST_TEST_REQUIRE(v.violations.size() == 1U);
  auto const told = to_text(m, v.violations[0]);
  BOOST_TEST(told.find("but for 25.00") != std::string::npos, told);
}

BOOST_AUTO_TEST_SUITE_END()
