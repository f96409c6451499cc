// SPDX-License-Identifier: BSL-1.0
//
// uncovered-failure: a failure mode of a part with no rule.
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

BOOST_AUTO_TEST_CASE(a_rule_is_a_rule_even_if_it_refuses) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refuse);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
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

BOOST_AUTO_TEST_CASE(a_request_for_replacement_counts_only_with_a_beginning) {
  losing_shop s;
  s.b.on(replacement_requested).owes(s.shop, replace(s.machine));
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (delivery)");
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
