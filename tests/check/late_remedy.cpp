// SPDX-License-Identifier: BSL-1.0
//
// late-remedy: bounded, but its steps take longer than the recovery time claimed, from whatever
// event that counts; failing such a claim, a replacement or repetition is held against the duration
// claimed for the part that failed (says by how much).
#include "check/support.hpp"

using namespace check_test;

namespace {

struct late_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
  event_id back = b.step(delivery, "back").follows(lost).hands(machine, shop).id();

  // By how much the remedies are late, in hours: "120 h; 24 h".
  std::string late_by() const {
    auto const m = built(b);
    std::string text;
    for (auto const& f : findings(m, checks::late_remedy))
      text += (text.empty() ? "" : "; ") + in_hours(f.late_by);
    return text;
  }
};
// Claims 48 h for the delivery, replaces after the machine is back, which takes 120 h.
struct waiting_shop : late_shop {
  waiting_shop() {
    b.claims(website, delivery, within(48h));
    b.commits_to(carrier, shop, delivery, within(120h).after(lost)).brings_about(back);
    b.on(lost).owes(shop, replace(machine)).waits_for(back);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(late_remedy)

BOOST_AUTO_TEST_CASE(the_gate_and_the_doing_again_against_the_duration_claimed) {
  waiting_shop s;
  BOOST_TEST(s.late_by() == "120 h");
  BOOST_TEST(pairs(s.b, checks::late_remedy) ==
             "on lost: shop replaces the machine, waits for back & website claims for delivery: "
             "within 48 h of the order");
}

BOOST_AUTO_TEST_CASE(the_time_for_the_action_counts) {
  waiting_shop s;
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).within(5h);
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).waits_for(s.back).within(5h);
  BOOST_TEST(s.late_by() == "120 h; 5 h; 125 h");
}

BOOST_AUTO_TEST_CASE(just_in_time_is_not_late) {
  late_shop s;
  s.b.claims(s.website, s.delivery, within(49h));
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).within(1h);
  BOOST_TEST(s.late_by() == "");
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).within(1h + 1s);
  BOOST_TEST(s.late_by() == "1 s");
}

BOOST_AUTO_TEST_CASE(a_recovery_claim_goes_before_the_duration) {
  waiting_shop s;
  s.b.claims(s.website, s.b.whole(), recovered_within(160h));
  BOOST_TEST(s.late_by() == "8 h");
  s.b.claims(s.website, s.delivery, recovered_within(168h));
  BOOST_TEST(s.late_by() == "8 h");  // the strongest counts
  s.b.claims(s.website, s.delivery, recovered_within(150h));
  BOOST_TEST(s.late_by() == "18 h");
}

BOOST_AUTO_TEST_CASE(a_longer_recovery_claim_makes_it_punctual) {
  waiting_shop s;
  s.b.claims(s.website, s.b.whole(), recovered_within(168h));
  BOOST_TEST(s.late_by() == "");
}

BOOST_AUTO_TEST_CASE(a_recovery_claim_for_another_part_does_not_count) {
  waiting_shop s;
  s.b.claims(s.website, s.installation, recovered_within(1h));
  BOOST_TEST(s.late_by() == "120 h");
}

BOOST_AUTO_TEST_CASE(a_duration_claimed_for_another_part_does_not_count) {
  late_shop s;
  s.b.claims(s.website, s.b.whole(), within(1h));
  s.b.claims(s.website, s.installation, within(1h));
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).within(500h);
  BOOST_TEST(s.late_by() == "");  // nothing is claimed of the delivery
}

BOOST_AUTO_TEST_CASE(a_recovery_claim_counted_from_the_failure_itself) {
  late_shop s;
  s.b.claims(s.website, s.delivery, recovered_within(40h).after(s.lost));
  s.b.on(s.lost).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.late_by() == "8 h");
}

BOOST_AUTO_TEST_CASE(a_recovery_claim_counts_from_whatever_event_it_says) {
  {
    late_shop s;  // before the failure, so that no more than the claimed time is left
    s.b.claims(s.website, s.delivery, recovered_within(40h).after(shipped(s.delivery)));
    s.b.on(s.lost).owes(s.shop, refund).within(41h);
    BOOST_TEST(s.late_by() == "1 h");
  }
  {
    late_shop s;  // after it, perhaps at once
    s.b.claims(s.website, s.delivery, recovered_within(40h).after(s.back));
    s.b.on(s.lost).owes(s.shop, replace(s.machine));
    BOOST_TEST(s.late_by() == "8 h");
  }
  {
    waiting_shop s;  // from the gate: what comes before it does not count
    s.b.claims(s.website, s.delivery, recovered_within(40h).after(s.back));
    BOOST_TEST(s.late_by() == "8 h");
  }
  {
    late_shop s;  // it does not come once the part has failed
    s.b.claims(s.website, s.delivery, recovered_within(1h).after(completed(s.installation)));
    s.b.on(s.lost).owes(s.shop, refund).within(41h);
    BOOST_TEST(s.late_by() == "");
  }
}

BOOST_AUTO_TEST_CASE(of_a_claim_counted_from_the_failure_the_report_takes_its_time) {
  late_shop s;
  s.b.claims(s.website, s.delivery, recovered_within(50h).after(s.lost));
  s.b.on(reported(s.lost)).owes(s.shop, replace(s.machine));
  BOOST_TEST(s.late_by() == "");  // nobody reports within a bound
  s.b.tells(s.carrier, s.shop, s.lost, 2h);
  BOOST_TEST(s.late_by() == "");  // 2 h and 48 h
  s.b.on(reported(s.lost)).owes(s.shop, replace(s.machine)).within(1h);
  BOOST_TEST(s.late_by() == "1 h");
}

BOOST_AUTO_TEST_CASE(a_report_slower_than_the_claim_leaves_no_time) {
  late_shop s;
  s.b.claims(s.website, s.delivery, recovered_within(50h).after(s.lost));
  s.b.on(reported(s.lost)).owes(s.shop, replace(s.machine));
  s.b.tells(s.carrier, s.shop, s.lost, 60h);
  BOOST_TEST(s.late_by() == "48 h");
}

BOOST_AUTO_TEST_CASE(a_claim_from_the_report_counts_from_the_report) {
  late_shop s;
  s.b.claims(s.website, s.delivery, {recovered_within(47h).after(reported(s.lost))});
  s.b.on(reported(s.lost)).owes(s.shop, replace(s.machine));
  s.b.tells(s.carrier, s.shop, s.lost, 60h);
  BOOST_TEST(s.late_by() == "1 h");
}

BOOST_AUTO_TEST_CASE(to_repair_does_nothing_again) {
  late_shop s;
  s.b.claims(s.website, s.delivery, recovered_within(10h));
  s.b.on(s.lost).owes(s.shop, repair(s.machine)).within(10h);
  BOOST_TEST(s.late_by() == "");
  s.b.on(s.lost).owes(s.shop, repair(s.machine)).within(12h);
  BOOST_TEST(s.late_by() == "2 h");
}

BOOST_AUTO_TEST_CASE(what_counts_from_the_order_counts_from_the_remedy) {
  for (auto const after_the_machine : {false, true}) {
    bare_shop s;
    auto const lost = s.b.fails(s.delivery, "lost").id();
    s.b.commits_to(s.carrier, s.shop, s.machine, within(90h));
    s.b.commits_to(s.carrier, s.shop, s.delivery,
                   after_the_machine ? within(100h).after(completed(s.machine)) : within(100h));
    s.b.claims(s.website, s.delivery, recovered_within(120h));
    s.b.on(lost).owes(s.shop, replace(s.machine)).within(1h);
    BOOST_TEST(places(s.b, checks::late_remedy) ==
               (after_the_machine ? "on lost: shop replaces the machine within 1 h" : ""));
  }
}

BOOST_AUTO_TEST_CASE(to_perform_the_part_again_takes_its_time_alone) {
  late_shop s;
  s.b.claims(s.website, s.delivery, within(47h));
  s.b.on(s.lost).owes(s.shop, perform_again(s.delivery));
  BOOST_TEST(s.late_by() == "1 h");
}

BOOST_AUTO_TEST_CASE(a_duration_says_nothing_of_refunds_and_repairs) {
  late_shop s;
  s.b.claims(s.website, s.delivery, within(48h));
  s.b.on(s.lost).owes(s.shop, refund).within(72h);
  s.b.on(s.lost).owes(s.shop, repair(s.machine)).within(72h);
  BOOST_TEST(s.late_by() == "");
  s.b.claims(s.website, s.delivery, recovered_within(60h));
  BOOST_TEST(s.late_by() == "12 h; 12 h");
}

BOOST_AUTO_TEST_CASE(nor_of_what_she_causes) {
  for (auto const hers : {true, false}) {
    late_shop s;
    auto const missed = s.b.fails(s.delivery, "missed").by(hers ? s.customer : s.carrier).id();
    s.b.claims(s.website, s.delivery, within(48h));
    s.b.on(missed).owes(s.shop, perform_again(s.delivery)).within(1h);
    BOOST_TEST(s.late_by() == (hers ? "" : "1 h"));
    s.b.claims(s.website, s.delivery, recovered_within(47h));
    BOOST_TEST(s.late_by() == "2 h");
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_owed_to_her_is_held_against_nothing) {
  late_shop s;
  s.b.claims(s.website, s.delivery, recovered_within(48h));
  s.b.on(s.lost).owes(s.carrier, refund, s.shop).within(720h);
  s.b.on(s.lost).owes(s.shop, act("says sorry")).within(720h);
  BOOST_TEST(s.late_by() == "");
  s.b.on(s.lost).owes(s.carrier, refund).within(720h);
  BOOST_TEST(s.late_by() == "672 h");
}

BOOST_AUTO_TEST_CASE(to_accept_or_refuse_puts_nothing_right) {
  late_shop s;
  s.b.claims(s.website, s.delivery, within(48h));
  s.b.on(s.lost).owes(s.shop, accept).within(72h);
  s.b.on(s.lost).owes(s.shop, refuse).within(72h);
  BOOST_TEST(s.late_by() == "");
}

BOOST_AUTO_TEST_CASE(not_where_a_step_is_not_bounded) {
  late_shop s;
  s.b.claims(s.website, s.delivery, within(48h));
  s.b.on(s.lost).owes(s.shop, replace(s.machine)).waits_for(s.back).within(500h);
  BOOST_TEST(s.late_by() == "");  // blocked: another gap
  s.b.commits_to(s.carrier, s.shop, s.delivery, by(day(2026, 12, 24))).brings_about(s.back);
  BOOST_TEST(s.late_by() == "");  // on a date: nobody knows how long
}

BOOST_AUTO_TEST_CASE(not_on_a_request_and_not_on_a_step) {
  late_shop s;
  s.b.claims(s.website, s.delivery, within(1h));
  s.b.on(replacement_requested).since(s.lost).owes(s.shop, replace(s.machine)).within(500h);
  s.b.on(s.back).owes(s.shop, replace(s.machine)).within(500h);
  BOOST_TEST(s.late_by() == "");
}

BOOST_AUTO_TEST_CASE(business_days_are_held_against_hours_at_their_worst) {
  late_shop s;
  s.b.claims(s.website, s.delivery, recovered_within(48h));
  s.b.on(s.lost).owes(s.shop, refund).within(business_days{2});
  BOOST_TEST(s.late_by() == "48 h");
  late_shop like;
  like.b.claims(like.website, like.delivery, recovered_within(business_days{2}));
  like.b.on(like.lost).owes(like.shop, refund).within(business_days{2});
  BOOST_TEST(like.late_by() == "");
}

BOOST_AUTO_TEST_SUITE_END()
