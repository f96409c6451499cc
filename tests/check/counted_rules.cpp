// SPDX-License-Identifier: BSL-1.0
//
// Rules that count: each time that a failure may come is asked about, with the rules for it.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// A drill that may pack up, again and again, once it has come. She may call it off until it has.
struct drill_with_a_guarantee {
  builder b{"a drill, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id drill, delivery;
  event_id packs_up;
  explicit drill_with_a_guarantee(std::int64_t units = 1)
      : drill{b.good("drill", units)}, delivery{b.service("delivery", units)} {
    packs_up = b.fails(drill, "packs up").follows(completed(delivery)).id();
    b.product(drill >> delivery).carries(delivery, drill);
    b.can_do(shop, drill, 0h).can_do(shop, delivery, 120h);
    b.on(cancel_requested).until(possession(drill)).owes(shop, accept);
  }
  rule_clause first(std::size_t n) {
    auto rule = b.on(packs_up);
    rule.up_to_time(n);
    return rule;
  }
  rule_clause from(std::size_t n) {
    auto rule = b.on(packs_up);
    rule.from_time(n);
    return rule;
  }
  std::string uncovered() { return places(b, checks::uncovered_failure); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(counted_rules)

BOOST_AUTO_TEST_CASE(each_time_has_to_be_answered) {
  for (std::size_t up_to = 1; up_to <= 2; ++up_to)
    for (std::size_t from = 2; from <= 3; ++from) {
      drill_with_a_guarantee s;
      s.first(up_to).owes(s.shop, repair(s.drill));
      s.from(from).owes(s.shop, refund);
      BOOST_TEST_CONTEXT(up_to << ", " << from)
      BOOST_TEST(s.uncovered() == (up_to + 1 < from ? "packs up (drill)" : ""));
    }
}

BOOST_AUTO_TEST_CASE(the_first_that_is_open_is_said) {
  drill_with_a_guarantee s;
  s.first(2).owes(s.shop, repair(s.drill));
  auto const m = built(s.b);
  auto const found = findings(m, checks::uncovered_failure);
  BOOST_TEST_REQUIRE(found.size() == 1U);
  auto const what = found[0].what->explain(m, found[0]).what;
  BOOST_TEST(what.ends_with("('packs up') for the 3rd time."), what);
}

BOOST_AUTO_TEST_CASE(what_ends_the_order_is_followed_by_no_second_time) {
  drill_with_a_guarantee s;
  s.first(1).owes(s.shop, refund);
  BOOST_TEST(s.uncovered() == "");
  // But where another fault has it replaced meanwhile, it may pack up once more.
  auto const cracks = s.b.fails(s.drill, "cracks").follows(completed(s.delivery)).id();
  s.b.on(cracks).owes(s.shop, replace(s.drill));
  BOOST_TEST(s.uncovered() == "packs up (drill)");
}

BOOST_AUTO_TEST_CASE(who_asks_for_the_good_has_a_failed_carriage_begun_anew) {
  for (auto const asks : {false, true}) {
    builder b{"a lamp, delivered, and a rug"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const lamp = b.good("lamp"), rug = b.good("rug"), delivery = b.service("delivery");
    b.product(all_of(lamp, delivery, rug)).carries(delivery, lamp);
    b.on(b.fails(delivery, "lost").id()).up_to_time(1).owes(shop, refund);
    if (asks) b.on(replacement_requested).since(completed(rug)).owes(shop, replace(lamp));
    BOOST_TEST(places(b, checks::uncovered_failure) == (asks ? "lost (delivery)" : ""));
  }
}

BOOST_AUTO_TEST_CASE(of_several_units_another_may_have_failed_less_often) {
  for (auto const units : {1, 2}) {
    builder b{"a visit and posts"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const visit = b.service("visit"), post = b.service("post", units);
    b.product(visit >> post).can_do(shop, visit, 24h).can_do(shop, post, 24h);
    b.on(cancel_requested).owes(shop, accept);
    auto const leans = b.fails(post, "leans").id();
    b.on(leans).up_to_time(1).owes(shop, perform_again(visit));
    b.on(leans).from_time(2).up_to_time(2).owes(shop, refund);
    BOOST_TEST(places(b, checks::uncovered_failure) == (units == 1 ? "" : "leans (post)"));
  }
}

BOOST_AUTO_TEST_CASE(rules_for_different_times_are_no_rivals) {
  for (std::size_t up_to = 1; up_to <= 2; ++up_to) {
    drill_with_a_guarantee s;
    s.first(up_to).owes(s.shop, repair(s.drill));
    s.from(2).owes(s.shop, refund);
    BOOST_TEST(findings(built(s.b), checks::rival_rules).size() == (up_to == 1 ? 0U : 1U));
  }
}

BOOST_AUTO_TEST_CASE(what_never_comes_so_often_blocks_nothing) {
  for (auto const comes_again : {false, true}) {
    drill_with_a_guarantee s;
    auto const inspected = s.b.step(s.drill, "inspected").id();
    if (comes_again)
      s.first(1).owes(s.shop, repair(s.drill));
    else
      s.first(1).owes(s.shop, refund);
    s.from(2).owes(s.shop, refund).waits_for(inspected);
    BOOST_TEST(findings(built(s.b), checks::blocked_remedy).size() == (comes_again ? 1U : 0U));
  }
}

BOOST_AUTO_TEST_SUITE_END()
