// SPDX-License-Identifier: BSL-1.0
//
// The elements of a model, as a clerk would read them out.
#include "model/support.hpp"

#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

struct delivered_lamp : model_test::small_shop {
  party_id agency = b.subcontractor("Acme Logistics");
  event_id lost = b.fails(delivery, "lost").id();
  event_id back = b.step(delivery, "received back").follows(lost).id();
  delivered_lamp() { b.product(lamp >> delivery).carries(delivery, lamp); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(phrases)

BOOST_AUTO_TEST_CASE(nothing_and_nobody) {
  delivered_lamp s;
  auto const m = model_test::built(s.b);
  BOOST_TEST(describe(m, element{}) == "nothing");
  BOOST_TEST(name_of(m, party_id{}) == "nobody");
  BOOST_TEST(name_of(m, part_id{}) == "no part");
  BOOST_TEST(name_of(m, event_id{}) == "no event");
  BOOST_TEST(phrase(m, term{}) == "no term");
}

BOOST_AUTO_TEST_CASE(a_name_in_running_text) {
  delivered_lamp s;
  auto const m = model_test::built(s.b);
  BOOST_TEST(the(m, s.carrier) == "the carrier");
  BOOST_TEST(the(m, s.agency) == "Acme Logistics");
  BOOST_TEST(the(m, s.lamp) == "the lamp");
  BOOST_TEST(the(m, whole) == "the whole");
  BOOST_TEST(the(m, party_id{}) == "nobody");
  BOOST_TEST(sentence("the shop pays.") == "The shop pays.");
  BOOST_TEST(sentence("Acme pays.") == "Acme pays.");
  BOOST_TEST(sentence("") == "");
}

BOOST_AUTO_TEST_CASE(lists) {
  BOOST_TEST(listed({}) == "");
  BOOST_TEST(listed({"a"}) == "a");
  BOOST_TEST(listed({"a", "b"}) == "a and b");
  BOOST_TEST(listed({"a", "b", "c"}) == "a, b and c");
  BOOST_TEST(listed({"a", "b", "c"}, " or ") == "a, b or c");
}

BOOST_AUTO_TEST_CASE(parties_and_parts) {
  delivered_lamp s;
  auto const m = model_test::built(s.b);
  BOOST_TEST(describe(m, s.customer) == "customer (customer)");
  BOOST_TEST(describe(m, s.shop) == "shop (seller)");
  BOOST_TEST(describe(m, s.website) == "website (department)");
  BOOST_TEST(describe(m, s.agency) == "Acme Logistics (subcontractor)");
  BOOST_TEST(describe(m, s.lamp) == "lamp (good)");
  BOOST_TEST(describe(m, s.delivery) == "delivery (service)");
  BOOST_TEST(describe(m, whole) == "a lamp, delivered (composite)");
}

BOOST_AUTO_TEST_CASE(events) {
  delivered_lamp s;
  s.b.may_be_late(s.delivery);
  s.b.on(cancel_requested).until(possession(s.lamp)).owes(s.shop, accept);
  s.b.on(reported(s.lost)).owes(s.shop, refund);
  auto const m = model_test::built(s.b);
  auto const said = [&](event_kind k, part_id p) { return describe(m, find_event(m, k, p)); };
  BOOST_TEST(describe(m, s.lost) == "lost (delivery)");
  BOOST_TEST(describe(m, ordering) == "ordered");
  BOOST_TEST(said(event_kind::started, s.delivery) == "shipped (delivery)");
  BOOST_TEST(said(event_kind::completed, s.delivery) == "delivery completed");
  BOOST_TEST(said(event_kind::late, s.delivery) == "delivery late");
  BOOST_TEST(said(event_kind::possession, s.lamp) == "possession of lamp");
  BOOST_TEST(said(event_kind::reported, s.delivery) == "lost reported (delivery)");
  BOOST_TEST(said(event_kind::cancel_requested, whole) == "cancellation requested");
}

BOOST_AUTO_TEST_CASE(claims) {
  delivered_lamp s;
  auto const measured = s.b.claims(s.website, s.delivery, {within(48h), at(place::doorstep)});
  auto const implied = s.b.implies(s.website, s.b.whole(), single_contact);
  auto const quoted = s.b.claims(s.website, s.lamp, undamaged, "as good as new");
  auto const vague = s.b.says(s.website, s.lamp, "luxury");
  auto const m = model_test::built(s.b);
  BOOST_TEST(describe(m, measured) ==
             "website claims for delivery: within 48 h of the order and to the doorstep");
  BOOST_TEST(describe(m, implied) == "website implies for a lamp, delivered: a single contact");
  BOOST_TEST(describe(m, quoted) == "website claims for lamp: \"as good as new\" and undamaged");
  BOOST_TEST(describe(m, vague) == "website claims for lamp: \"luxury\"");
}

BOOST_AUTO_TEST_CASE(terms_with_what_they_are_counted_from) {
  delivered_lamp s;
  s.b.claims(s.website, s.delivery,
             {within(24h).after(completed(s.lamp)), cancel_until(possession(s.lamp)),
              informed_within(2h), recovered_within(48h), by(day(2026, 12, 24)),
              cancel_until(24h).after(completed(s.delivery)), cancel_until(30 * 24h)});
  auto const m = model_test::built(s.b);
  auto const said = [&](std::size_t i) { return full_phrase(m, m->terms[term_id{i}]); };
  BOOST_TEST(said(0) == "within 24 h after lamp completed");
  BOOST_TEST(said(1) == "free to cancel until possession of lamp");
  BOOST_TEST(said(2) == "kept informed within 2 h of the change");
  BOOST_TEST(said(3) == "put right within 48 h of the report of the failure");
  BOOST_TEST(said(4) == "on 2026-12-24 at the latest");
  BOOST_TEST(said(5) == "free to cancel within 24 h after delivery completed");
  BOOST_TEST(said(6) == "free to cancel within 30 days of the order");
  BOOST_TEST(phrase(m, m->terms[term_id{2}]) == "kept informed within 2 h");
}

BOOST_AUTO_TEST_CASE(commitments) {
  delivered_lamp s;
  auto const plain = s.b.commits_to(s.carrier, s.shop, s.delivery, within(48h)).id();
  auto const bare = s.b.commits_to(s.carrier, s.shop, s.delivery).id();
  auto const back = s.b.commits_to(s.carrier, s.shop, s.delivery, within(120h).after(s.lost))
                        .brings_about(s.back)
                        .id();
  auto const conditional = s.b.commits(s.shop, s.lamp, undamaged).given(s.back).id();
  auto const m = model_test::built(s.b);
  BOOST_TEST(describe(m, plain) ==
             "carrier commits to shop for delivery: within 48 h of the order");
  BOOST_TEST(describe(m, bare) == "carrier commits to shop for delivery");
  BOOST_TEST(describe(m, back) ==
             "carrier commits to shop for delivery (received back): within 5 days after lost");
  BOOST_TEST(describe(m, conditional) ==
             "shop commits to customer for lamp: undamaged, if received back");
}

BOOST_AUTO_TEST_CASE(rules) {
  delivered_lamp s;
  auto const replaces =
      s.b.on(s.lost).owes(s.shop, replace(s.lamp)).waits_for(s.back).within(24h).id();
  auto const performs_again =
      s.b.on(s.lost).owes(s.carrier, perform_again(s.delivery), s.shop).id();
  auto const repairs = s.b.on(s.lost).owes(s.shop, repair(s.lamp)).id();
  auto const refunds = s.b.on(s.lost).owes(s.shop, refund).id();
  auto const acts = s.b.on(s.lost).owes(s.shop, act("says sorry")).id();
  auto const refuses = s.b.on(cancel_requested)
                           .between(shipped(s.delivery), possession(s.lamp))
                           .owes(s.shop, refuse)
                           .id();
  auto const accepts = s.b.on(cancel_requested).until(s.lost).owes(s.shop, accept).id();
  auto const replaces_whole = s.b.on(s.lost).owes(s.shop, replace(s.b.whole())).id();
  auto const m = model_test::built(s.b);
  BOOST_TEST(describe(m, replaces) ==
             "on lost: shop replaces the lamp, waits for received back, then within 24 h");
  BOOST_TEST(describe(m, performs_again) == "on lost: carrier performs the delivery again");
  BOOST_TEST(describe(m, repairs) == "on lost: shop repairs the lamp");
  BOOST_TEST(describe(m, refunds) == "on lost: shop refunds");
  BOOST_TEST(describe(m, acts) == "on lost: shop says sorry");
  BOOST_TEST(describe(m, refuses) ==
             "on cancellation requested, from shipped until possession of lamp: shop refuses");
  BOOST_TEST(describe(m, accepts) == "on cancellation requested, until lost: shop accepts");
  BOOST_TEST(describe(m, replaces_whole) == "on lost: shop replaces the whole");
  BOOST_TEST(m->rules[performs_again].creditor == s.shop);
  BOOST_TEST(m->rules[repairs].creditor == s.customer);
}

BOOST_AUTO_TEST_CASE(everything_else) {
  delivered_lamp s;
  s.b.tells(s.carrier, s.shop, s.lost, 2h).reaches(s.customer, s.shop);
  s.b.coordinates(s.shop, s.lamp, s.delivery).recovers_from(s.shop, s.carrier, s.lost, within(48h));
  s.b.can_do(s.shop, s.lamp, business_days{2});
  auto const lift = s.b.capability("fork-lift");
  auto const m = model_test::built(s.b);
  BOOST_TEST(describe(m, notice_id{0}) == "carrier tells shop of lost within 2 h");
  BOOST_TEST(describe(m, channel_id{0}) == "customer reaches shop");
  BOOST_TEST(describe(m, coordination_id{0}) == "shop coordinates lamp and delivery");
  BOOST_TEST(describe(m, recourse_id{0}) == "shop recovers from carrier for lost");
  BOOST_TEST(describe(m, lift) == "fork-lift");
  BOOST_TEST(describe(m, ability_id{0}) == "shop can do lamp within 2 business days");
}

BOOST_AUTO_TEST_SUITE_END()
