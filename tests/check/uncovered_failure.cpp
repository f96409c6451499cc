// SPDX-License-Identifier: BSL-1.0
//
// uncovered-failure: a failure mode that no rule answers in some situation in which it can happen.
#include "check/support.hpp"

using namespace check_test;

namespace {

struct losing_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
};

}  // namespace

BOOST_AUTO_TEST_SUITE(uncovered_failure)

BOOST_AUTO_TEST_CASE(a_failure_mode_with_no_rule) {
  losing_shop s;
  s.b.may_be_late(s.installation);
  s.b.fails(s.machine, "burnt");
  BOOST_TEST(places(s.b, checks::uncovered_failure) ==
             "lost (delivery); installation late; burnt (machine)");
}

BOOST_AUTO_TEST_CASE(not_one_with_a_rule_on_it) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(a_rule_that_gives_her_nothing_answers_nothing) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refuse);
  s.b.on(s.lost).owes(s.shop, act("says sorry"));
  s.b.on(s.lost).owes(s.customer, act("pays a fee"), s.shop);
  s.b.on(s.lost).owes(s.shop, accept);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
  s.b.on(s.lost).owes(s.website, repair(s.delivery));
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(what_two_firms_owe_each_other_answers_nothing) {
  losing_shop s;
  s.b.on(s.lost).owes(s.carrier, refund, s.shop);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
  s.b.on(s.lost).owes(s.carrier, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(what_puts_another_part_right_answers_nothing) {
  {
    losing_shop s;
    s.b.on(s.lost).owes(s.shop, perform_again(s.installation));
    BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
  }
  for (auto const what : {0, 1, 2}) {  // the part, what it carries and what is earlier, all
    losing_shop s;
    s.b.on(s.lost).owes(s.shop, perform_again(what == 0   ? s.delivery
                                              : what == 1 ? s.machine
                                                          : s.b.whole()));
    BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
  }
}

BOOST_AUTO_TEST_CASE(money_back_for_a_part_is_none_for_the_whole) {
  for (auto const all : {false, true}) {
    losing_shop s;
    auto some = refund;
    some.object = all ? s.b.whole() : s.machine;
    s.b.on(s.lost).owes(s.shop, some);
    BOOST_TEST(places(s.b, checks::uncovered_failure) == (all ? "" : "lost (delivery)"));
  }
}

BOOST_AUTO_TEST_CASE(what_she_causes_asks_for_a_rule_and_for_no_remedy) {
  for (auto const hers : {true, false}) {
    contracted_shop s;
    auto const missed = s.b.fails(s.delivery, "missed").by(hers ? s.customer : s.carrier).id();
    BOOST_TEST(places(s.b, checks::uncovered_failure) == "missed (delivery)");
    s.b.on(missed).owes(s.customer, act("pays a second trip"), s.shop);
    BOOST_TEST(places(s.b, checks::uncovered_failure) == (hers ? "" : "missed (delivery)"));
  }
}

BOOST_AUTO_TEST_CASE(a_rule_that_is_over_by_then_or_has_not_begun_answers_nothing) {
  losing_shop s;
  s.b.on(s.lost).until(shipped(s.delivery)).owes(s.shop, refund);
  s.b.on(s.lost).since(completed(s.delivery)).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
  s.b.on(s.lost).since(shipped(s.delivery)).until(completed(s.installation)).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(a_rule_until_the_order_or_until_she_asks_to_cancel_may_be_over) {
  for (auto const end : {event_ref{ordered}, event_ref{cancel_requested}}) {
    losing_shop s;
    s.b.on(s.lost).until(end).owes(s.shop, refund);
    BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
  }
}

BOOST_AUTO_TEST_CASE(a_step_that_leads_nowhere_may_end_the_rule_all_the_same) {
  losing_shop s;
  auto const seen = s.b.step(s.delivery, "seen").follows(shipped(s.delivery)).id();
  s.b.on(s.lost).until(seen).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
  s.b.on(s.lost).since(seen).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(what_comes_after_the_failure_ends_only_what_she_has_to_ask_for) {
  for (auto const asks : {false, true}) {
    losing_shop s;
    auto const found = s.b.step(s.delivery, "found").follows(s.lost).id();
    if (asks)
      s.b.on(replacement_requested).until(found).owes(s.shop, replace(s.machine));
    else
      s.b.on(s.lost).until(found).owes(s.shop, refund);
    BOOST_TEST(places(s.b, checks::uncovered_failure) == (asks ? "lost (delivery)" : ""));
  }
}

BOOST_AUTO_TEST_CASE(a_later_part_ends_no_rule_unless_the_failure_shows_when_its_part_is_done) {
  for (auto const shows_later : {false, true}) {
    contracted_shop s;
    auto fault = s.b.fails(s.delivery, "faulty");
    if (shows_later) fault.follows(completed(s.delivery)).by(s.customer);
    s.b.on(fault.id()).until(started(s.installation)).owes(s.shop, refund);
    BOOST_TEST(places(s.b, checks::uncovered_failure) == (shows_later ? "faulty (delivery)" : ""));
  }
}

BOOST_AUTO_TEST_CASE(a_rule_begins_where_another_ends) {
  for (auto const meets : {true, false}) {
    contracted_shop s;
    auto const seen = s.b.step(s.delivery, "seen").follows(shipped(s.delivery)).id();
    auto const moved = s.b.step(s.delivery, "moved").follows(shipped(s.delivery)).id();
    auto const lost = s.b.fails(s.delivery, "lost").follows(seen).follows(moved).id();
    s.b.on(lost).until(seen).owes(s.shop, refund);
    BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
    s.b.on(lost).since(meets ? seen : moved).owes(s.shop, replace(s.machine));
    BOOST_TEST(places(s.b, checks::uncovered_failure) == (meets ? "" : "lost (delivery)"));
  }
}

BOOST_AUTO_TEST_CASE(what_goes_on_beside_it_may_end_the_rule_first) {
  builder b{"a cooker, and a lamp"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const lamp = b.service("lamp"), cooker = b.service("cooker");
  b.product(all_of(lamp, cooker)).can_do(shop, lamp, 1h).can_do(shop, cooker, 1h);
  auto const lost = b.fails(cooker, "lost").id();
  b.on(lost).until(completed(lamp)).owes(shop, refund);
  BOOST_TEST(places(b, checks::uncovered_failure) == "lost (cooker)");
  b.on(lost).until(completed(cooker)).owes(shop, refund);
  BOOST_TEST(places(b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(not_one_with_a_rule_on_its_report) {
  losing_shop s;
  s.b.on(reported(s.lost)).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(a_rule_on_another_failure_does_not_count) {
  losing_shop s;
  auto const damaged = s.b.fails(s.delivery, "damaged").id();
  s.b.on(damaged).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
}

BOOST_AUTO_TEST_CASE(a_rule_on_a_request_to_cancel_does_not_count) {
  losing_shop s;
  s.b.on(cancel_requested).since(s.lost).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
}

BOOST_AUTO_TEST_CASE(not_one_in_the_scope_of_a_remedy_on_request_for_replacement) {
  losing_shop s;
  s.b.on(replacement_requested).since(shipped(s.delivery)).owes(s.shop, replace(s.machine));
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(to_ask_for_a_replacement_is_enough) {
  losing_shop s;
  s.b.on(replacement_requested).owes(s.shop, perform_again(s.installation));
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
  s.b.on(replacement_requested).owes(s.shop, accept);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(a_request_for_replacement_counts_only_where_its_scope_includes_the_failure) {
  losing_shop s;
  s.b.on(replacement_requested).since(completed(s.delivery)).owes(s.shop, replace(s.machine));
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
  s.b.on(replacement_requested).since(s.lost).owes(s.shop, replace(s.machine));
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(to_refuse_a_replacement_covers_nothing) {
  losing_shop s;
  s.b.on(replacement_requested).since(s.lost).owes(s.shop, refuse);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
}

BOOST_AUTO_TEST_CASE(a_step_needs_no_rule) {
  contracted_shop s;
  s.b.step(s.delivery, "rerouted");
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_SUITE_END()
