// SPDX-License-Identifier: BSL-1.0
//
// Real orders under rules that count: which right she has hangs on how often the thing has failed.
#include "lupaus/builder.hpp"
#include "lupaus/monitor.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

constexpr seconds_t placed = 1'772'442'000;  // 2026-03-02T09:00Z
constexpr seconds_t days(int n) { return placed + n * 86'400; }

/// How often a right was refused when a drill has packed up so often, was repaired each time but
/// the last, and the shop refuses every request for another one.
std::size_t refused(std::size_t faults) {
  builder b{"a drill"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const drill = b.good("drill"), delivery = b.service("delivery");
  b.product(drill >> delivery).carries(delivery, drill);
  auto const packs_up = b.fails(drill, "packs up").follows(completed(delivery)).id();
  b.on(packs_up).up_to_time(1).owes(shop, repair(drill));
  b.on(packs_up).from_time(3).owes(shop, refund);
  auto const m = b.build().value();
  std::vector<breach> told;
  monitor watch{m, [&](breach const& x) { told.push_back(x); }};
  watch.observe({.order = "1", .at = placed, .kind = order_event_kind::placed});
  auto const happened = [&](event_id e, seconds_t at) {
    watch.observe({.order = "1", .at = at, .kind = order_event_kind::happened, .event = e});
  };
  happened(find_event(m.view(), event_kind::completed, drill), days(0));
  happened(find_event(m.view(), event_kind::started, delivery), days(1));
  happened(find_event(m.view(), event_kind::completed, delivery), days(2));
  for (std::size_t n = 1; n <= faults; ++n) {
    auto const day = static_cast<int>(10 * n);
    happened(packs_up, days(day));
    watch.observe({.order = "1",
                   .at = days(day + 1),
                   .kind = order_event_kind::asked_for_another,
                   .part = drill,
                   .was = answer::refuses});
    if (n < faults)
      watch.observe({.order = "1",
                     .at = days(day + 2),
                     .kind = order_event_kind::remedied,
                     .part = drill,
                     .was = answer::repairs});
  }
  watch.advance(days(100));
  return static_cast<std::size_t>(std::count_if(told.begin(), told.end(), [](breach const& x) {
    return x.key.kind == breach_kind::refused_right;
  }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counted_rules)

BOOST_AUTO_TEST_CASE(which_right_was_refused) {
  BOOST_TEST(refused(1) == 1U);  // a repair
  BOOST_TEST(refused(2) == 1U);  // nothing more: nothing is owed the second time
  BOOST_TEST(refused(3) == 2U);  // and her money
}

BOOST_AUTO_TEST_SUITE_END()
