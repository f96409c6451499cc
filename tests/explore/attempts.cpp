// SPDX-License-Identifier: BSL-1.0
//
// What holds in one attempt at a part, and what a remedy begins anew: each kind of wrong verdict
// that there was, beside the nearest promise in which it would be right.
#include "support/lamp_sent.hpp"

#include "lupaus/builder.hpp"
#include "lupaus/explore.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

struct lamp_sent : proof::lamp_sent {
  verdict explored(std::size_t failures = 2) {
    return explore(b.build().value(), {.failures = failures});
  }
  bool is_clean() { return explored().is_clean(); }
  void may_cancel_until(event_ref e) { b.on(cancel_requested).until(e).owes(shop, accept); }
  void may_cancel_since(event_ref e) { b.on(cancel_requested).since(e).owes(shop, accept); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(attempts)

// ---- milestones --------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_step_ends_nothing) {
  lamp_sent s;
  s.b.step(s.sending, "scanned").follows(shipped(s.sending)).by(s.carrier);
  s.may_cancel_until(shipped(s.sending));
  BOOST_TEST(s.is_clean());
}

BOOST_AUTO_TEST_CASE(but_with_the_goods_gone_nothing_is_delivered) {
  lamp_sent s;
  s.b.step(s.sending, "left at a depot").follows(shipped(s.sending)).hands(s.lamp, s.shop);
  s.may_cancel_until(shipped(s.sending));
  BOOST_TEST(!s.is_clean());
}

// ---- one result --------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(what_is_lost_is_not_delivered_by_the_same_attempt) {
  lamp_sent s;
  s.b.fails(s.sending, "lost");
  s.may_cancel_until(shipped(s.sending));
  auto const v = s.explored();
  BOOST_TEST(v.trapped > 0U);
  BOOST_TEST(v.released_by_nothing == v.doomed);
}

BOOST_AUTO_TEST_CASE(a_fault_may_show_after_delivery) {
  lamp_sent s;
  auto const dead = s.b.fails(s.sending, "dead").follows(completed(s.sending)).by(s.customer).id();
  s.may_cancel_until(shipped(s.sending));
  BOOST_TEST(!s.is_clean());
  s.b.on(dead).owes(s.shop, replace(s.lamp));
  BOOST_TEST(s.is_clean());
}

BOOST_AUTO_TEST_CASE(a_failure_may_follow_what_happens_to_another_part) {
  lamp_sent s;
  auto const broken = s.b.fails(s.lamp, "broken").follows(shipped(s.sending)).by(s.carrier).id();
  BOOST_TEST(!s.is_clean());
  s.b.on(broken).owes(s.shop, replace(s.lamp));
  BOOST_TEST(s.is_clean());
}

// ---- windows -----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(goods_that_come_back_close_no_window) {
  lamp_sent s;
  auto const lost = s.b.fails(s.sending, "no such address").id();
  auto const back =
      s.b.step(s.sending, "back").follows(lost).by(s.carrier).hands(s.lamp, s.shop).id();
  s.b.commits_to(s.carrier, s.shop, s.sending, within(48h).after(lost)).brings_about(back);
  s.may_cancel_until(lost);
  s.b.on(cancel_requested).since(lost).owes(s.shop, accept).waits_for(back);
  BOOST_TEST(s.is_clean());
}

BOOST_AUTO_TEST_CASE(a_window_in_two_halves_is_the_window) {
  lamp_sent s;
  auto const lost = s.b.fails(s.sending, "lost").id();
  s.b.step(s.sending, "back").follows(lost).by(s.carrier).hands(s.lamp, s.shop);
  s.may_cancel_until(lost);
  BOOST_TEST(!s.is_clean());
  s.may_cancel_since(lost);
  BOOST_TEST(s.is_clean());
}

BOOST_AUTO_TEST_CASE(of_several_units_a_window_of_the_order_ends_with_the_last) {
  builder b{"two lamps, sent one by one"};
  auto const shop = b.seller("shop"), carrier = b.subcontractor("carrier");
  b.customer("customer");
  auto const lamp = b.good("lamp", 2);
  auto const sending = b.service("sending", 2);
  b.product(lamp >> sending).carries(sending, lamp).can_do(shop, lamp, 0h);
  b.commits_to(carrier, shop, sending, within(48h));
  auto const lost = b.fails(sending, "lost").id();
  b.on(cancel_requested).until(lost).owes(shop, accept);
  auto const m = b.build().value();
  BOOST_TEST(explore(m, {.failures = 1}).is_clean());
  BOOST_TEST(!explore(m, {.failures = 2}).is_clean());
}

// ---- what counts for her -----------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(what_two_firms_owe_each_other_does_not_help_her) {
  lamp_sent s;
  auto const lost = s.b.fails(s.sending, "lost").id();
  s.b.on(lost).owes(s.carrier, refund, s.shop);
  BOOST_TEST(!s.is_clean());
  s.b.on(lost).owes(s.shop, refund);
  BOOST_TEST(s.is_clean());
}

BOOST_AUTO_TEST_CASE(money_back_for_another_part_is_none_for_this) {
  for (auto const of_all : {false, true}) {
    builder b{"a lamp and a cooker, sent"};
    auto const shop = b.seller("shop"), carrier = b.subcontractor("carrier");
    b.customer("customer");
    auto const lamp = b.good("lamp"), cooker = b.good("cooker");
    auto const sending = b.service("sending");
    b.product(all_of(lamp, cooker >> sending)).carries(sending, cooker);
    b.can_do(shop, lamp, 0h)
        .can_do(shop, cooker, 0h)
        .commits_to(carrier, shop, sending, within(48h));
    auto const lost = b.fails(sending, "lost").id();
    b.on(lost).owes(shop, of_all ? refund : action{action_kind::refund, lamp, 0, {}});
    auto const v = explore(b.build().value());
    BOOST_TEST(v.is_clean() == of_all);
    BOOST_TEST((v.trapped == 0U) == of_all);
  }
}

BOOST_AUTO_TEST_CASE(money_for_what_she_asked_about_settles_it) {
  lamp_sent s;
  auto const lost = s.b.fails(s.sending, "lost").id();
  auto const back = action{action_kind::refund, s.lamp, 0, {}};
  s.b.on(replacement_requested).since(lost).owes(s.shop, back);
  auto const m = s.b.build().value();
  BOOST_TEST(explore(m).is_clean());
  // Nobody had asked: she wanted a lamp, and was sent money.
  lamp_sent t;
  auto const gone = t.b.fails(t.sending, "lost").id();
  t.b.on(gone).owes(t.shop, action{action_kind::refund, t.lamp, 0, {}});
  t.b.on(cancel_requested).owes(t.shop, refuse);
  auto const v = t.explored(1);
  BOOST_TEST(v.stories.empty());  // but asking, she has it on her asking
}

// ---- kept --------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(what_she_sends_back_she_does_not_have) {
  lamp_sent s;
  auto const back = s.b.step(s.sending, "sent back")
                        .follows(completed(s.sending))
                        .by(s.customer)
                        .hands(s.lamp, s.shop)
                        .id();
  s.may_cancel_until(possession(s.lamp));
  auto const v = s.explored();
  BOOST_TEST_REQUIRE(v.stories.size() == 1U);
  BOOST_TEST((v.stories[0].failure == event_id{}));
  s.b.on(cancel_requested).since(back).owes(s.shop, refund);
  BOOST_TEST(s.is_clean());
}

// ---- remedies ----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(what_is_mended_elsewhere_has_to_come_back) {
  lamp_sent s;
  auto const dead = s.b.fails(s.sending, "dead").follows(completed(s.sending)).by(s.customer).id();
  s.b.step(s.sending, "sent in").follows(dead).by(s.customer).hands(s.lamp, s.shop);
  s.b.on(dead).owes(s.shop, repair(s.lamp));
  auto const m = s.b.build().value();
  auto const v = explore(
      m, {.failures = 1, .invariants = {{"mended goods are hers", [&](order_view const& o) {
                                           return !o.is_kept() || o.holder(s.lamp) == s.customer;
                                         }}}});
  BOOST_TEST(v.is_clean());
}

BOOST_AUTO_TEST_CASE(what_was_mended_at_home_has_been_shipped) {
  builder b{"a lamp, sent, and a lesson"};
  auto const customer = b.customer("customer"), shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const lamp = b.good("lamp"), sending = b.service("sending"), lesson = b.service("lesson");
  b.product(all_of(lamp >> sending, lesson)).carries(sending, lamp).can_do(shop, lamp, 0h);
  b.commits_to(carrier, shop, sending, within(48h));  // and nobody to a time for the lesson
  auto const dead = b.fails(sending, "dead").follows(completed(sending)).by(customer).id();
  b.on(dead).owes(shop, repair(lamp));
  b.on(cancel_requested).until(possession(lamp)).owes(shop, accept);
  b.on(cancel_requested).since(shipped(sending)).owes(shop, refund);
  BOOST_TEST(explore(b.build().value(), {.failures = 2}).is_clean());
}

BOOST_AUTO_TEST_CASE(what_was_mended_at_home_was_packed_before_it_was_shipped) {
  lamp_sent s;
  auto const packing = s.b.service("packing"), lesson = s.b.service("lesson");
  s.b.product(all_of(packing, lesson)).before(s.lamp, packing).before(packing, s.sending);
  s.b.before(s.sending, lesson).commits_to(s.shop, s.customer, lesson, within(48h));
  auto const dead = s.b.fails(s.sending, "dead").follows(completed(lesson)).id();
  s.b.on(dead).owes(s.shop, repair(s.lamp));
  s.may_cancel_until(shipped(s.sending));  // nobody is bound to a time for the packing
  auto const m = s.b.build().value();
  auto is_packed = [&](order_view const& o) { return !o.is_done(s.sending) || o.is_done(packing); };
  auto has_learnt_once = [&](order_view const& o) {
    return o.failures() == 0 || !o.is_done(s.sending) || o.is_done(lesson);
  };
  auto const v = explore(m, {.failures = 2, .invariants = {{"packed", is_packed}}});
  BOOST_TEST(v.is_clean());
  // What comes after the sending is due again.
  auto const w = explore(m, {.failures = 1, .invariants = {{"learnt once", has_learnt_once}}});
  BOOST_TEST(!w.is_clean());
}

BOOST_AUTO_TEST_CASE(she_sends_back_what_she_has) {
  for (auto const has_it : {false, true}) {
    lamp_sent s;
    auto const lost = s.b.fails(s.sending, "lost").id();
    auto const back = s.b.step(s.sending, "sent back")
                          .follows(has_it ? event_ref{completed(s.sending)} : event_ref{lost})
                          .by(s.customer)
                          .hands(s.lamp, s.shop)
                          .id();
    s.b.on(cancel_requested).owes(s.shop, refund).waits_for(back);
    s.b.on(lost).owes(s.shop, has_it ? refund : act("says sorry"));
    BOOST_TEST(s.is_clean() == has_it);
  }
}

BOOST_AUTO_TEST_CASE(a_remedy_begins_anew_what_follows_its_object) {
  builder b{"a lamp, sent and hung"};
  auto const customer = b.customer("customer"), shop = b.seller("shop");
  auto const lamp = b.good("lamp");
  auto const sending = b.service("sending"), hanging = b.service("hanging");
  b.product(lamp >> sending >> hanging).carries(sending, lamp);
  b.can_do(shop, lamp, 0h).can_do(shop, sending, 24h).can_do(shop, hanging, 2h);
  auto const broken = b.fails(lamp, "broken").follows(completed(hanging)).by(customer).id();
  b.on(broken).owes(shop, replace(lamp));
  auto const is_hung_once_sent = [&](order_view const& o) {
    return o.failures() == 0 || o.is_done(sending) || !o.is_done(hanging);
  };
  auto const v = explore(b.build().value(),
                         {.failures = 1, .invariants = {{"hung once sent", is_hung_once_sent}}});
  BOOST_TEST(v.is_clean());
}

// ---- custody -----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_first_of_two_carriers_hands_her_nothing) {
  builder b{"a piano, by ship and by van"};
  auto const customer = b.customer("customer"), shop = b.seller("shop");
  auto const ship = b.subcontractor("ship"), van = b.subcontractor("van");
  auto const piano = b.good("piano");
  auto const crossing = b.service("crossing"), haulage = b.service("haulage");
  b.product(piano >> crossing >> haulage).carries(crossing, piano).carries(haulage, piano);
  b.can_do(shop, piano, 0h).commits_to(ship, shop, crossing, within(48h));
  b.commits_to(van, shop, haulage, within(96h));
  auto const m = b.build().value();
  auto const v =
      explore(m, {.invariants = {{"hers when the van has been", [&](order_view const& o) {
                                    return o.holder(piano) != customer || o.is_done(haulage);
                                  }}}});
  BOOST_TEST(v.is_clean());
}

BOOST_AUTO_TEST_SUITE_END()
