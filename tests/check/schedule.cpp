// SPDX-License-Identifier: BSL-1.0
//
// The schedule of a promise that cannot be kept to the end: what is known is told all the same.
// tests/promise/queries.cpp holds the schedule of those that can against other ways to find it.
#include "lupaus/check/analysis/schedule.hpp"

#include "check/support.hpp"

using namespace check_test;

namespace {

constexpr auto hours(seconds_t n) { return known_time::of({3'600 * n, {}}); }

}  // namespace

BOOST_AUTO_TEST_SUITE(schedules)

BOOST_AUTO_TEST_CASE(the_path_of_a_whole_promise) {
  contracted_shop s;
  auto const m = built(s.b);
  schedule const x{m};
  BOOST_TEST((x.critical_path() == hours(72)));
  BOOST_TEST((x.last() == s.installation));
  BOOST_TEST((x[s.installation].begins == hours(48)));
  BOOST_TEST(x[s.delivery].is_critical);
}

BOOST_AUTO_TEST_CASE(slack_is_what_a_part_may_take_longer) {
  builder b{"a parcel"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const gift = b.service("gift"), card = b.service("card"), pack = b.service("pack");
  b.product(all_of(gift, card) >> pack);
  b.can_do(shop, gift, 5h).can_do(shop, card, 2h).can_do(shop, pack, 1h);
  auto const m = built(b);
  schedule const x{m};
  BOOST_TEST(x[card].slack == 3 * 3'600);
  BOOST_TEST(!x[card].is_critical);
  BOOST_TEST(x[gift].is_critical);
  BOOST_TEST(x[pack].is_critical);
}

BOOST_AUTO_TEST_CASE(without_one_time_the_whole_is_unknown) {
  bare_shop s;  // the machine is in stock
  auto const m = built(s.b);
  schedule const x{m};
  BOOST_TEST(!x.critical_path().is_known);
  BOOST_TEST((x.last() == s.machine));
  BOOST_TEST((x[s.delivery].begins == hours(0)));
  BOOST_TEST(!x[s.delivery].ends.is_known);
}

BOOST_AUTO_TEST_CASE(what_is_in_a_ring_has_no_times) {
  contracted_shop s;
  s.b.before(s.installation, s.delivery);
  auto const m = built(s.b);
  schedule const x{m};
  BOOST_TEST(!x.critical_path().is_known);
  BOOST_TEST(x[s.machine].ends.is_known);
  BOOST_TEST(!x[s.delivery].begins.is_known);
  BOOST_TEST(!x[s.installation].ends.is_known);
}

BOOST_AUTO_TEST_SUITE_END()
