// SPDX-License-Identifier: BSL-1.0
//
// That time passes: what expires, what comes too late, and what is owed then.
#include "support/lamp_sent.hpp"

#include "lupaus/builder.hpp"
#include "lupaus/explore.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

constexpr auto a_day = 24h;

struct lamp_sent : proof::lamp_that_may_be_lost {
  verdict explored(std::size_t failures = 2) {
    return explore(b.build().value(), {.failures = failures});
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(time_passes)

BOOST_AUTO_TEST_CASE(money_comes_back_where_the_parcel_does_not) {
  lamp_sent s;
  BOOST_TEST(s.explored().trapped > 0U);
  s.b.on(s.b.not_by(completed(s.sending), 30 * a_day)).owes(s.shop, refund);
  auto const v = s.explored();
  BOOST_TEST(v.is_clean());
  BOOST_TEST((v.times.until_acceptable == 30 * 86'400));
  BOOST_TEST((v.times.until_kept == 2 * 86'400));
}

BOOST_AUTO_TEST_CASE(another_lamp_may_come_late_too) {
  lamp_sent s;
  s.b.on(s.b.not_by(completed(s.sending), 30 * a_day)).owes(s.shop, replace(s.lamp));
  BOOST_TEST(s.explored(3).is_clean());
}

BOOST_AUTO_TEST_CASE(who_is_bound_is_not_late_but_by_a_failure) {
  // She may cancel for two weeks; the carrier is bound to two days, and then she has the lamp.
  lamp_sent s;
  s.b.on(cancel_requested).until(s.b.passed(14 * a_day)).owes(s.shop, accept);
  BOOST_TEST(s.explored(0).is_clean());
  auto const v = s.explored(1);
  BOOST_TEST_REQUIRE(v.stories.size() == 1U);  // lost, and after that two weeks have passed
  BOOST_TEST((v.stories[0].failure == s.lost));
}

BOOST_AUTO_TEST_CASE(to_be_late_by_less_than_was_agreed_is_no_failure) {
  lamp_sent s;
  s.b.on(cancel_requested).until(s.b.not_by(completed(s.sending), a_day)).owes(s.shop, accept);
  auto const v = s.explored(0);
  BOOST_TEST((v.released_by_nothing == 0U));
  BOOST_TEST(v.seen.states > 5U);  // after a day, which passes though nothing has failed
  lamp_sent longer;
  longer.b.on(cancel_requested)
      .until(longer.b.not_by(completed(longer.sending), 3 * a_day))
      .owes(longer.shop, accept);
  BOOST_TEST(longer.explored(0).seen.states < v.seen.states);
}

BOOST_AUTO_TEST_CASE(a_right_of_two_weeks_from_delivery) {
  // The lamp goes out after it was delivered: in time she may send it back, and later not.
  for (auto const is_guaranteed : {false, true}) {
    lamp_sent s;
    s.b.on(s.lost).owes(s.shop, refund);
    auto const dark = s.b.fails(s.sending, "goes out").follows(completed(s.sending)).id();
    s.b.on(cancel_requested).until(s.b.passed(14 * a_day, possession(s.lamp))).owes(s.shop, refund);
    if (is_guaranteed) s.b.on(dark).owes(s.shop, replace(s.lamp));
    BOOST_TEST(s.explored(1).is_clean() == is_guaranteed);
  }
}

BOOST_AUTO_TEST_CASE(one_time_after_the_other) {
  // After a week she is refused, and after two she may: the first is over when the second comes.
  lamp_sent s;
  auto const week = s.b.not_by(completed(s.sending), 7 * a_day);
  auto const two = s.b.not_by(completed(s.sending), 14 * a_day);
  s.b.on(cancel_requested).since(week).until(two).owes(s.shop, refuse);
  s.b.on(cancel_requested).since(two).owes(s.shop, accept);
  auto const v = s.explored(1);
  BOOST_TEST(v.is_clean());
  BOOST_TEST((v.times.until_acceptable == 14 * 86'400));
}

BOOST_AUTO_TEST_CASE(whom_nobody_told_is_late_by_himself) {
  // The fitter is never told that he can begin. That is no failure, and the time passes.
  builder b{"a lamp, fitted"};
  b.customer("customer");
  auto const shop = b.seller("shop"), fitter = b.subcontractor("fitter");
  auto const lamp = b.good("lamp"), fitting = b.service("fitting");
  b.product(lamp >> fitting).can_do(shop, lamp, 1h);
  b.commits_to(fitter, shop, fitting, within(a_day).after(completed(lamp)));
  BOOST_TEST(explore(b.build().value(), {.failures = 0}).trapped > 0U);
  b.on(b.not_by(completed(fitting), 5 * a_day)).owes(shop, refund);
  BOOST_TEST(explore(b.build().value(), {.failures = 0}).is_clean());
}

BOOST_AUTO_TEST_CASE(the_promise_as_a_whole) {
  lamp_sent s;
  auto const late = s.b.not_by(kept, 5 * a_day);
  s.b.on(cancel_requested).since(late).owes(s.shop, accept);
  auto const m = s.b.build().value();
  BOOST_TEST((m.view().events[late].of == whole));
  auto const v = explore(m, {.failures = 2});
  BOOST_TEST(v.is_clean());
  BOOST_TEST((v.times.until_acceptable == 5 * 86'400));
}

BOOST_AUTO_TEST_CASE(a_step_that_follows_it) {
  // What is not fetched within a week goes back to the shop; that it is not is a failure.
  lamp_sent s;
  s.b.on(s.lost).owes(s.shop, refund);
  auto const week = s.b.not_by(completed(s.sending), 7 * a_day);
  s.b.step(s.sending, "back").follows(week).by(s.carrier).hands(s.lamp, s.shop);
  BOOST_TEST(s.explored(0).is_clean());
  auto const v = s.explored(1);
  BOOST_TEST_REQUIRE(v.stories.size() == 1U);
  BOOST_TEST((v.stories[0].failure == event_id{}));
}

BOOST_AUTO_TEST_CASE(what_comes_late_comes_after_its_time) {
  lamp_sent s;
  s.b.on(s.lost).owes(s.shop, refund);
  auto const late = s.b.not_by(completed(s.sending), 5 * a_day);
  s.b.on(cancel_requested).since(late).owes(s.shop, refuse);
  auto const m = s.b.build().value();
  auto const v = explore(m, {.failures = 1});
  BOOST_TEST(v.is_clean());
  // The carrier was bound to two days; once five have passed, nobody is bound to a time.
  BOOST_TEST((v.times.until_kept == 2 * 86'400));
  BOOST_TEST(v.times.has_unbound_waits);
}

// E2: a failure that counts until a time happens before that, and not after it.
BOOST_AUTO_TEST_CASE(a_failure_may_have_an_end) {
  for (auto const days : {365, 730}) {
    builder b{"a washer"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const washer = b.good("washer"), delivery = b.service("delivery");
    b.product(washer >> delivery).carries(delivery, washer);
    b.can_do(shop, washer, 0h).can_do(shop, delivery, 120h);
    auto const leaks = b.fails(washer, "leaks")
                           .follows(completed(delivery))
                           .until(b.passed(730 * 24h, possession(washer)))
                           .id();
    b.on(leaks).until(b.passed(days * 24h, possession(washer))).owes(shop, repair(washer));
    auto const v = explore(b.build().value(), {.failures = 2});
    BOOST_TEST(v.is_clean() == (days == 730));
    // She has it in her hands, and needs no word of it.
    BOOST_TEST(v.missed_notices.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
