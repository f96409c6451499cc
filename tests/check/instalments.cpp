// SPDX-License-Identifier: BSL-1.0
//
// What the customer does herself, her instalments and her own work, is no part of what she buys:
// the checks ask of it what concerns her alone.
#include "check/support.hpp"

using namespace check_test;

namespace {

/// The machine, paid before and after; and perhaps work on a wall before it.
struct paid_shop {
  builder b{"a machine, delivered and installed"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id website = b.department("website");
  party_id carrier = b.subcontractor("carrier"), installer = b.subcontractor("installer");
  part_id deposit = b.instalment("deposit"), machine = b.good("machine"),
          delivery = b.service("delivery"), installation = b.service("installation"),
          rest = b.instalment("rest"), wall = {};

  explicit paid_shop(bool with_wall = false) {
    if (with_wall) wall = b.service("wall");
    auto const all = deposit >> machine >> delivery >> installation >> rest;
    b.product(with_wall ? wall >> all : all).carries(delivery, machine).can_do(shop, machine, 0h);
    b.commits_to(carrier, shop, delivery, within(48h));
    b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
    b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h)
        .ends_contract_with(installer, shop, {kept, cancelled, refunded}, 4h);
    b.covers(carrier, shop, loss_of(machine));
  }
};

/// The same, paid in one instalment, first or last, and not to be cancelled.
std::string closed_where_paid(bool first) {
  builder b{"a machine, delivered"};
  b.customer("customer"), b.seller("shop"), b.subcontractor("carrier");
  auto const price = b.instalment("price"), machine = b.good("machine");
  auto const delivery = b.service("delivery");
  b.product(first ? price >> machine >> delivery : machine >> delivery >> price);
  b.carries(delivery, machine).can_do("shop", machine, 0h);
  b.commits_to("carrier", "shop", delivery, within(48h));
  b.on(cancel_requested).owes("shop", refuse);
  return places(b, checks::no_exit);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(instalments)

BOOST_AUTO_TEST_CASE(nobody_else_answers_for_what_is_hers) {
  paid_shop s;
  BOOST_TEST(places(s.b, checks::disowned_part) == "");
  // Her own work, too; but not what somebody does for the shop.
  paid_shop t{true};
  t.b.answers(t.customer, t.wall).commits_to(t.carrier, t.shop, t.wall, within(1h));
  BOOST_TEST(places(t.b, checks::disowned_part).find("wall") == 0U);
  paid_shop u{true};
  u.b.answers(u.customer, u.wall).performs(u.customer, u.wall);
  BOOST_TEST(places(u.b, checks::disowned_part) == "");
}

BOOST_AUTO_TEST_CASE(money_needs_nobody_to_coordinate_it) {
  paid_shop s;
  auto const at = places(s.b, checks::unowned_handoff);
  BOOST_TEST(at.find("deposit") == std::string::npos, at);
  BOOST_TEST(at.find("rest") == std::string::npos, at);
  BOOST_TEST(at == "delivery (service)");
}

BOOST_AUTO_TEST_CASE(a_payment_that_fails_is_between_her_and_the_seller) {
  paid_shop s;
  auto const refused = s.b.fails(s.rest, "refused").id();
  BOOST_TEST(places(s.b, checks::silent_failure) == "");
  // She has caused it: a rule is for it, not a remedy.
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "refused (rest)");
  s.b.on(refused).owes(s.shop, act("reminds her"));
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(what_she_puts_right_herself_needs_no_rule) {
  paid_shop s;
  auto const refused = s.b.fails(s.rest, "refused").id();
  s.b.may_be_late(s.deposit);
  s.b.happens(completed(s.rest)).follows(ordered).follows(refused).by(s.customer);
  BOOST_TEST(places(s.b, checks::uncovered_failure) == "");
}

BOOST_AUTO_TEST_CASE(until_she_has_paid_anything_she_may_leave) {
  BOOST_TEST(closed_where_paid(false) == "");
  BOOST_TEST(closed_where_paid(true) != "");
}

BOOST_AUTO_TEST_CASE(between_two_payments_she_is_bound) {
  builder b{"a machine, delivered"};
  b.customer("customer"), b.seller("shop");
  auto const first = b.instalment("first"), second = b.instalment("second");
  auto const machine = b.good("machine");
  b.product(first >> second >> machine).can_do("shop", machine, 0h);
  b.on(cancel_requested).until(completed(first)).owes("shop", accept);
  b.on(cancel_requested).since(completed(second)).owes("shop", accept);
  BOOST_TEST(places(b, checks::no_exit) == "second (instalment)");
  b.on(cancel_requested).between(completed(first), completed(second)).owes("shop", accept);
  BOOST_TEST(places(b, checks::no_exit) == "");
}

BOOST_AUTO_TEST_CASE(of_two_payments_in_no_order_either_binds_her) {
  builder b{"a machine, delivered"};
  b.customer("customer"), b.seller("shop");
  auto const one = b.instalment("one"), other = b.instalment("other");
  auto const machine = b.good("machine"), catalogue = b.good("catalogue");
  b.product(part_ref{catalogue} >> all_of(one, other) >> machine).can_do("shop", machine, 0h);
  b.can_do("shop", catalogue, 0h);
  b.on(cancel_requested).since(completed(one)).owes("shop", accept);
  // Before the catalogue is there she has paid nothing. Then she may pay the other one first.
  BOOST_TEST(places(b, checks::no_exit) == "one (instalment)");
  b.on(cancel_requested).since(completed(other)).owes("shop", accept);
  BOOST_TEST(places(b, checks::no_exit) == "");
}

BOOST_AUTO_TEST_CASE(what_she_has_bought_is_there_before_the_rest_is_paid) {
  paid_shop s;
  s.b.claims(s.website, whole, within(96h));
  BOOST_TEST(places(s.b, checks::late_by_design) == "");
  s.b.commits_to(s.customer, s.shop, s.rest, within(30 * 24h).after(completed(s.installation)));
  BOOST_TEST(places(s.b, checks::late_by_design) == "");
  // What she has to pay first takes its time, though.
  s.b.commits_to(s.customer, s.shop, s.deposit, within(72h));
  s.b.can_do(s.shop, s.machine, 48h);
  BOOST_TEST(places(s.b, checks::late_by_design) != "");
}

BOOST_AUTO_TEST_CASE(she_is_told_what_her_payment_waits_for) {
  paid_shop s;
  s.b.commits_to(s.customer, s.shop, s.rest, within(7 * 24h).after(completed(s.installation)));
  auto const untold = places(s.b, checks::uninformed_party);
  BOOST_TEST(untold.find("installation completed") != std::string::npos, untold);
  s.b.tells(s.installer, s.customer, completed(s.installation), 1h);
  auto const told = places(s.b, checks::uninformed_party);
  BOOST_TEST(told.find("installation completed") == std::string::npos, told);
}

BOOST_AUTO_TEST_SUITE_END()
