// SPDX-License-Identifier: BSL-1.0
//
// What is taken off a price, in the builder: of what, by how much, and when.
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

struct table_sold {
  builder b{"a table, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id piece = b.good("table"), delivery = b.service("delivery");
  event_id scratched;
  table_sold() {
    b.product(piece >> delivery).charges(shop, piece, {20'000, "EUR"});
    b.charges(shop, delivery, {500, "EUR"});
    scratched = b.fails(delivery, "scratched").id();
  }
  std::string error() const {
    auto const made = b.build();
    if (made.has_value() || made.error().size() != 1) return "not one error";
    return made.error()[0].where + ": " + made.error()[0].message;
  }
  std::string said() const {
    auto const made = b.build();
    return made.has_value() ? describe(made->view(), rule_id{0}) : "an error";
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(price_reductions)

BOOST_AUTO_TEST_CASE(of_what_failed) {
  table_sold t;
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece, {3'000, "EUR"}));
  BOOST_TEST(t.said() == "on scratched: shop reduces the price of the table by 30.00 EUR");
  table_sold u;
  u.b.on(u.scratched).owes(u.shop, reduce_price(u.piece));
  BOOST_TEST(u.said() == "on scratched: shop reduces the price of the table");
  table_sold v;
  v.b.on(v.scratched).owes(v.shop, {action_kind::reduce_price});
  BOOST_TEST(v.said() == "on scratched: shop reduces the price");
}

BOOST_AUTO_TEST_CASE(when_something_failed) {
  std::string const expected =
      "a price is reduced for the customer, when something fails or is late, on the report of it, "
      "or where she asks for a replacement";
  for (auto const on : {event_ref{cancel_requested}, event_ref{completed(part_ref{"delivery"})}}) {
    table_sold t;
    t.b.on(on).owes(t.shop, reduce_price(t.piece));
    auto const error = t.error();
    BOOST_TEST(error.substr(error.find(": ") + 2) == expected);
  }
  table_sold t;
  auto const carrier = t.b.subcontractor("carrier");
  t.b.on(t.scratched).owes(carrier, reduce_price(t.piece), t.shop);
  BOOST_TEST(t.error() == "the rule on scratched: " + expected);
}

BOOST_AUTO_TEST_CASE(by_no_more_than_it_costs) {
  table_sold t;
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece, {20'001, "EUR"}));
  BOOST_TEST(t.error() ==
             "the rule on scratched: it takes 200.01 EUR off a price of 200.00 EUR; no more than "
             "that is expected");
  table_sold u;
  u.b.on(u.scratched).owes(u.shop, reduce_price(u.piece, {20'000, "EUR"}));
  BOOST_TEST(u.said() == "on scratched: shop reduces the price of the table by 200.00 EUR");
}

BOOST_AUTO_TEST_CASE(by_an_amount) {
  for (auto const amount : {-1LL, 1'000'000'000'000'000'000LL}) {
    table_sold t;
    t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece, {amount, "EUR"}));
    BOOST_TEST(t.error() ==
               "the rule on scratched: an amount of 1 to 999999999999999999 minor units of a "
               "currency is expected, and " +
                   std::to_string(amount) + " were given");
  }
  table_sold t;
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece, {900, "CHF"}));
  BOOST_TEST(t.error() ==
             "the promise: prices are in EUR and in CHF; one promise has one currency");
  table_sold u;
  u.b.on(u.scratched).owes(u.shop, {action_kind::repair, u.piece, 0, {}, {900, "EUR"}});
  BOOST_TEST(u.error() == "the rule on scratched: an amount is taken off a price alone");
  table_sold v;
  v.b.on(v.scratched).owes(v.shop, {action_kind::reduce_price, {}, 0, {}, {900, "EUR"}});
  BOOST_TEST(
      v.error() ==
      "the rule on scratched: an amount is taken off the price of a part, and none was named");
}

BOOST_AUTO_TEST_SUITE_END()
