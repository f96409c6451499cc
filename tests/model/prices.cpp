// SPDX-License-Identifier: BSL-1.0
//
// What parts cost, and prices that do not fit together.
#include "model/support.hpp"

#include "lupaus/model/builder/prices.hpp"

#include <cstdint>
#include <string_view>

using namespace lupaus;
using model_test::check_fault;
using model_test::small_shop;

namespace {

// A kitchen of two lamps and a shade, and its delivery.
struct kitchen {
  builder b{"a kitchen, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id lamp = b.good("lamp", 2), shade = b.good("shade"), delivery = b.service("delivery");
  part_id goods = b.composite("goods", all_of(lamp, shade));

  kitchen() { b.product(goods >> delivery); }
  kitchen& cost(part_id p, std::int64_t cents) {
    b.charges(shop, p, {cents, "EUR"});
    return *this;
  }
  /// What `build` has to say.
  std::string fault() const {
    auto const made = b.build();
    return made ? std::string{} : made.error()[0].where + ": " + made.error()[0].message;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(prices)

BOOST_AUTO_TEST_CASE(what_is_left_out_is_unknown_and_never_0) {
  kitchen k;
  auto const none = k.b.build().value();
  BOOST_TEST((detail::part_prices{none->parts, none->customer}).are_unknown());
  BOOST_TEST(!(detail::part_prices{none->parts, none->customer}).is_known(whole));
  k.cost(k.lamp, 500);
  auto const m = k.b.build().value();
  detail::part_prices const some{m->parts, m->customer};
  BOOST_TEST(some.is_known(k.lamp));
  BOOST_TEST(some.minor_units(k.lamp) == 500);
  for (auto p : {k.shade, k.delivery, k.goods, whole}) BOOST_TEST(!some.is_known(p));
}

BOOST_AUTO_TEST_CASE(what_is_made_of_parts_costs_what_they_cost) {
  kitchen k;
  k.cost(k.lamp, 500).cost(k.shade, 0).cost(k.delivery, 49);
  auto const m = k.b.build().value();
  detail::part_prices const all{m->parts, m->customer};
  BOOST_TEST(all.minor_units(k.goods) == 1'000);
  BOOST_TEST(all.minor_units(whole) == 1'049);
  BOOST_TEST(all.currency().view() == "EUR");
  BOOST_TEST(kitchen{}.cost(k.lamp, 500).cost(k.shade, 20).cost(k.goods, 1'020).fault() == "");
}

BOOST_AUTO_TEST_CASE(prices_that_do_not_add_up) {
  kitchen k;
  BOOST_TEST(k.cost(k.lamp, 500).cost(k.shade, 20).cost(k.goods, 1'019).fault() ==
             "the price of goods: it is 10.19 EUR, and what it is made of costs 10.20 EUR; 10.20 "
             "EUR is expected");
  // A part that holds parts counts at its own price.
  BOOST_TEST(kitchen{}.cost(k.goods, 100).cost(k.delivery, 5).cost(whole, 106).fault() ==
             "the price of a kitchen, delivered: it is 1.06 EUR, and what it is made of costs 1.05 "
             "EUR; 1.05 EUR is expected");
}

BOOST_AUTO_TEST_CASE(some_of_the_parts_cost_more_than_all) {
  kitchen k;
  BOOST_TEST(k.cost(k.lamp, 500).cost(k.goods, 1'000).fault() == "");
  BOOST_TEST(kitchen{}.cost(k.lamp, 500).cost(k.goods, 999).fault() ==
             "the price of goods: it is 9.99 EUR, and some of what it is made of costs 10.00 EUR "
             "already; at least that is expected");
}

BOOST_AUTO_TEST_CASE(two_currencies) {
  kitchen k;
  k.cost(k.lamp, 500).b.charges(k.shop, k.shade, {20, "USD"});
  BOOST_TEST(k.fault() ==
             "the promise: prices are in EUR and in USD; one promise has one currency");
  // With those that are promised.
  kitchen other;
  other.b.commits(other.shop, other.lamp, priced_at({5, "CHF"}));
  BOOST_TEST(other.cost(other.lamp, 500).fault() ==
             "the promise: prices are in EUR and in CHF; one promise has one currency");
}

BOOST_AUTO_TEST_CASE(a_price_that_no_part_can_have) {
  small_shop s;
  auto line = __LINE__ + 1;
  s.b.charges(s.shop, s.lamp, {-1, "EUR"});
  check_fault(s.b, error_code::bad_value, line, "the price of lamp",
              "an amount of 0 or more is expected");
  small_shop t;
  line = __LINE__ + 1;
  t.b.charges(t.shop, t.lamp, {1, currency{"eur"}});
  check_fault(t.b, error_code::bad_value, line, "the price of lamp",
              "a currency of three capital letters (ISO 4217) is expected");
  small_shop u;
  line = __LINE__ + 1;
  u.b.charges(u.shop, u.lamp, {1'000'000'000'000'000'000, "EUR"});
  check_fault(u.b, error_code::bad_value, line, "the price of lamp",
              "0 to 999999999999999999 minor units are expected, and 1000000000000000000 were "
              "given");
}

BOOST_AUTO_TEST_CASE(all_units_cost_more_than_can_be_counted) {
  kitchen k;
  BOOST_TEST(k.cost(k.lamp, 500'000'000'000'000'000).fault() ==
             "the price of lamp: all its units cost more than 999999999999999999 minor units");
}

BOOST_AUTO_TEST_CASE(a_part_that_is_priced_twice) {
  small_shop s;
  s.b.charges(s.shop, s.lamp, {5, "EUR"});
  auto const line = __LINE__ + 1;
  s.b.charges(s.shop, s.lamp, {5, "EUR"});
  check_fault(s.b, error_code::contradiction, line, "the price of lamp",
              "the part has a price already; it has one");
}

BOOST_AUTO_TEST_CASE(what_another_charges_is_no_price_of_hers) {
  small_shop s;
  auto const line = __LINE__ + 1;
  s.b.charges(s.website, s.lamp, {5, "EUR"});
  check_fault(s.b, error_code::contradiction, line, "the price of lamp",
              "what she buys, the seller charges for");
}

BOOST_AUTO_TEST_CASE(a_price_in_words) {
  kitchen k;
  k.cost(k.lamp, 49'905);
  auto const m = k.b.build().value();
  BOOST_TEST(describe(m, k.lamp) == "lamp (good, 499.05 EUR)");
  BOOST_TEST(describe(m, k.shade) == "shade (good)");
}

BOOST_AUTO_TEST_SUITE_END()
