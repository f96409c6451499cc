// SPDX-License-Identifier: BSL-1.0
//
// Which events somebody is committed to bring about, and within what time.
#include "lupaus/life/dependable/assurance_of.hpp"

#include "check/support.hpp"
#include "lupaus/model/terms/time_text.hpp"

using namespace check_test;

namespace {

std::string said(known_time t) { return t.is_known ? in_words(t.length) : "unknown"; }
std::string said(assurance a) { return a.is_assured ? said(a.within) : "not assured"; }

struct losing_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
  event_id back = b.step(delivery, "back").follows(lost).hands(machine, shop).id();

  // Within what time the event is assured once `now` has happened.
  std::string assured(event_ref e, event_ref now) {
    b.on(e).owes(shop, act("takes note"));
    b.on(now).owes(shop, act("takes note"));
    auto const m = built(b);
    auto const last = m->rules.size() - 1;
    return said(assurance_of(m, m->rules[rule_id{last - 1}].on, m->rules[rule_id{last}].on));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(assurances)

BOOST_AUTO_TEST_CASE(what_is_past_is_assured_at_once) {
  losing_shop s;
  BOOST_TEST(s.assured(ordered, s.lost) == "0 h");
  BOOST_TEST(s.assured(s.lost, s.lost) == "0 h");
  BOOST_TEST(s.assured(shipped(s.delivery), s.lost) == "0 h");
  BOOST_TEST(s.assured(completed(s.machine), s.lost) == "0 h");
  BOOST_TEST(s.assured(s.lost, s.back) == "0 h");
}

BOOST_AUTO_TEST_CASE(what_is_reported_has_happened) {
  losing_shop s;
  BOOST_TEST(s.assured(s.lost, reported(s.lost)) == "0 h");
  BOOST_TEST(s.assured(shipped(s.delivery), reported(s.lost)) == "0 h");
}

BOOST_AUTO_TEST_CASE(nobody_brings_about_what_nobody_has_committed_to) {
  losing_shop s;
  BOOST_TEST(s.assured(s.back, s.lost) == "not assured");
  BOOST_TEST(s.assured(s.lost, ordered) == "not assured");
}

BOOST_AUTO_TEST_CASE(a_deadline_for_the_event_assures_it) {
  losing_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(120h).after(s.lost)).brings_about(s.back);
  BOOST_TEST(s.assured(s.back, s.lost) == "5 days");
  BOOST_TEST(s.assured(s.back, reported(s.lost)) == "5 days");
  BOOST_TEST(s.assured(s.back, ordered) == "not assured");  // its anchor is not
}

BOOST_AUTO_TEST_CASE(whoever_promises_it_the_customer_included) {
  losing_shop s;
  s.b.commits(s.customer, s.delivery, within(24h).after(s.lost)).brings_about(s.back).to(s.shop);
  BOOST_TEST(s.assured(s.back, s.lost) == "24 h");
}

BOOST_AUTO_TEST_CASE(not_an_incentive_and_no_other_quality) {
  losing_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(1h).after(s.lost))
      .brings_about(s.back)
      .overrides(undamaged);
  s.b.commits_to(s.carrier, s.shop, s.delivery, undamaged).brings_about(s.back);
  s.b.commits_to(s.carrier, s.shop, s.delivery).brings_about(s.back);
  BOOST_TEST(s.assured(s.back, s.lost) == "not assured");
}

BOOST_AUTO_TEST_CASE(completion_is_assured_by_a_deadline_for_the_part_or_a_composite) {
  losing_shop s;
  BOOST_TEST(s.assured(completed(s.delivery), ordered) == "48 h");
  s.b.commits(s.shop, s.b.whole(), within(30h));
  BOOST_TEST(s.assured(completed(s.delivery), ordered) == "30 h");
  BOOST_TEST(s.assured(s.back, ordered) == "not assured");
}

BOOST_AUTO_TEST_CASE(completion_is_assured_by_who_is_able) {
  losing_shop s;
  BOOST_TEST(s.assured(completed(s.machine), ordered) == "0 h");
}

BOOST_AUTO_TEST_CASE(possession_is_assured_by_the_completion_that_gives_it) {
  losing_shop s;
  BOOST_TEST(s.assured(possession(s.machine), ordered) == "48 h");
}

BOOST_AUTO_TEST_CASE(times_add_up_along_the_anchors) {
  losing_shop s;
  BOOST_TEST(s.assured(completed(s.installation), ordered) == "not assured");  // who tells him?
  s.b.reaches(s.customer, s.installer);
  BOOST_TEST(s.assured(completed(s.installation), ordered) == "72 h");
}

BOOST_AUTO_TEST_CASE(the_later_of_anchor_and_condition_counts) {
  losing_shop s;
  s.b.reaches(s.customer, s.installer);
  auto const shown = s.b.step(s.installation, "shown").follows(completed(s.installation)).id();
  s.b.commits(s.shop, s.installation, within(1h))
      .given(completed(s.installation))
      .brings_about(shown);
  BOOST_TEST(s.assured(shown, ordered) == "73 h");
  s.b.commits(s.shop, s.installation, within(1h)).given(kept).brings_about(shown);
  BOOST_TEST(s.assured(shown, ordered) == "73 h");  // a condition that nobody assures
}

BOOST_AUTO_TEST_CASE(what_follows_something_that_nobody_assures_is_not_assured) {
  losing_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(1h)).brings_about(s.back);
  BOOST_TEST(s.assured(s.back, ordered) == "not assured");  // it may never be lost
  BOOST_TEST(s.assured(s.back, s.lost) == "1 h");
}

BOOST_AUTO_TEST_CASE(of_two_promises_the_shorter) {
  losing_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(120h).after(s.lost)).brings_about(s.back);
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(24h).after(s.lost)).brings_about(s.back);
  BOOST_TEST(s.assured(s.back, s.lost) == "24 h");
}

BOOST_AUTO_TEST_CASE(a_date_assures_in_an_unknown_time) {
  losing_shop s;
  s.b.commits_to(s.carrier, s.shop, s.delivery, by(day(2026, 12, 24))).brings_about(s.back);
  BOOST_TEST(s.assured(s.back, s.lost) == "unknown");
}

BOOST_AUTO_TEST_CASE(a_report_is_assured_by_notice_to_the_seller) {
  losing_shop s;
  s.b.tells(s.carrier, s.customer, s.lost, 1h);
  BOOST_TEST(s.assured(reported(s.lost), s.lost) == "not assured");
  s.b.tells(s.carrier, s.website, s.lost, 2h);
  BOOST_TEST(s.assured(reported(s.lost), s.lost) == "2 h");
  BOOST_TEST(s.assured(reported(s.lost), ordered) == "not assured");
}

BOOST_AUTO_TEST_CASE(what_waits_for_itself_is_not_assured) {
  losing_shop s;
  auto const moved = s.b.step(s.delivery, "moved").follows(s.lost).id();
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(1h).after(moved)).brings_about(s.back);
  s.b.commits_to(s.carrier, s.shop, s.delivery, within(1h).after(s.back)).brings_about(moved);
  BOOST_TEST(s.assured(s.back, s.lost) == "not assured");
  BOOST_TEST(s.assured(moved, s.lost) == "not assured");
}

BOOST_AUTO_TEST_SUITE_END()
