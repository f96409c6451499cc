// SPDX-License-Identifier: BSL-1.0
//
// One cause, one gap: each row of the table of consequences, where it holds and where it does not.
#include "check/support.hpp"

using namespace check_test;

namespace {

std::string told(builder const& b) { return lines(validate(built(b))); }

// Everything in order but for what a test breaks.
struct sound_shop : contracted_shop {
  rule_id cancel = b.on(cancel_requested).owes(shop, accept).id();
  sound_shop() {
    b.coordinates(shop, delivery, installation);
    b.tells(carrier, shop, completed(delivery), 2h);
  }
};
struct uncoordinated_shop : contracted_shop {
  uncoordinated_shop() { b.on(cancel_requested).owes(shop, accept); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(consequences)

BOOST_AUTO_TEST_CASE(the_shop_that_the_tests_begin_from_has_no_gap) {
  sound_shop s;
  BOOST_TEST(told(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_claim_on_a_disowned_part_follows_from_the_disowning) {
  sound_shop s;
  s.b.claims(s.website, s.delivery, within(48h));
  s.b.claims(s.website, s.delivery, at(place::doorstep));
  s.b.answers(s.carrier, s.delivery);
  BOOST_TEST(told(s.b) ==
             "disowned-part: delivery (service)\n"
             "  unbacked-claim: website claims for delivery: within 48 h of the order\n"
             "  unbacked-claim: website claims for delivery: to the doorstep\n");
}

BOOST_AUTO_TEST_CASE(a_claim_on_another_part_stands_beside_the_disowning) {
  sound_shop s;
  s.b.claims(s.website, s.installation, installed);
  s.b.answers(s.carrier, s.delivery);
  BOOST_TEST(told(s.b) ==
             "disowned-part: delivery (service)\n"
             "unbacked-claim: website claims for installation: installed and tested\n");
}

BOOST_AUTO_TEST_CASE(a_claim_on_the_whole_stands_beside_the_disowning_of_a_part) {
  sound_shop s;
  s.b.claims(s.website, s.b.whole(), single_contact);
  s.b.answers(s.carrier, s.delivery);
  BOOST_TEST(told(s.b) ==
             "disowned-part: delivery (service)\n"
             "unbacked-claim: website claims for a machine, delivered and installed: a single "
             "contact\n");
}

BOOST_AUTO_TEST_CASE(a_claim_on_a_composite_that_is_declared_anothers_follows_from_its_parts) {
  sound_shop s;
  auto const hob = s.b.good("hob");
  auto const extras = s.b.composite("extras", part_ref{hob});
  s.b.product(extras).can_do(s.shop, hob, 0h);
  s.b.claims(s.website, extras, undamaged);
  BOOST_TEST(told(s.b) == "unbacked-claim: website claims for extras: undamaged\n");
  s.b.answers(s.carrier, hob);
  BOOST_TEST(told(s.b) ==
             "disowned-part: hob (good)\n"
             "unbacked-claim: website claims for extras: undamaged\n");
  sound_shop t;
  auto const lamp = t.b.good("lamp");
  auto const more = t.b.composite("more", part_ref{lamp});
  t.b.product(more).can_do(t.shop, lamp, 0h).answers(t.carrier, more);
  t.b.claims(t.website, more, undamaged);
  BOOST_TEST(told(t.b) ==
             "disowned-part: lamp (good)\n"
             "  unbacked-claim: website claims for more: undamaged\n");
}

BOOST_AUTO_TEST_CASE(
    a_claim_on_a_composite_that_the_seller_answers_for_stands_beside_the_disowning) {
  sound_shop s;
  auto const hob = s.b.good("hob");
  auto const extras = s.b.composite("extras", part_ref{hob});
  s.b.product(extras).can_do(s.shop, hob, 0h).answers(s.website, extras).answers(s.carrier, hob);
  s.b.claims(s.website, extras, undamaged);
  BOOST_TEST(told(s.b) ==
             "disowned-part: hob (good)\n"
             "unbacked-claim: website claims for extras: undamaged\n");
}

BOOST_AUTO_TEST_CASE(the_silence_of_an_uncovered_failure_follows_from_its_having_no_rule) {
  sound_shop s;
  s.b.fails(s.delivery, "lost");
  BOOST_TEST(told(s.b) ==
             "uncovered-failure: lost (delivery)\n"
             "  silent-failure: lost (delivery)\n");
}

BOOST_AUTO_TEST_CASE(the_silence_of_another_failure_does_not) {
  sound_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.tells(s.carrier, s.customer, lost, 2h).tells(s.carrier, s.installer, lost, 2h);
  auto const damaged = s.b.fails(s.delivery, "damaged").id();
  s.b.on(damaged).owes(s.carrier, perform_again(s.delivery));
  s.b.commits(s.carrier, s.delivery, undamaged);
  BOOST_TEST(told(s.b) ==
             "silent-failure: damaged (delivery)\n"
             "uncovered-failure: lost (delivery)\n");
}

BOOST_AUTO_TEST_CASE(an_exit_closed_by_an_uncovered_failure_follows_from_it) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h);
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.tells(s.carrier, s.customer, lost, 2h).tells(s.carrier, s.installer, lost, 2h);
  s.b.on(cancel_requested).until(lost).owes(s.shop, accept);
  BOOST_TEST(told(s.b) ==
             "uncovered-failure: lost (delivery)\n"
             "  no-exit: delivery (service)\n");
}

BOOST_AUTO_TEST_CASE(an_exit_closed_before_the_failure_too_stands_beside_it) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h);
  s.b.tells(s.carrier, s.shop, shipped(s.delivery), 2h);
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.tells(s.carrier, s.customer, lost, 2h).tells(s.carrier, s.installer, lost, 2h);
  s.b.on(cancel_requested).until(shipped(s.delivery)).owes(s.shop, accept);
  s.b.on(cancel_requested).since(completed(s.delivery)).owes(s.shop, accept);
  BOOST_TEST(told(s.b) ==
             "no-exit: delivery (service)\n"
             "uncovered-failure: lost (delivery)\n");
}

BOOST_AUTO_TEST_CASE(an_exit_closed_after_a_covered_failure_is_a_gap_of_its_own) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h);
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.tells(s.carrier, s.customer, lost, 2h).tells(s.carrier, s.installer, lost, 2h);
  auto const found = s.b.step(s.delivery, "found").follows(lost).id();
  s.b.tells(s.carrier, s.shop, found, 2h);
  s.b.on(cancel_requested).until(lost).owes(s.shop, accept);
  s.b.on(lost).owes(s.shop, perform_again(s.delivery)).waits_for(found);
  s.b.tells(s.carrier, s.shop, lost, 2h);
  BOOST_TEST(told(s.b) ==
             "blocked-remedy: on lost: shop performs the delivery again, waits for found\n"
             "missing-recourse: lost (delivery)\n"
             "no-exit: delivery (service)\n");
}

BOOST_AUTO_TEST_CASE(an_exit_closed_by_a_refusing_rule_stands_beside_the_failure) {
  contracted_shop s;
  s.b.coordinates(s.shop, s.delivery, s.installation);
  s.b.tells(s.carrier, s.shop, completed(s.delivery), 2h);
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.tells(s.carrier, s.customer, lost, 2h).tells(s.carrier, s.installer, lost, 2h);
  s.b.on(cancel_requested).until(lost).owes(s.shop, accept);
  s.b.on(cancel_requested).since(lost).owes(s.shop, refuse);
  BOOST_TEST(told(s.b) ==
             "no-exit: on cancellation requested, from lost: shop refuses\n"
             "uncovered-failure: lost (delivery)\n");
}

BOOST_AUTO_TEST_CASE(not_knowing_of_completion_follows_from_the_unowned_handoff) {
  uncoordinated_shop s;
  BOOST_TEST(told(s.b) ==
             "unowned-handoff: delivery (service)\n"
             "  uninformed-party: delivery completed\n");
}

BOOST_AUTO_TEST_CASE(not_knowing_of_lateness_follows_from_the_unowned_handoff) {
  uncoordinated_shop s;
  auto const late = s.b.may_be_late(s.delivery).id();
  s.b.on(late).owes(s.carrier, perform_again(s.delivery));
  s.b.commits(s.carrier, s.delivery, undamaged);
  s.b.tells(s.carrier, s.customer, late, 2h).tells(s.shop, s.installer, late, 2h);
  s.b.commits_to(s.installer, s.shop, s.installation).given(late);
  s.b.tells(s.carrier, s.installer, completed(s.delivery), 2h);
  BOOST_TEST(told(s.b) == "uninformed-party: delivery late\nunowned-handoff: delivery (service)\n");
}

BOOST_AUTO_TEST_CASE(what_somebody_else_does_not_know_stands_beside_the_handoff) {
  uncoordinated_shop s;
  s.b.tells(s.shop, s.customer, completed(s.delivery), 2h);  // the shop is not told itself
  BOOST_TEST(told(s.b) ==
             "uninformed-party: delivery completed\n"
             "unowned-handoff: delivery (service)\n"
             "  uninformed-party: delivery completed\n");
}

BOOST_AUTO_TEST_CASE(not_knowing_of_anything_else_stands_beside_the_handoff) {
  uncoordinated_shop s;
  s.b.tells(s.carrier, s.installer, completed(s.delivery), 2h);
  s.b.commits_to(s.installer, s.shop, s.installation).given(shipped(s.delivery));
  BOOST_TEST(told(s.b) ==
             "uninformed-party: shipped (delivery)\n"
             "unowned-handoff: delivery (service)\n");
}

BOOST_AUTO_TEST_CASE(not_knowing_of_a_failure_follows_from_its_silence) {
  sound_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(lost).owes(s.shop, refund).within(1h);
  s.b.recovers_from(s.shop, s.carrier, lost, within(1h));
  BOOST_TEST(told(s.b) ==
             "silent-failure: lost (delivery)\n"
             "  uninformed-party: lost (delivery)\n");
}

BOOST_AUTO_TEST_CASE(not_knowing_of_its_report_too) {
  sound_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(reported(lost)).owes(s.shop, refund).within(1h);
  s.b.recovers_from(s.shop, s.carrier, lost, within(1h));
  BOOST_TEST(told(s.b) ==
             "silent-failure: lost (delivery)\n"
             "  uninformed-party: lost reported (delivery)\n");
}

BOOST_AUTO_TEST_CASE(not_knowing_of_a_failure_that_is_told_to_the_others_is_a_gap_of_its_own) {
  sound_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(lost).owes(s.shop, refund).within(1h);
  s.b.recovers_from(s.shop, s.carrier, lost, within(1h));
  s.b.tells(s.carrier, s.customer, lost, 2h).tells(s.carrier, s.installer, lost, 2h);
  BOOST_TEST(told(s.b) == "uninformed-party: lost (delivery)\n");
}

BOOST_AUTO_TEST_CASE(what_follows_from_a_consequence_is_listed_under_the_first_cause) {
  sound_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.tells(s.shop, s.website, lost, 2h);  // a duty of who does not know, and no rule
  BOOST_TEST(told(s.b) ==
             "uncovered-failure: lost (delivery)\n"
             "  silent-failure: lost (delivery)\n"
             "  uninformed-party: lost (delivery)\n");
}

BOOST_AUTO_TEST_SUITE_END()
