// SPDX-License-Identifier: BSL-1.0
//
// misapplied-rule: some reachable situation fires the rule while what it declares to presume is
// false.
#include "check/support.hpp"

using namespace check_test;

namespace {

// The carrier may damage the machine, hand it over so, or send it to the depot.
struct damaging_shop : contracted_shop {
  party_id depot = b.subcontractor("depot");
  event_id damaged = b.fails(delivery, "damaged").id();
  event_id handed = b.step(delivery, "handed over").follows(damaged).hands(machine, customer).id();
  event_id returned = b.step(delivery, "returned").follows(damaged).hands(machine, depot).id();

  // The situations that the one finding lists.
  std::string cases() const {
    auto const m = built(b);
    auto const all = findings(m, checks::misapplied_rule);
    if (all.empty()) return "";
    BOOST_TEST_REQUIRE(all.size() == 1u);
    std::string text;
    auto const evidence = all[0].what->explain(m, all[0]).evidence;
    BOOST_TEST(evidence.front() == all[0].where);
    for (std::size_t i = 1; i < evidence.size(); ++i)
      text += (i > 1 ? ", " : "") + describe(m, evidence[i]);
    BOOST_TEST(evidence[1] == all[0].other);
    return text;
  }
};

}  // namespace

namespace lupaus::inline v0 {
inline std::ostream& boost_test_print_type(std::ostream& out, element e) {
  return out << "element of kind " << static_cast<int>(e.kind) << " #" << e.index;
}
}  // namespace lupaus::inline v0

BOOST_AUTO_TEST_SUITE(misapplied_rule)

BOOST_AUTO_TEST_CASE(a_situation_that_fires_it_while_somebody_else_holds_the_good) {
  damaging_shop s;
  s.b.on(s.damaged).owes(s.shop, refund).presumes(held_by(s.customer, s.machine));
  BOOST_TEST(s.cases() == "damaged (delivery), returned (delivery)");
}

BOOST_AUTO_TEST_CASE(not_where_the_rule_is_limited_to_when_it_is_so) {
  damaging_shop s;
  s.b.on(s.handed).owes(s.shop, refund).presumes(held_by(s.customer, s.machine));
  BOOST_TEST(s.cases() == "");
}

BOOST_AUTO_TEST_CASE(what_fires_it_reaches_to_the_gate) {
  damaging_shop s;
  s.b.on(s.damaged)
      .owes(s.shop, refund)
      .waits_for(s.returned)
      .presumes(held_by(s.carrier, s.machine));
  BOOST_TEST(s.cases() == "handed over (delivery)");
}

BOOST_AUTO_TEST_CASE(the_seller_holds_the_good_to_begin_with) {
  damaging_shop s;
  s.b.on(cancel_requested)
      .until(shipped(s.delivery))
      .owes(s.shop, accept)
      .presumes(held_by(s.website, s.machine));  // a department holds it for the shop
  BOOST_TEST(s.cases() == "");
  s.b.on(cancel_requested)
      .until(s.damaged)
      .owes(s.shop, accept)
      .presumes(held_by(s.shop, s.machine));
  BOOST_TEST(s.cases() ==
             "delivery completed, installation completed, shipped (delivery), installation "
             "(service)");
}

BOOST_AUTO_TEST_CASE(the_good_that_comes_back_is_held_again) {
  damaging_shop s;
  auto const back = s.b.step(s.delivery, "back").follows(s.returned).hands(s.machine, s.shop).id();
  s.b.on(back).owes(s.shop, replace(s.machine)).presumes(held_by(s.shop, s.machine));
  BOOST_TEST(s.cases() == "");
}

BOOST_AUTO_TEST_CASE(what_may_have_happened_or_not) {
  damaging_shop s;
  auto const scrapped = s.b.step(s.delivery, "scrapped").follows(s.returned).follows(s.handed).id();
  s.b.on(scrapped).owes(s.shop, refund).presumes(happened(s.returned));
  BOOST_TEST(s.cases() == "scrapped (delivery)");
}

BOOST_AUTO_TEST_CASE(not_what_must_have_happened) {
  damaging_shop s;
  auto const scrapped = s.b.step(s.delivery, "scrapped").follows(s.returned).follows(s.handed).id();
  s.b.on(scrapped)
      .owes(s.shop, refund)
      .presumes(happened(s.damaged))
      .presumes(happened(shipped(s.delivery)));
  BOOST_TEST(s.cases() == "");
}

BOOST_AUTO_TEST_CASE(possession_has_happened_by_whatever_gave_it) {
  damaging_shop s;
  s.b.on(s.handed).owes(s.shop, refund).presumes(happened(possession(s.machine)));
  s.b.on(cancel_requested)
      .since(completed(s.installation))
      .owes(s.shop, accept)
      .presumes(happened(possession(s.machine)));
  BOOST_TEST(s.cases() == "");
  s.b.on(s.returned).owes(s.shop, refund).presumes(happened(possession(s.machine)));
  BOOST_TEST(s.cases() == "returned (delivery)");
}

BOOST_AUTO_TEST_CASE(one_finding_a_rule_whatever_it_presumes) {
  damaging_shop s;
  s.b.on(s.damaged)
      .owes(s.shop, refund)
      .presumes(held_by(s.customer, s.machine))
      .presumes(happened(s.handed));
  BOOST_TEST(s.cases() == "damaged (delivery), returned (delivery)");
}

BOOST_AUTO_TEST_CASE(a_rule_that_presumes_nothing_is_never_misapplied) {
  damaging_shop s;
  s.b.on(s.damaged).owes(s.shop, refund);
  BOOST_TEST(s.cases() == "");
}

BOOST_AUTO_TEST_CASE(a_rule_that_never_fires_is_never_misapplied) {
  damaging_shop s;
  s.b.on(s.damaged)
      .until(shipped(s.delivery))
      .owes(s.shop, refund)
      .presumes(held_by(s.customer, s.machine));
  BOOST_TEST(s.cases() == "");
}

BOOST_AUTO_TEST_CASE(within_its_own_window_what_began_it_holds) {
  for (auto const since : {true, false}) {
    damaging_shop s;
    auto const over =
        s.b.step(s.delivery, "month over").follows(completed(s.delivery)).follows(s.damaged).id();
    auto r = s.b.on(over).owes(s.shop, act("asks her")).presumes(happened(completed(s.delivery)));
    if (since) r.since(completed(s.delivery));
    BOOST_TEST(places(s.b, checks::misapplied_rule) ==
               (since ? "" : "on month over: shop asks her"));
  }
}

BOOST_AUTO_TEST_CASE(to_presume_ones_own_gate_presumes_nothing) {
  damaging_shop s;
  s.b.on(s.damaged).owes(s.shop, refund).waits_for(s.returned).presumes(happened(s.returned));
  s.b.on(s.damaged)
      .owes(s.shop, refund)
      .waits_for(s.returned)
      .presumes(held_by(s.depot, s.machine));
  BOOST_TEST(s.cases() == "");
  s.b.on(s.damaged).owes(s.shop, refund).waits_for(s.returned).presumes(happened(s.handed));
  BOOST_TEST(s.cases() == "damaged (delivery)");
}

BOOST_AUTO_TEST_CASE(what_may_have_happened_is_not_presumed_away) {
  damaging_shop s;
  s.b.on(s.damaged).owes(s.shop, refund).presumes(not_happened(s.handed));
  BOOST_TEST(s.cases() == "handed over (delivery)");
  damaging_shop until;
  until.b.on(until.damaged)
      .until(until.handed)
      .owes(until.shop, refund)
      .presumes(not_happened(until.handed));
  BOOST_TEST(until.cases() == "");
}

BOOST_AUTO_TEST_CASE(it_may_have_happened_to_a_part_beside) {
  damaging_shop s;
  s.b.on(s.damaged).owes(s.shop, refund).presumes(not_happened(completed(s.installation)));
  BOOST_TEST(s.cases() == "");  // that comes after
  builder b{"a table, delivered, and a rug"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const delivery = b.service("delivery"), rug = b.good("rug");
  b.product(all_of(delivery, rug));
  b.on(b.fails(delivery, "lost").id()).owes(shop, refund).presumes(not_happened(completed(rug)));
  BOOST_TEST(places(b, checks::misapplied_rule) == "on lost: shop refunds");
}

BOOST_AUTO_TEST_CASE(she_may_have_asked_and_the_order_may_not_be_over) {
  damaging_shop s;
  s.b.on(s.damaged).owes(s.shop, refund).presumes(not_happened(refunded));
  s.b.on(s.damaged).owes(s.shop, refund).presumes(not_happened(cancelled));
  BOOST_TEST(s.cases() == "");
  s.b.on(s.damaged).owes(s.shop, refund).presumes(not_happened(cancel_requested));
  BOOST_TEST(s.cases() == "cancellation requested");
}

BOOST_AUTO_TEST_CASE(both_kinds_are_listed_together) {
  damaging_shop s;
  s.b.on(s.damaged)
      .owes(s.shop, refund)
      .presumes(held_by(s.depot, s.machine))
      .presumes(not_happened(s.returned));
  BOOST_TEST(s.cases() == "damaged (delivery), handed over (delivery), returned (delivery)");
  auto const m = built(s.b);
  auto const all = findings(m, checks::misapplied_rule);
  auto const what = all[0].what->explain(m, all[0]).what;
  BOOST_TEST(what.find("'returned' has not happened") != std::string::npos, what);
}

BOOST_AUTO_TEST_SUITE_END()
