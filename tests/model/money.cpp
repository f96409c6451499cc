// SPDX-License-Identifier: BSL-1.0
#include "lupaus/model/terms/money.hpp"

#include "model/support.hpp"

#include <chrono>

using lupaus::currency;
using lupaus::money;

BOOST_AUTO_TEST_SUITE(amount_of_money)

BOOST_AUTO_TEST_CASE(a_currency_is_three_capital_letters) {
  BOOST_TEST(currency{"EUR"}.valid());
  BOOST_TEST(currency{std::string_view{"USD"}}.valid());
  BOOST_TEST(!currency{}.valid());
  BOOST_TEST(!currency{"eur"}.valid());
  BOOST_TEST(!currency{"E R"}.valid());
  BOOST_TEST(!currency{std::string_view{"EURO"}}.valid());
  BOOST_TEST(!currency{std::string_view{""}}.valid());
  BOOST_TEST(!currency{"\xc3\x84U"}.valid());
  BOOST_TEST(currency{"EUR"}.view() == "EUR");
}

BOOST_AUTO_TEST_CASE(amounts_are_equal_in_amount_and_currency) {
  BOOST_TEST(bool(money{100, "EUR"} == money{100, "EUR"}));
  BOOST_TEST(bool(money{100, "EUR"} != money{101, "EUR"}));
  BOOST_TEST(bool(money{100, "EUR"} != money{100, "USD"}));
}

BOOST_AUTO_TEST_CASE(money_survives_being_a_bound) {
  using codec = lupaus::bound_codec<money>;
  for (auto const& m :
       {money{0, "EUR"}, money{49'999, "USD"}, money{1, "ZZZ"}, money{INT64_MAX, "AAA"}}) {
    auto const encoded = codec::encode(m);
    BOOST_TEST(encoded.fault == nullptr);
    BOOST_TEST(codec::accepts(encoded.value));
    BOOST_TEST(bool(codec::decode(encoded.value) == m));
  }
  BOOST_TEST_REQUIRE(codec::encode({-1, "EUR"}).fault != nullptr);
  BOOST_TEST_REQUIRE(codec::encode({1, {}}).fault != nullptr);
  BOOST_TEST(std::string_view{codec::encode({1, {}}).fault} ==
             "a currency of three capital letters (ISO 4217)");
}

BOOST_AUTO_TEST_CASE(a_price_is_not_negative_and_its_currency_is_one) {
  BOOST_TEST(lupaus::priced_at({0, "EUR"}).limit.fault == nullptr);
  BOOST_TEST_REQUIRE(lupaus::priced_at({-1, "EUR"}).limit.fault != nullptr);
  BOOST_TEST(std::string_view{lupaus::priced_at({-1, "EUR"}).limit.fault} ==
             "an amount of 0 or more");
  BOOST_TEST(lupaus::priced_at({1, "eur"}).limit.fault != nullptr);
}

BOOST_AUTO_TEST_CASE(prices_in_words) {
  BOOST_TEST(lupaus::price::phrase({49'900, "EUR"}) == "for at most 499.00 EUR");
  BOOST_TEST(lupaus::price::phrase({49'905, "EUR"}) == "for at most 499.05 EUR");
  BOOST_TEST(lupaus::price::phrase({7, "USD"}) == "for at most 0.07 USD");
}

BOOST_AUTO_TEST_CASE(one_promise_has_one_currency) {
  model_test::small_shop s;
  s.b.claims(s.website, s.lamp, lupaus::priced_at({4'900, "EUR"}));
  s.b.commits(s.shop, s.lamp, lupaus::priced_at({4'900, "EUR"}));
  BOOST_TEST(s.b.build().has_value());
  s.b.commits(s.shop, s.delivery, lupaus::priced_at({500, "USD"}));
  auto const made = s.b.build();
  BOOST_TEST_REQUIRE(made.error().size() == 1u);
  BOOST_TEST(made.error()[0].code == lupaus::error_code::unit_mismatch);
  BOOST_TEST(made.error()[0].to_string() ==
             "the promise: prices are in EUR and in USD; one promise has one currency");
}

BOOST_AUTO_TEST_SUITE_END()
