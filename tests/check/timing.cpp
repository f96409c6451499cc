// SPDX-License-Identifier: BSL-1.0
//
// How long things take by contract, and which events somebody is committed to bring about.
#include "lupaus/check/timing.hpp"

#include "check/support.hpp"
#include "lupaus/model/phrase.hpp"

using namespace check_test;

namespace {

std::string said(known_time t) { return t.is_known ? in_words(t.length) : "unknown"; }
std::string said(assurance a) { return a.is_assured ? said(a.within) : "not assured"; }

std::string contracted(builder const& b, part_id p) { return said(contracted_time(built(b), p)); }
std::string again(builder const& b, part_id object, part_id up_to) {
  return said(time_again(built(b), object, up_to));
}

struct losing_shop : contracted_shop {
  event_id lost = b.fails(delivery, "lost").id();
  event_id back = b.step(delivery, "back").after(lost).hands(machine, shop).id();

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

BOOST_AUTO_TEST_SUITE(timing)

BOOST_AUTO_TEST_CASE(times_add_up_and_what_is_unknown_stays_unknown) {
  auto const one = known_time::of({3'600, {}}), two = known_time::of({7'200, {}});
  BOOST_TEST(said(one + two) == "3 h");
  BOOST_TEST(said(one + known_time::unknown()) == "unknown");
  BOOST_TEST(said(shorter(one, two)) == "1 h");
  BOOST_TEST(said(shorter(known_time::unknown(), two)) == "2 h");
  BOOST_TEST(said(shorter(two, known_time::unknown())) == "2 h");
  BOOST_TEST(said(longer(one, two)) == "2 h");
  BOOST_TEST(said(longer(one, known_time::unknown())) == "unknown");
  BOOST_TEST(said(shorter(known_time::of({0, {2}}), known_time::of({72 * 3'600, {}}))) == "72 h");
}

BOOST_AUTO_TEST_CASE(contracted_is_the_lead_time_of_who_does_it_itself) {
  bare_shop s;
  s.b.able(s.website, s.machine, 5h).able(s.shop, s.machine, 2h);
  BOOST_TEST(contracted(s.b, s.machine) == "0 h");  // the shortest, of the whole firm
}

BOOST_AUTO_TEST_CASE(contracted_is_the_shortest_deadline_of_the_performer) {
  contracted_shop s;
  BOOST_TEST(contracted(s.b, s.delivery) == "48 h");
  s.b.subcontract(s.carrier, s.b.whole(), within(36h));
  BOOST_TEST(contracted(s.b, s.delivery) == "36 h");  // on a composite that holds it
  s.b.subcontract(s.carrier, s.machine, within(1h));
  BOOST_TEST(contracted(s.b, s.delivery) == "36 h");
}

BOOST_AUTO_TEST_CASE(contracted_is_not_what_others_promise_nor_what_is_owed_on_request) {
  contracted_shop s;
  auto const lost = s.b.fails(s.delivery, "lost").id();
  s.b.subcontract(s.installer, s.delivery, within(1h));
  s.b.subcontract(s.carrier, s.delivery, within(1h)).on_request();
  s.b.subcontract(s.carrier, s.delivery, within(1h)).brings_about(lost);
  BOOST_TEST(contracted(s.b, s.delivery) == "48 h");
}

BOOST_AUTO_TEST_CASE(contracted_time_is_unknown_without_a_performer_or_for_a_date) {
  bare_shop s;
  BOOST_TEST(contracted(s.b, s.delivery) == "unknown");
  s.b.subcontract(s.carrier, s.delivery, by(day(2026, 12, 24)));
  BOOST_TEST(contracted(s.b, s.delivery) == "unknown");
}

BOOST_AUTO_TEST_CASE(again_is_the_part_and_all_up_to_the_other) {
  contracted_shop s;
  BOOST_TEST(again(s.b, s.machine, s.delivery) == "48 h");
  BOOST_TEST(again(s.b, s.machine, s.installation) == "72 h");
  BOOST_TEST(again(s.b, s.delivery, s.delivery) == "48 h");
  BOOST_TEST(again(s.b, s.machine, s.machine) == "0 h");
  BOOST_TEST(again(s.b, whole, s.installation) == "72 h");
}

BOOST_AUTO_TEST_CASE(again_is_the_part_alone_where_nothing_leads_to_the_other) {
  contracted_shop s;
  BOOST_TEST(again(s.b, s.installation, s.delivery) == "24 h");
}

BOOST_AUTO_TEST_CASE(again_takes_the_longest_of_what_runs_together) {
  builder b{"a parcel"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const pick = b.service("pick"), gift = b.service("gift"), card = b.service("card"),
             pack = b.service("pack");
  b.product(pick >> all_of(gift, card) >> pack);
  b.able(shop, pick, 1h).able(shop, gift, 5h).able(shop, card, 2h).able(shop, pack, 1h);
  BOOST_TEST(again(b, pick, pack) == "7 h");
  BOOST_TEST(again(b, card, pack) == "3 h");
}

BOOST_AUTO_TEST_CASE(again_is_unknown_where_a_step_is) {
  bare_shop s;
  s.b.subcontract(s.installer, s.installation, within(24h));
  BOOST_TEST(again(s.b, s.machine, s.installation) == "unknown");
  BOOST_TEST(again(s.b, s.installation, s.installation) == "24 h");
}

BOOST_AUTO_TEST_CASE(again_is_unknown_in_an_impossible_order) {
  contracted_shop s;
  s.b.before(s.installation, s.delivery);
  BOOST_TEST(again(s.b, s.machine, s.installation) == "unknown");
}

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
  s.b.subcontract(s.carrier, s.delivery, within(120h).after(s.lost)).brings_about(s.back);
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
  s.b.subcontract(s.carrier, s.delivery, within(1h).after(s.lost))
      .brings_about(s.back)
      .overrides(undamaged);
  s.b.subcontract(s.carrier, s.delivery, undamaged).brings_about(s.back);
  s.b.subcontract(s.carrier, s.delivery).brings_about(s.back);
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
  BOOST_TEST(s.assured(completed(s.installation), ordered) == "72 h");
}

BOOST_AUTO_TEST_CASE(the_later_of_anchor_and_condition_counts) {
  losing_shop s;
  s.b.commits(s.shop, s.delivery, within(1h)).given(completed(s.installation)).brings_about(s.back);
  BOOST_TEST(s.assured(s.back, ordered) == "73 h");
  s.b.commits(s.shop, s.delivery, within(1h)).given(kept).brings_about(s.back);
  BOOST_TEST(s.assured(s.back, ordered) == "73 h");  // a condition that nobody assures
}

BOOST_AUTO_TEST_CASE(of_two_promises_the_shorter) {
  losing_shop s;
  s.b.subcontract(s.carrier, s.delivery, within(120h).after(s.lost)).brings_about(s.back);
  s.b.subcontract(s.carrier, s.delivery, within(24h).after(s.lost)).brings_about(s.back);
  BOOST_TEST(s.assured(s.back, s.lost) == "24 h");
}

BOOST_AUTO_TEST_CASE(a_date_assures_in_an_unknown_time) {
  losing_shop s;
  s.b.subcontract(s.carrier, s.delivery, by(day(2026, 12, 24))).brings_about(s.back);
  BOOST_TEST(s.assured(s.back, s.lost) == "unknown");
}

BOOST_AUTO_TEST_CASE(a_report_is_assured_by_notice_to_the_seller) {
  losing_shop s;
  s.b.notice(s.carrier, s.customer, s.lost, 1h);
  BOOST_TEST(s.assured(reported(s.lost), s.lost) == "not assured");
  s.b.notice(s.carrier, s.website, s.lost, 2h);
  BOOST_TEST(s.assured(reported(s.lost), s.lost) == "2 h");
  BOOST_TEST(s.assured(reported(s.lost), ordered) == "not assured");
}

BOOST_AUTO_TEST_CASE(what_waits_for_itself_is_not_assured) {
  losing_shop s;
  auto const moved = s.b.step(s.delivery, "moved").after(s.lost).id();
  s.b.subcontract(s.carrier, s.delivery, within(1h).after(moved)).brings_about(s.back);
  s.b.subcontract(s.carrier, s.delivery, within(1h).after(s.back)).brings_about(moved);
  BOOST_TEST(s.assured(s.back, s.lost) == "not assured");
  BOOST_TEST(s.assured(moved, s.lost) == "not assured");
}

BOOST_AUTO_TEST_SUITE_END()
