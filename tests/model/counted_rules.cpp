// SPDX-License-Identifier: BSL-1.0
//
// Rules that count how often something has failed: in words, and what cannot be meant.
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>

namespace {

using namespace lupaus;

struct drill_sold {
  builder b{"a drill"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id drill = b.good("drill");
  event_id breaks = b.fails(drill, "breaks").id();
  std::string error() const {
    auto const made = b.build();
    if (made.has_value() || made.error().size() != 1) return "not one error";
    return made.error()[0].where + ": " + made.error()[0].message;
  }
  std::string words(std::size_t from, std::size_t up_to) {
    auto rule = b.on(breaks);
    if (from > 0) rule.from_time(from);
    if (up_to > 0) rule.up_to_time(up_to);
    rule.owes(shop, repair(drill));
    auto const m = b.build();
    return m ? describe(m->view(), rule.id()) : error();
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(counted_rules)

BOOST_AUTO_TEST_CASE(in_words) {
  auto const said = [](std::size_t from, std::size_t up_to) {
    return drill_sold{}.words(from, up_to);
  };
  BOOST_TEST(said(0, 0) == "on breaks: shop repairs the drill");
  BOOST_TEST(said(0, 1) == "on breaks, the 1st time: shop repairs the drill");
  BOOST_TEST(said(0, 2) == "on breaks, the first 2 times: shop repairs the drill");
  BOOST_TEST(said(2, 2) == "on breaks, the 2nd time: shop repairs the drill");
  BOOST_TEST(said(2, 0) == "on breaks, from the 2nd time on: shop repairs the drill");
  BOOST_TEST(said(3, 0) == "on breaks, from the 3rd time on: shop repairs the drill");
  BOOST_TEST(said(4, 6) == "on breaks, from the 4th to the 6th time: shop repairs the drill");
  BOOST_TEST(said(7, 0) == "on breaks, from the 7th time on: shop repairs the drill");
}

BOOST_AUTO_TEST_CASE(up_to_seven) {
  auto const said = [](std::size_t from, std::size_t up_to) {
    return drill_sold{}.words(from, up_to);
  };
  BOOST_TEST(
      said(1, 0) ==
      "the rule on breaks: 'from_time' is 2 to 7, and 1 was given: failures are counted to 7");
  BOOST_TEST(
      said(8, 0) ==
      "the rule on breaks: 'from_time' is 2 to 7, and 8 was given: failures are counted to 7");
  BOOST_TEST(
      said(0, 7) ==
      "the rule on breaks: 'up_to_time' is 1 to 6, and 7 was given: failures are counted to 7");
  BOOST_TEST(said(3, 2) ==
             "the rule on breaks: it is from time 3 on and up to time 2, which is never");
  drill_sold s;
  s.b.on(s.breaks).up_to_time(0).owes(s.shop, repair(s.drill));
  BOOST_TEST(
      s.error() ==
      "the rule on breaks: 'up_to_time' is 1 to 6, and 0 was given: failures are counted to 7");
}

BOOST_AUTO_TEST_CASE(of_failures_alone) {
  auto const counts = ": how often is counted of what fails or is late, and of the report of it";
  for (auto const what : {event_ref{cancel_requested}, event_ref{replacement_requested}}) {
    drill_sold s;
    s.b.on(what).from_time(2).owes(s.shop, refund);
    BOOST_TEST(s.error().ends_with(counts), s.error());
  }
  drill_sold t;
  t.b.on(completed(t.drill)).up_to_time(1).owes(t.shop, refund);
  BOOST_TEST(t.error() == std::string{"the rule on drill completed"} + counts);
  drill_sold u;
  u.b.may_be_late(u.drill);
  u.b.on(reported(late(u.drill))).up_to_time(1).owes(u.shop, refund);
  u.b.on(late(u.drill)).from_time(2).owes(u.shop, refund);
  BOOST_TEST(u.b.build().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
