// SPDX-License-Identifier: BSL-1.0
//
// What is kept of the money that comes back: a fee, of a refund or where she may cancel.
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

struct lamp_sold {
  builder b{"a lamp, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id lamp = b.good("lamp"), delivery = b.service("delivery");
  lamp_sold() {
    b.product(lamp >> delivery).charges(shop, lamp, {4'000, "EUR"});
    b.charges(shop, delivery, {500, "EUR"});
  }
  std::string error() const {
    auto const made = b.build();
    if (made.has_value() || made.error().size() != 1) return "not one error";
    return made.error()[0].where + ": " + made.error()[0].message;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(fees)

BOOST_AUTO_TEST_CASE(of_what_is_paid_back) {
  lamp_sold s;
  s.b.on(cancel_requested).owes(s.shop, accept).keeps({900, "EUR"});
  auto const made = s.b.build();
  BOOST_TEST_REQUIRE(made.has_value());
  auto const m = made->view();
  BOOST_TEST(has_fee(m.rules[rule_id{0}]));
  BOOST_TEST(m.rules[rule_id{0}].fee.minor_units == 900);
  BOOST_TEST(describe(m, rule_id{0}) ==
             "on cancellation requested: shop accepts, and keeps 9.00 EUR");
}

BOOST_AUTO_TEST_CASE(of_no_other_action) {
  std::string const kept =
      "a fee is kept of the customer's money: of a refund, or where she may cancel";
  {
    lamp_sold s;
    s.b.on(cancel_requested).owes(s.shop, refuse).keeps({900, "EUR"});
    BOOST_TEST(s.error() == "the rule on cancellation requested: " + kept);
  }
  {
    lamp_sold s;
    s.b.on(replacement_requested).owes(s.shop, accept).keeps({900, "EUR"});
    BOOST_TEST(s.error() == "the rule on replacement requested: " + kept);
  }
  {
    lamp_sold s;
    auto const carrier = s.b.subcontractor("carrier");
    s.b.on(cancel_requested).owes(carrier, refund, s.shop).keeps({900, "EUR"});
    BOOST_TEST(s.error() == "the rule on cancellation requested: " + kept);
  }
}

BOOST_AUTO_TEST_CASE(no_more_than_what_comes_back) {
  lamp_sold s;
  s.b.on(cancel_requested).owes(s.shop, accept).keeps({4'501, "EUR"});
  BOOST_TEST(s.error() ==
             "the rule on cancellation requested: it keeps 45.01 EUR of 45.00 EUR; no more than "
             "that is expected");
  lamp_sold t;
  t.b.on(cancel_requested).owes(t.shop, {action_kind::refund, t.delivery}).keeps({501, "EUR"});
  BOOST_TEST(t.error() ==
             "the rule on cancellation requested: it keeps 5.01 EUR of 5.00 EUR; no more than that "
             "is expected");
}

BOOST_AUTO_TEST_CASE(that_is_an_amount) {
  for (auto const amount : {0LL, -1LL, 1'000'000'000'000'000'000LL}) {
    lamp_sold s;
    s.b.on(cancel_requested).owes(s.shop, accept).keeps({amount, "EUR"});
    BOOST_TEST(
        s.error() ==
        "the rule on cancellation requested: a fee of 1 to 999999999999999999 minor units is "
        "expected, and " +
            std::to_string(amount) + " were given");
  }
  lamp_sold s;
  s.b.on(cancel_requested).owes(s.shop, accept).keeps({900, "CHF"});
  BOOST_TEST(s.error() ==
             "the promise: prices are in EUR and in CHF; one promise has one currency");
}

BOOST_AUTO_TEST_SUITE_END()
