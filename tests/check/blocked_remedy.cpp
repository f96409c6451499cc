// SPDX-License-Identifier: BSL-1.0
//
// blocked-remedy: the remedy waits for an event that no committed party brings about within a
// bound.
#include "check/support.hpp"

using namespace check_test;

namespace {

struct waiting_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
  event_id back = b.step(delivery, "back").follows(lost).hands(machine, shop).id();
};
struct replacing_shop : waiting_shop {
  replacing_shop() { b.on(lost).owes(shop, replace(machine)).waits_for(back); }
};

constexpr auto blocked = "on lost: shop replaces the machine, waits for back";

}  // namespace

BOOST_AUTO_TEST_SUITE(blocked_remedy)

BOOST_AUTO_TEST_CASE(a_remedy_that_waits_for_what_nobody_has_committed_to) {
  replacing_shop s;
  std::string expected{blocked};
  expected += " & back (delivery)";
  BOOST_TEST(pairs(s.b, checks::blocked_remedy) == expected);
}

BOOST_AUTO_TEST_CASE(not_once_somebody_commits_to_it_within_a_bound) {
  replacing_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(120h).after(s.lost)).brings_about(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
}

BOOST_AUTO_TEST_CASE(a_commitment_without_a_bound_is_not_enough) {
  replacing_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery).brings_about(s.back);
  s.b.commits_to(s.carrier, s.shop, s.delivery, undamaged).brings_about(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == blocked);
}

BOOST_AUTO_TEST_CASE(a_bound_after_what_is_not_sure_to_happen_is_not_enough) {
  replacing_shop s;
  auto const found = s.b.step(s.delivery, "found").follows(s.lost).id();
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(120h).after(found)).brings_about(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == blocked);
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h).after(s.lost)).brings_about(found);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
}

BOOST_AUTO_TEST_CASE(a_date_is_a_bound) {
  replacing_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, by(day(2026, 12, 24))).brings_about(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
}

BOOST_AUTO_TEST_CASE(not_a_remedy_without_a_gate) {
  waiting_shop s;
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
}

BOOST_AUTO_TEST_CASE(not_one_that_waits_for_what_has_happened_already) {
  waiting_shop s;
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).waits_for(shipped(s.delivery));
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).waits_for(s.lost);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
}

BOOST_AUTO_TEST_CASE(to_refuse_waits_for_nothing_of_hers) {
  waiting_shop s;
  s.b.on(cancel_requested).owes(s.shop, refuse).waits_for(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
}

BOOST_AUTO_TEST_CASE(to_accept_or_refund_may_be_blocked_too) {
  waiting_shop s;
  s.b.on(cancel_requested).owes(s.shop, accept).waits_for(s.back);
  s.b.on(s.lost).owes(s.shop, refund).waits_for(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) ==
             "on cancellation requested: shop accepts, waits for back; on lost: shop refunds, "
             "waits for back");
}

BOOST_AUTO_TEST_CASE(a_request_is_waited_for_from_the_beginning_of_its_situation) {
  waiting_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(120h).after(s.lost)).brings_about(s.back);
  s.b.on(cancel_requested).since(s.lost).owes(s.shop, accept).waits_for(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
  s.b.on(cancel_requested).since(shipped(s.delivery)).owes(s.shop, accept).waits_for(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) ==
             "on cancellation requested, from shipped: shop accepts, waits for back");
}

BOOST_AUTO_TEST_CASE(a_remedy_on_the_report_waits_from_what_is_reported) {
  waiting_shop s;
  s.b.on(reported(s.lost)).owes(s.shop, replace(s.machine)).waits_for(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) ==
             "on lost reported: shop replaces the machine, waits for back");
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(120h).after(s.lost)).brings_about(s.back);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
}

BOOST_AUTO_TEST_CASE(a_remedy_that_is_the_customers_and_was_never_promised_as_hers) {
  waiting_shop s;
  s.b.on(s.lost).owes(s.customer, act("looks for it herself"), s.shop);
  BOOST_TEST(pairs(s.b, checks::blocked_remedy) ==
             "on lost: customer looks for it herself & customer (customer)");
  s.b.commits_to(s.customer, s.shop, s.delivery);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
}

BOOST_AUTO_TEST_CASE(her_own_act_can_be_counted_on) {
  for (auto const hers : {true, false}) {
    contracted_shop s;
    auto const damaged = s.b.fails(s.delivery, "damaged").follows(completed(s.delivery)).id();
    auto const sent = s.b.step(s.delivery, "sent back")
                          .follows(damaged)
                          .by(hers ? s.customer : s.carrier)
                          .hands(s.machine, s.shop)
                          .id();
    s.b.on(damaged).owes(s.shop, replace(s.machine)).waits_for(sent);
    BOOST_TEST(places(s.b, checks::blocked_remedy) ==
               (hers ? "" : "on damaged: shop replaces the machine, waits for sent back"));
  }
}

BOOST_AUTO_TEST_CASE(but_not_after_what_nobody_brings_about) {
  contracted_shop s;
  auto const damaged = s.b.fails(s.delivery, "damaged").follows(completed(s.delivery)).id();
  auto const called = s.b.step(s.delivery, "called").follows(damaged).by(s.carrier).id();
  auto const sent = s.b.step(s.delivery, "sent back").follows(called).by(s.customer).id();
  s.b.on(damaged).owes(s.shop, refund).waits_for(sent);
  BOOST_TEST(places(s.b, checks::blocked_remedy) ==
             "on damaged: shop refunds, waits for sent back");
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h).after(damaged)).brings_about(called);
  BOOST_TEST(places(s.b, checks::blocked_remedy) == "");
}

BOOST_AUTO_TEST_SUITE_END()
