// SPDX-License-Identifier: BSL-1.0
//
// What the checks of recovery take from the passing of time; and what a carriage needs.
#include "check/support.hpp"
#include "support/lamp_sent.hpp"

#include "lupaus/life/dependable/assurance_of.hpp"

using namespace check_test;

namespace {

constexpr auto a_day = 24h;

using lamp_sent = proof::lamp_that_may_be_lost;

}  // namespace

BOOST_AUTO_TEST_SUITE(time_passes)

BOOST_AUTO_TEST_CASE(money_that_comes_back_in_the_end_answers_a_loss) {
  lamp_sent s;
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "lost (sending)");
  s.b.on(s.b.not_by(completed(s.sending), 30 * a_day)).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
  BOOST_TEST(places(s.b, checks::no_exit) == "");
}

BOOST_AUTO_TEST_CASE(not_what_shows_once_it_has_come) {
  lamp_sent s;
  s.b.on(s.b.not_by(completed(s.sending), 30 * a_day)).owes(s.shop, refund);
  s.b.fails(s.sending, "goes out").follows(completed(s.sending));
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "goes out (sending)");
}

BOOST_AUTO_TEST_CASE(nor_what_fails_beside_it) {
  lamp_sent s;
  auto const advice = s.b.service("advice");
  s.b.product(all_of(advice));
  s.b.can_do(s.shop, advice, 1h);
  s.b.fails(advice, "wrong");
  s.b.on(s.b.not_by(completed(s.sending), 30 * a_day)).owes(s.shop, refund);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "wrong (advice)");
}

BOOST_AUTO_TEST_CASE(a_gate_of_time_opens) {
  for (auto const waits : {false, true}) {
    lamp_sent s;
    auto const late = s.b.not_by(completed(s.sending), 30 * a_day);
    s.b.on(s.lost).owes(s.shop, refund).waits_for(waits ? event_ref{late} : completed(s.sending));
    BOOST_TEST(places(s.b, checks::blocked_remedy).empty() == waits);
  }
}

BOOST_AUTO_TEST_CASE(but_not_once_what_it_waits_for_may_have_come) {
  // She asks to cancel; the lamp may be with her by then, and the advice is not given.
  lamp_sent s;
  auto const advice = s.b.service("advice");
  s.b.product(all_of(advice));
  s.b.commits_to(s.carrier, s.shop, advice);
  s.b.on(s.lost).owes(s.shop, refund);
  s.b.on(cancel_requested)
      .owes(s.shop, accept)
      .waits_for(s.b.not_by(completed(s.sending), 30 * a_day));
  BOOST_TEST(places(s.b, checks::no_exit) == "advice (service)");
}

BOOST_AUTO_TEST_CASE(nor_where_what_is_due_before_it_may_never_come) {
  // The fitter is bound, and needs a drawing. Who is not bound to make it may never make it, and
  // nothing fails: then the time that waits for the fitter is a failure that nobody counts on.
  for (auto const is_bound : {false, true}) {
    builder b{"a lamp, fitted"};
    b.customer("customer");
    auto const shop = b.seller("shop"), fitter = b.subcontractor("fitter"),
               architect = b.subcontractor("architect");
    auto const fitting = b.service("fitting");
    auto const drawn = b.step(fitting, "drawn").by(is_bound ? fitter : architect).id();
    b.happens(completed(fitting)).follows(drawn);
    b.commits_to(fitter, shop, fitting, within(a_day));
    auto const late = b.not_by(completed(fitting), 5 * a_day);
    BOOST_TEST(assurance_of(built(b), late, ordering).is_assured == is_bound);
  }
}

BOOST_AUTO_TEST_CASE(nothing_is_delivered_before_the_carrier_has_it) {
  // Its completion follows the order, and so does its start, to which nobody is bound.
  lamp_sent s;
  s.b.happens(completed(s.sending)).follows(ordered);
  auto const m = built(s.b);
  BOOST_TEST(
      !assurance_of(m, find_event(m, event_kind::completed, s.sending), ordering).is_assured);
}

BOOST_AUTO_TEST_SUITE_END()
