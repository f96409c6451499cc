// SPDX-License-Identifier: BSL-1.0
//
// no-exit: ordered or paid ahead, and a situation before possession or performance in which she can
// neither cancel nor be refunded (one finding a refusing rule, or a part without one, listing the
// situations).
#include "check/support.hpp"

using namespace check_test;

namespace {

// One service, one failure of it.
struct lesson {
  builder b{"a driving lesson"};
  party_id customer = b.customer("customer"), school = b.seller("school");
  part_id drive = b.service("drive");
  event_id crashed;
  lesson() {
    b.can_do(school, drive, 1h);
    crashed = b.fails(drive, "crashed").id();
  }
};

// "drive: before drive, crashed": the element and the situations that each finding lists.
std::string closed(builder const& b) {
  auto const m = built(b);
  std::string text;
  for (auto const& f : findings(m, checks::no_exit)) {
    text += (text.empty() ? "" : "; ") + describe(m, f.where) + ":";
    auto const evidence = f.what->explain(m, f).evidence;
    for (std::size_t i = 1; i < evidence.size(); ++i)
      text += (i > 1 ? ", " : " ") + describe(m, evidence[i]);
  }
  return text;
}

constexpr auto everywhere = "drive (service): drive (service), crashed (drive)";

}  // namespace

BOOST_AUTO_TEST_SUITE(no_exit)

BOOST_AUTO_TEST_CASE(a_part_for_which_no_rule_answers) {
  lesson s;
  BOOST_TEST(closed(s.b) == everywhere);
}

BOOST_AUTO_TEST_CASE(not_where_she_pays_as_it_happens) {
  lesson s;
  s.b.paid(payment::on_the_spot);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_where_she_can_cancel) {
  lesson s;
  s.b.on(cancel_requested).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(not_where_cancelling_is_refunded) {
  lesson s;
  s.b.on(cancel_requested).owes(s.school, refund);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(other_actions_do_not_let_her_out) {
  lesson s;
  s.b.on(cancel_requested).owes(s.school, act("says sorry"));
  s.b.on(cancel_requested).owes(s.school, perform_again(s.drive));
  s.b.on(s.crashed).owes(s.school, act("says sorry"));
  BOOST_TEST(closed(s.b) == everywhere);
}

BOOST_AUTO_TEST_CASE(not_while_a_remedy_is_due) {
  lesson by_itself, asked_for, blocked;
  by_itself.b.on(by_itself.crashed).owes(by_itself.school, perform_again(by_itself.drive));
  BOOST_TEST(closed(by_itself.b) == "drive (service): drive (service)");
  asked_for.b.on(replacement_requested).owes(asked_for.school, accept);
  BOOST_TEST(closed(asked_for.b) == "drive (service): drive (service)");
  auto const towed = blocked.b.step(blocked.drive, "towed").follows(blocked.crashed).id();
  blocked.b.on(blocked.crashed).owes(blocked.school, perform_again(blocked.drive)).waits_for(towed);
  // Once it is towed, the remedy is due.
  BOOST_TEST(closed(blocked.b) == "drive (service): drive (service), crashed (drive)");
}

BOOST_AUTO_TEST_CASE(a_rule_owed_to_somebody_else_does_not_let_her_out) {
  lesson s;
  auto const insurer = s.b.subcontractor("insurer");
  s.b.on(cancel_requested).owes(s.school, accept, insurer);
  BOOST_TEST(closed(s.b) == everywhere);
}

BOOST_AUTO_TEST_CASE(an_exit_that_ends_too_early) {
  lesson s;
  s.b.on(cancel_requested).until(s.crashed).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "drive (service): crashed (drive)");
}

BOOST_AUTO_TEST_CASE(an_exit_that_begins_too_late) {
  lesson s;
  s.b.on(cancel_requested).since(s.crashed).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "drive (service): drive (service)");
}

BOOST_AUTO_TEST_CASE(money_back_on_the_failure_is_an_exit_there) {
  lesson s;
  s.b.on(cancel_requested).until(s.crashed).owes(s.school, accept);
  s.b.on(s.crashed).owes(s.school, refund);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(money_back_on_the_report_is_an_exit_there) {
  lesson s;
  s.b.on(cancel_requested).until(s.crashed).owes(s.school, accept);
  s.b.on(reported(s.crashed)).owes(s.school, refund);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(to_accept_on_a_failure_is_not_money_back) {
  lesson s;
  s.b.on(cancel_requested).until(s.crashed).owes(s.school, accept);
  s.b.on(s.crashed).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "drive (service): crashed (drive)");
}

BOOST_AUTO_TEST_CASE(an_exit_behind_a_gate_that_nobody_opens_is_none) {
  lesson s;
  auto const towed = s.b.step(s.drive, "towed").follows(s.crashed).id();
  s.b.on(cancel_requested).until(s.crashed).owes(s.school, accept);
  s.b.on(s.crashed).owes(s.school, refund).waits_for(towed);
  BOOST_TEST(closed(s.b) == "drive (service): crashed (drive)");
  s.b.commits(s.school, s.drive, within(24h).after(s.crashed)).brings_about(towed);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_refusing_rule_answers_for_its_scope) {
  lesson s;
  s.b.on(cancel_requested).until(s.crashed).owes(s.school, accept);
  s.b.on(cancel_requested).since(s.crashed).owes(s.school, refuse);
  BOOST_TEST(closed(s.b) ==
             "on cancellation requested, from crashed: school refuses: crashed (drive)");
}

BOOST_AUTO_TEST_CASE(not_a_refusing_rule_where_something_else_lets_her_out) {
  lesson s;
  s.b.on(cancel_requested).owes(s.school, refuse);
  s.b.on(cancel_requested).until(s.crashed).owes(s.school, accept);
  s.b.on(s.crashed).owes(s.school, refund);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(of_two_refusing_rules_the_first) {
  lesson s;
  s.b.on(cancel_requested).since(s.crashed).owes(s.school, refuse);
  s.b.on(cancel_requested).owes(s.school, refuse);
  BOOST_TEST(closed(s.b) ==
             "on cancellation requested, from crashed: school refuses: crashed (drive); "
             "on cancellation requested: school refuses: drive (service)");
}

BOOST_AUTO_TEST_CASE(a_refusal_of_anything_but_to_cancel_is_none) {
  lesson s;
  s.b.on(replacement_requested).owes(s.school, refuse);
  s.b.on(s.crashed).owes(s.school, refuse);
  BOOST_TEST(closed(s.b) == everywhere);
}

BOOST_AUTO_TEST_CASE(after_performance_she_is_not_asked) {
  lesson s;
  s.b.step(s.drive, "praised").follows(completed(s.drive));
  s.b.on(cancel_requested).until(completed(s.drive)).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(who_has_the_goods_ends_nothing) {
  bare_shop s;
  auto const damaged = s.b.fails(s.delivery, "damaged").id();
  s.b.step(s.delivery, "handed over").follows(damaged).hands(s.machine, s.customer);
  s.b.step(s.delivery, "received back").follows(damaged).hands(s.machine, s.shop);
  s.b.on(cancel_requested).until(shipped(s.delivery)).owes(s.shop, accept);
  s.b.on(cancel_requested).since(completed(s.delivery)).owes(s.shop, accept);
  BOOST_TEST(closed(s.b) ==
             "delivery (service): shipped (delivery), damaged (delivery), handed over (delivery), "
             "received back (delivery)");
  s.b.on(cancel_requested).since(damaged).owes(s.shop, accept);  // and goes on when they are back
  BOOST_TEST(closed(s.b) == "delivery (service): shipped (delivery)");
}

BOOST_AUTO_TEST_CASE(a_situation_that_cannot_be_reached_is_not_asked) {
  contracted_shop s;
  s.b.before(s.installation, s.machine);  // an impossible order: nothing ever begins
  BOOST_TEST(closed(s.b) == "");
}

BOOST_AUTO_TEST_CASE(one_finding_a_part_without_a_rule) {
  contracted_shop s;
  BOOST_TEST(closed(s.b) ==
             "machine (good): machine (good); delivery (service): delivery (service), shipped "
             "(delivery); installation (service): installation (service)");
}

BOOST_AUTO_TEST_CASE(a_window_until_completion_is_closed_when_a_fault_shows_later) {
  lesson s;
  s.b.on(s.crashed).owes(s.school, refund);
  auto const sick = s.b.fails(s.drive, "sick").follows(completed(s.drive)).by(s.customer).id();
  s.b.on(replacement_requested).since(sick).owes(s.school, refuse);
  s.b.on(cancel_requested).until(completed(s.drive)).owes(s.school, accept);
  BOOST_TEST(closed(s.b) == "drive (service): sick (drive)");
}

BOOST_AUTO_TEST_SUITE_END()
