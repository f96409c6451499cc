// SPDX-License-Identifier: BSL-1.0
//
// circular-wait: what waits for itself never happens.
#include "check/support.hpp"

using namespace check_test;

namespace {

std::string waits(builder const& b) { return pairs(b, checks::circular_wait); }

}  // namespace

BOOST_AUTO_TEST_SUITE(circular_wait)

BOOST_AUTO_TEST_CASE(two_who_each_wait_for_the_other) {
  contracted_shop s;
  auto const paid = s.b.step(s.delivery, "paid").by(s.shop).id();
  auto const shown = s.b.step(s.delivery, "shown").by(s.carrier).id();
  s.b.commits_to(s.carrier, s.shop, s.delivery).given(paid).brings_about(shown);
  BOOST_TEST(waits(s.b) == "");
  s.b.commits_to(s.shop, s.carrier, s.delivery).given(shown).brings_about(paid);
  BOOST_TEST(waits(s.b) == "paid (delivery) & shown (delivery)");
}

BOOST_AUTO_TEST_CASE(one_that_is_due_some_time_after_itself) {
  contracted_shop s;
  s.b.commits(s.shop, s.delivery, within(1h).after(completed(s.delivery)));
  BOOST_TEST(waits(s.b) == "delivery completed & delivery completed");
}

BOOST_AUTO_TEST_CASE(work_that_waits_for_what_comes_after_it) {
  contracted_shop s;
  s.b.commits(s.shop, s.delivery, within(1h)).given(completed(s.installation));
  BOOST_TEST(waits(s.b) == "delivery completed & installation completed");
}

BOOST_AUTO_TEST_CASE(a_warranty_begins_with_what_comes_after_and_waits_for_nothing) {
  contracted_shop s;
  s.b.commits(s.shop, s.machine, undamaged).given(completed(s.delivery));
  s.b.commits(s.shop, s.machine, fits_need).given(completed(s.delivery));
  BOOST_TEST(waits(s.b) == "");
  s.b.commits(s.shop, s.machine, within(1h)).given(completed(s.delivery));
  BOOST_TEST(waits(s.b) == "machine completed & delivery completed");
}

BOOST_AUTO_TEST_CASE(a_part_that_begins_after_another_waits_for_it) {
  contracted_shop s;
  s.b.commits(s.shop, s.machine, within(1h)).given(shipped(s.delivery));
  BOOST_TEST(waits(s.b) == "machine completed & shipped (delivery)");
}

BOOST_AUTO_TEST_CASE(not_of_a_composite_an_incentive_or_what_is_done_in_person) {
  contracted_shop s;
  s.b.commits(s.shop, s.b.whole(), within(1h).after(completed(s.delivery)));
  s.b.commits(s.shop, s.delivery, informed_within(1h)).given(completed(s.installation));
  s.b.commits(s.shop, s.delivery, undamaged).given(completed(s.installation)).on_request();
  s.b.commits_to(s.carrier, s.shop, s.delivery)
      .given(completed(s.installation))
      .overrides(undamaged);
  BOOST_TEST(waits(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_replacement_that_waits_for_what_it_leads_to) {
  contracted_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(lost).owes(s.shop, replace(s.machine)).waits_for(completed(s.installation));
  BOOST_TEST(waits(s.b) == "machine completed & delivery completed");
}

BOOST_AUTO_TEST_CASE(a_gate_that_can_still_open_in_the_first_attempt_is_no_ring) {
  contracted_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  auto const back = s.b.step(s.delivery, "back").follows(lost).id();
  s.b.on(lost).owes(s.shop, replace(s.machine)).waits_for(back);
  BOOST_TEST(waits(s.b) == "");
}

BOOST_AUTO_TEST_CASE(nor_is_one_that_comes_before_the_failure) {
  contracted_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.on(lost).owes(s.shop, replace(s.machine)).waits_for(shipped(s.delivery));
  BOOST_TEST(waits(s.b) == "");
}

BOOST_AUTO_TEST_CASE(a_request_is_made_once_something_has_failed) {
  for (auto const says_since : {false, true}) {
    contracted_shop s;
    auto const lost = s.b.fails(s.delivery, "lost").id();
    auto const back = s.b.step(s.delivery, "back").follows(lost).id();
    auto on = s.b.on(replacement_requested);
    if (says_since) on.since(lost);
    on.owes(s.shop, replace(s.machine)).waits_for(back);
    BOOST_TEST(waits(s.b) == "");
  }
}

BOOST_AUTO_TEST_CASE(a_ring_that_every_attempt_brings_again_is_found_once) {
  contracted_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.commits(s.shop, s.delivery, within(1h)).given(completed(s.installation));
  s.b.on(lost).owes(s.shop, replace(s.machine)).waits_for(completed(s.installation));
  BOOST_TEST(waits(s.b) == "delivery completed & installation completed");
}

BOOST_AUTO_TEST_CASE(its_words_go_round_the_ring) {
  contracted_shop s;
  s.b.commits(s.shop, s.delivery, within(1h)).given(completed(s.installation));
  auto const m = built(s.b);
  auto const found = findings(m, checks::circular_wait);
  BOOST_TEST_REQUIRE(found.size() == 1u);
  auto const x = found[0].what->explain(m, found[0]);
  BOOST_TEST(
      x.what.find("'delivery completed' waits for 'installation completed'") != std::string::npos,
      x.what);
  BOOST_TEST(
      x.what.find("'installation completed' waits for 'delivery completed'") != std::string::npos,
      x.what);
}

BOOST_AUTO_TEST_SUITE_END()
