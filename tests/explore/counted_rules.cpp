// SPDX-License-Identifier: BSL-1.0
//
// Rules that count how often something has failed, in all attempts: of each unit, and also where
// many parts meet.

#include "lupaus/builder.hpp"
#include "lupaus/explore.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

/// A drill that packs up at home, is repaired so often, and after that nothing is owed.
verdict repaired(std::size_t times, std::size_t failures) {
  builder b{"a drill"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const drill = b.good("drill"), delivery = b.service("delivery");
  b.product(drill >> delivery).carries(delivery, drill);
  b.can_do(shop, drill, 0h).can_do(shop, delivery, 24h);
  auto const packs_up = b.fails(drill, "packs up").follows(completed(delivery)).id();
  b.on(packs_up).up_to_time(times).owes(shop, repair(drill));
  return explore(b.build().value(), {.failures = failures});
}

/// Many deliveries and one installation after them all. What is lost is sent once more, and after
/// that, where `pays`, the money comes back.
verdict kitchen(int deliveries, bool pays) {
  builder b{"a kitchen"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  std::vector<part_id> brought;
  for (int i = 0; i < deliveries; ++i)
    brought.push_back(b.service("delivery " + std::to_string(i)));
  auto const installation = b.service("installation");
  auto all = product{brought[0]};
  for (std::size_t i = 1; i < brought.size(); ++i) all = all_of(all, brought[i]);
  b.product(all >> installation).can_do(shop, installation, 24h);
  for (auto const p : brought) {
    b.can_do(shop, p, 24h);
    auto const lost = b.fails(p, "lost").id();
    b.on(lost).up_to_time(1).owes(shop, perform_again(p));
    if (pays) b.on(lost).from_time(2).owes(shop, refund);
  }
  return explore(b.build().value(), {.failures = 2});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counted_rules)

BOOST_AUTO_TEST_CASE(in_all_attempts) {
  for (std::size_t times = 1; times <= 2; ++times)
    for (std::size_t failures = 0; failures <= 3; ++failures) {
      auto const v = repaired(times, failures);
      BOOST_TEST_CONTEXT(times << " times, " << failures << " failures") {
        BOOST_TEST(v.seen.is_complete());
        BOOST_TEST(v.never_traps() == (failures <= times));
      }
    }
}

BOOST_AUTO_TEST_CASE(of_each_unit) {
  for (auto const units : {1, 2}) {
    builder b{"visits"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const visit = b.service("visit", units);
    b.product(visit).can_do(shop, visit, 24h);
    b.on(b.fails(visit, "missed").id()).up_to_time(1).owes(shop, perform_again(visit));
    auto const m = b.build().value();
    auto const v = explore(m, {.failures = 2});
    BOOST_TEST_REQUIRE(v.stories.size() == 1U);
    // Both misses are of one unit: missed, tried again, missed, and two requests in vain.
    std::size_t missed = 0, unit = 7;
    for (auto const& x : v.stories[0].moves)
      if (x.kind == move_kind::happens && is_failure(m.view().events[x.event].kind)) {
        BOOST_TEST((unit == 7 || unit == x.unit));
        unit = x.unit, ++missed;
      }
    BOOST_TEST(missed == 2U);
  }
}

BOOST_AUTO_TEST_CASE(they_do_not_multiply) {
  BOOST_TEST(kitchen(10, true).is_clean());
  BOOST_TEST(kitchen(10, true).searches > 1U);
  auto const v = kitchen(10, false);
  BOOST_TEST(!v.never_traps());
  BOOST_TEST(kitchen(20, true).seen.states < 6 * kitchen(10, true).seen.states);
}

BOOST_AUTO_TEST_SUITE_END()
