// SPDX-License-Identifier: BSL-1.0
//
// Instalments: what a model says of them, and those that do not fit together.
#include "model/support.hpp"

#include <string>

using namespace lupaus;
using model_test::built, model_test::check_fault;

namespace {

struct sold_in_parts {
  builder b{"lamp, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id deposit = b.instalment("deposit"), lamp = b.good("lamp"), rest = b.instalment("rest");

  sold_in_parts() { b.product(deposit >> lamp >> rest).charges(shop, lamp, {900, "EUR"}); }
};

/// The one error of a promise, told when it is complete.
std::string error_of(builder const& b) {
  auto const made = b.build();
  if (made.has_value() || made.error().size() != 1) return "not one error";
  return made.error()[0].where + ": " + made.error()[0].message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(instalments)

BOOST_AUTO_TEST_CASE(she_pays_and_answers_for_them_and_they_are_no_part_of_what_she_buys) {
  sold_in_parts s;
  s.b.pays(s.customer, s.deposit, {300, "EUR"}).pays(s.customer, s.rest, {600, "EUR"});
  auto const m = built(s.b);
  BOOST_TEST(m->parts[s.deposit].kind == part_kind::instalment);
  BOOST_TEST(m->parts[s.deposit].performer.value == s.customer.value);
  BOOST_TEST(answerable_for(m, s.deposit).value == s.customer.value);
  BOOST_TEST(is_hers(m, s.deposit));
  BOOST_TEST(!is_within(m, s.deposit, whole));
  BOOST_TEST(is_within(m, s.deposit, s.deposit));
  BOOST_TEST(is_within(m, s.lamp, whole));
  BOOST_TEST(name_of(m, find_event(m, event_kind::completed, s.deposit)) == "deposit paid");
}

BOOST_AUTO_TEST_CASE(her_own_work_is_hers_where_she_performs_it_and_answers_for_it) {
  builder b{"kitchen"};
  auto const customer = b.customer("customer");
  b.seller("shop");
  auto const wall = b.service("wall"), kitchen = b.service("cupboards");
  b.product(wall >> kitchen).performs(customer, wall);
  BOOST_TEST(!is_hers(built(b), wall));
  b.answers(customer, wall);
  BOOST_TEST(is_hers(built(b), wall));
  BOOST_TEST(!is_hers(built(b), kitchen));
}

BOOST_AUTO_TEST_CASE(her_own_work_costs_nothing_so_that_amounts_add_up) {
  auto const error = [](std::int64_t paid) {
    builder b{"kitchen"};
    auto const customer = b.customer("customer"), shop = b.seller("shop");
    auto const wall = b.service("wall"), kitchen = b.service("cupboards");
    auto const price = b.instalment("price");
    b.product(wall >> kitchen >> price).performs(customer, wall).answers(customer, wall);
    b.charges(shop, kitchen, {900, "EUR"}).pays(customer, price, {paid, "EUR"});
    return b.build().has_value() ? std::string{} : error_of(b);
  };
  BOOST_TEST(error(900) == "");
  BOOST_TEST(error(800) ==
             "the instalment price: the instalments pay 8.00 EUR together, and what she buys costs "
             "9.00 EUR; that is expected");
}

BOOST_AUTO_TEST_CASE(amounts_that_do_not_add_up) {
  sold_in_parts s;
  s.b.pays(s.customer, s.deposit, {300, "EUR"});
  BOOST_TEST(s.b.build().has_value());  // how much the rest is, nobody says
  s.b.pays(s.customer, s.rest, {500, "EUR"});
  BOOST_TEST(error_of(s.b) ==
             "the instalment rest: the instalments pay 8.00 EUR together, and what she buys costs "
             "9.00 EUR; that is expected");
  sold_in_parts t;
  t.b.pays(t.customer, t.deposit, {901, "EUR"});
  BOOST_TEST(error_of(t.b).find("the instalments pay 9.01 EUR together") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(amounts_in_another_currency) {
  sold_in_parts s;
  s.b.pays(s.customer, s.deposit, {300, "USD"});
  BOOST_TEST(error_of(s.b) ==
             "the promise: prices are in USD and in EUR; one promise has one currency");
}

BOOST_AUTO_TEST_CASE(who_pays_what_to_whom) {
  sold_in_parts s;
  auto line = __LINE__ + 1;
  s.b.pays(s.shop, s.deposit, {300, "EUR"});
  check_fault(s.b, error_code::contradiction, line, "the amount of deposit",
              "what is sold to her, the customer pays for");
  sold_in_parts t;
  line = __LINE__ + 1;
  t.b.pays(t.customer, t.lamp, {300, "EUR"});
  check_fault(t.b, error_code::contradiction, line, "the amount of lamp",
              "only an instalment is paid; `charges` says what a part costs");
  sold_in_parts u;
  line = __LINE__ + 1;
  u.b.charges(u.shop, u.rest, {300, "EUR"});
  check_fault(u.b, error_code::contradiction, line, "the price of rest",
              "an instalment has no price; `pays` says how much it is");
}

BOOST_AUTO_TEST_CASE(who_pays_on_the_spot_pays_no_instalments) {
  sold_in_parts s;
  s.b.paid(payment::on_the_spot);
  auto const made = s.b.build();
  BOOST_TEST_REQUIRE(!made.has_value());
  BOOST_TEST(made.error()[0].where == "the instalment deposit");
  BOOST_TEST(made.error()[0].message ==
             "who pays on the spot pays no instalments; leave out one of the two");
}

BOOST_AUTO_TEST_CASE(another_who_answers_for_what_she_pays) {
  sold_in_parts s;
  s.b.answers(s.shop, s.rest);
  BOOST_TEST(error_of(s.b) ==
             "the instalment rest: for what she pays the customer answers herself");
}

BOOST_AUTO_TEST_CASE(instalments_alone) {
  builder b{"nothing"};
  b.customer("customer"), b.seller("shop"), b.instalment("deposit");
  BOOST_TEST(error_of(b) ==
             "the promise: it has instalments alone; say what good or service she buys");
}

BOOST_AUTO_TEST_SUITE_END()
