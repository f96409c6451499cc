// SPDX-License-Identifier: BSL-1.0
//
// Real orders and the passing of time: a right that begins with a delay, and one that ends with a
// time after delivery.
#include "lupaus/builder.hpp"
#include "lupaus/monitor.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

constexpr seconds_t placed = 1'772'442'000;  // 2026-03-02T09:00Z
constexpr seconds_t days(double n) { return placed + static_cast<seconds_t>(n * 86'400); }

/// A lamp, sent: she may cancel when it is not there in ten days, and for two weeks once it is.
struct lamp_sent {
  builder b{"a lamp, sent"};
  part_id lamp, sending;
  model m;
  std::vector<breach> told;
  std::vector<remark> remarks;

  lamp_sent() : m{made()} {}
  model made() {
    b.customer("customer");
    auto const shop = b.seller("shop"), carrier = b.subcontractor("carrier");
    lamp = b.good("lamp"), sending = b.service("sending");
    b.product(lamp >> sending).carries(sending, lamp).can_do(shop, lamp, 0h);
    b.commits_to(carrier, shop, sending, within(48h));
    b.on(cancel_requested).since(b.not_by(completed(sending), 240h)).owes(shop, accept);
    b.on(cancel_requested)
        .since(possession(lamp))
        .until(b.passed(336h, possession(lamp)))
        .owes(shop, refund);
    return b.build().value();
  }
  /// How often a right was refused in an order that was delivered then, or never, and in which she
  /// asked to cancel, and was refused.
  std::size_t refused(std::optional<seconds_t> delivered, seconds_t asked) {
    told.clear();
    monitor watch{m, [this](breach const& x) { told.push_back(x); },
                  [this](remark const& r) { remarks.push_back(r); }};
    auto const& v = m.view();
    watch.observe({.order = "1", .at = placed, .kind = order_event_kind::placed});
    watch.observe({.order = "1",
                   .at = days(1),
                   .kind = order_event_kind::happened,
                   .event = find_event(v, event_kind::started, sending)});
    if (delivered && *delivered < asked) deliver(watch, *delivered);
    watch.observe({.order = "1",
                   .at = asked,
                   .kind = order_event_kind::asked_to_cancel,
                   .was = answer::refuses});
    if (delivered && *delivered > asked) deliver(watch, *delivered);
    watch.advance(days(60));
    return static_cast<std::size_t>(std::count_if(told.begin(), told.end(), [](breach const& x) {
      return x.key.kind == breach_kind::refused_right;
    }));
  }
  void deliver(monitor& watch, seconds_t at) {
    watch.observe({.order = "1",
                   .at = at,
                   .kind = order_event_kind::happened,
                   .event = find_event(m.view(), event_kind::completed, sending)});
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(time_passes)

BOOST_AUTO_TEST_CASE(a_right_that_begins_with_a_delay) {
  lamp_sent s;
  BOOST_TEST(s.refused({}, days(9)) == 0U);
  BOOST_TEST(s.refused({}, days(11)) == 1U);
  BOOST_TEST(s.refused({}, days(10)) == 0U);  // the last second is still in time
  BOOST_TEST(s.refused({}, days(10) + 1) == 1U);
  BOOST_TEST(s.refused(days(12), days(11)) == 1U);
}

BOOST_AUTO_TEST_CASE(one_that_ends_a_time_after_delivery) {
  lamp_sent s;
  BOOST_TEST(s.refused(days(2), days(3)) == 1U);
  BOOST_TEST(s.refused(days(2), days(16)) == 1U);
  BOOST_TEST(s.refused(days(2), days(16) + 1) == 0U);
  BOOST_TEST(s.remarks.empty());
}

BOOST_AUTO_TEST_CASE(time_is_told_by_no_record) {
  lamp_sent s;
  monitor watch{s.m, [](breach const&) {}, [&](remark const& r) { s.remarks.push_back(r); }};
  watch.observe({.order = "1", .at = placed, .kind = order_event_kind::placed});
  for (auto e : s.m.view().events.ids())
    if (s.m.view().events[e].kind == event_kind::timed_out)
      watch.observe({.order = "1", .at = days(1), .kind = order_event_kind::happened, .event = e});
  BOOST_TEST(s.remarks.size() == 2U);
}

// What shows after the warranty is nobody's failure: a remark, and no promise of recovery is
// broken.
BOOST_AUTO_TEST_CASE(a_failure_counts_until_its_end) {
  for (auto const after : {30, 400}) {
    builder b{"a lamp, sent"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const lamp = b.good("lamp"), sending = b.service("sending");
    b.product(lamp >> sending).carries(sending, lamp);
    auto const goes_out = b.fails(lamp, "goes out")
                              .follows(completed(sending))
                              .until(b.passed(365 * 24h, possession(lamp)))
                              .id();
    b.claims(shop, lamp, {recovered_within(48h).after(goes_out)});
    auto const m = b.build().value();
    auto const& v = m.view();
    std::vector<breach> told;
    std::vector<remark> remarks;
    monitor watch{m, [&](breach const& x) { told.push_back(x); },
                  [&](remark const& r) { remarks.push_back(r); }};
    auto const happened = [&](event_id e, seconds_t at) {
      watch.observe({.order = "1", .at = at, .kind = order_event_kind::happened, .event = e});
    };
    watch.observe({.order = "1", .at = placed, .kind = order_event_kind::placed});
    happened(find_event(v, event_kind::completed, lamp), days(0));
    happened(find_event(v, event_kind::started, sending), days(1));
    happened(find_event(v, event_kind::completed, sending), days(2));
    happened(goes_out, days(2 + after));
    watch.advance(days(10 + after));
    auto const counts = after < 365;
    BOOST_TEST(remarks.size() == (counts ? 0U : 1U));
    BOOST_TEST((std::count_if(told.begin(), told.end(), [](breach const& x) {
                  return x.key.kind == breach_kind::broken_term;
                }) > 0) == counts);
  }
}

// That a time passes is no word of a step: who meets her first is still to be seen.
BOOST_AUTO_TEST_CASE(she_begins_a_step_after_a_time) {
  builder b{"a visit"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const greeting = b.service("greeting");
  b.product(all_of(greeting)).gives(greeting, greeted).commits(shop, greeting, greeted);
  b.on(b.not_by(completed(greeting), 1h)).owes(shop, act("says sorry"));
  auto const m = b.build().value();
  std::vector<breach> told;
  monitor watch{m, [&](breach const& x) { told.push_back(x); }};
  watch.observe({.order = "1", .at = placed, .kind = order_event_kind::placed});
  watch.observe({.order = "1",
                 .at = days(1),
                 .kind = order_event_kind::happened,
                 .event = find_event(m.view(), event_kind::completed, greeting),
                 .who = customer});
  BOOST_TEST(std::count_if(told.begin(), told.end(), [](breach const& x) {
               return x.key.kind == breach_kind::broken_term;
             }) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
