// SPDX-License-Identifier: BSL-1.0
//
// unbounded-remedy: a remedy for which no time is stated.
#include "check/support.hpp"

using namespace check_test;

namespace {

struct losing_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
};
std::string unbounded(builder const& b) { return places(b, checks::unbounded_remedy); }

}  // namespace

BOOST_AUTO_TEST_SUITE(unbounded_remedy)

BOOST_AUTO_TEST_CASE(a_refund_at_no_time_in_particular) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund);
  BOOST_TEST(unbounded(s.b) == "on lost: shop refunds");
}

BOOST_AUTO_TEST_CASE(not_with_a_time) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund).within(48h);
  BOOST_TEST(unbounded(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_what_is_no_remedy_or_is_not_owed_to_the_customer) {
  losing_shop s;
  s.b.on(cancel_requested).owes(s.shop, accept);
  s.b.on(s.lost).owes(s.carrier, refund, s.shop);
  BOOST_TEST(unbounded(s.b) == "");
}

BOOST_AUTO_TEST_CASE(is_one_of_the_checks_that_validate_runs) {
  losing_shop s;
  s.b.on(s.lost).owes(s.shop, refund);
  BOOST_TEST(validate(built(s.b)).count(gaps::unbounded_remedy) == 1u);
}

BOOST_AUTO_TEST_CASE(follows_from_a_duty_that_was_imposed) {
  losing_shop s;
  auto const driver = s.b.subcontractor("driver");
  s.b.on(s.lost).owes(driver, refund);
  auto const found = validate(built(s.b));
  BOOST_TEST(found.count(gaps::unbounded_remedy) == 0u);
  BOOST_TEST(lines(found).find("\n  unbounded-remedy: on lost") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
