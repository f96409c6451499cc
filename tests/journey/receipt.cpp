// SPDX-License-Identifier: BSL-1.0
//
// The arithmetic of receipts: the figures of the case by hand, and laws on random declarations.
#include "lupaus/journey.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace lupaus;

namespace {

receipt_model of_the_case() {
  return {
      .base = {100'00, "EUR"},
      .effects = {{"greeting", fraction::per_cent(10), effect_on::receipt, "a consultant"},
                  {"smile", fraction::per_cent(20), effect_on::either, "a consultant"},
                  {"recommendation", fraction::per_cent(30), effect_on::receipt, "a consultant"}},
      .without_number = {"surprise"}};
}

BOOST_AUTO_TEST_CASE(the_figures_of_the_case_by_hand) {
  auto const r = receipt_readings(of_the_case());
  BOOST_TEST_REQUIRE(r.size() == 4u);
  BOOST_TEST((r[0].how == effects_combined::added && r[0].with_either));
  BOOST_TEST(r[0].receipt.minor_units == 160'00);
  BOOST_TEST((r[1].how == effects_combined::multiplied && r[1].with_either));
  BOOST_TEST(r[1].receipt.minor_units == 171'60);  // 1.1 · 1.2 · 1.3 = 1.716
  BOOST_TEST((r[1].factor == fraction::of(1'716, 1'000)));
  BOOST_TEST(!r[2].with_either);
  BOOST_TEST(r[2].receipt.minor_units == 140'00);
  BOOST_TEST(r[3].receipt.minor_units == 143'00);  // 1.1 · 1.3 = 1.43
  BOOST_TEST(r[1].arithmetic ==
             "100 % × 110 % = 110 % (greeting); 110 % × 120 % = 132 % (smile); 132 % × 130 % = "
             "171.6 % (recommendation); 100.00 EUR × 171.6 % = 171.60 EUR");
}

BOOST_AUTO_TEST_CASE(every_source_and_what_has_no_number_is_told) {
  auto m = of_the_case();
  m.effects[2].source = "the director herself";
  auto const text = to_text(m);
  BOOST_TEST(text.find("Source: a consultant") != text.npos);
  BOOST_TEST(text.find("Source: the director herself") != text.npos);
  BOOST_TEST(text.find("How they combine is not declared") != text.npos);
  BOOST_TEST(text.find("surprise: no number") != text.npos);
}

BOOST_AUTO_TEST_CASE(half_a_minor_unit_goes_up) {
  auto const one_and_a_half = [](std::int64_t minor) {
    receipt_model m{.base = {minor, "EUR"},
                    .effects = {{"x", fraction::per_cent(50), effect_on::receipt, "made up"}}};
    return receipt_readings(m)[0].receipt.minor_units;
  };
  BOOST_TEST(one_and_a_half(1) == 2);  // 1.5
  BOOST_TEST(one_and_a_half(3) == 5);  // 4.5
  BOOST_TEST(one_and_a_half(2) == 3);
  receipt_model third{
      .base = {100, "EUR"},
      .effects = {{"x", fraction::of(1, 3).value(), effect_on::receipt, "made up"}}};
  BOOST_TEST(receipt_readings(third)[0].receipt.minor_units == 133);  // 133.33…
}

BOOST_AUTO_TEST_CASE(amounts_and_percentages_in_words) {
  BOOST_TEST(amount_text({5, "EUR"}) == "0.05 EUR");
  BOOST_TEST(amount_text({-105, "EUR"}) == "-1.05 EUR");
  BOOST_TEST(amount_text({105, "JPY"}, 0) == "105 JPY");
  BOOST_TEST(amount_text({1'234, "BHD"}, 3) == "1.234 BHD");
  BOOST_TEST(percent_text(fraction::per_cent(10)) == "10 %");
  BOOST_TEST(percent_text(fraction::of(1'716, 10'000).value()) == "17.16 %");
  BOOST_TEST(percent_text(fraction::of(-1, 200).value()) == "-0.5 %");
  BOOST_TEST(percent_text(fraction::of(1, 3).value()) == "1/3");
}

BOOST_AUTO_TEST_CASE(nonsense_is_refused_and_said_so) {
  auto const refused = [](receipt_model const& m, char const* why) {
    try {
      (void)receipt_readings(m);
    } catch (bad_input const& e) {
      return std::string{e.what()}.find(why) != std::string::npos;
    }
    return false;
  };
  auto m = of_the_case();
  m.effects[0].source.clear();
  BOOST_TEST(refused(m, "no source"));
  m = of_the_case(), m.base.minor_units = -1;
  BOOST_TEST(refused(m, "0 or more"));
  m = of_the_case(), m.base.in = currency{"eu1"};
  BOOST_TEST(refused(m, "currency"));
  m = of_the_case(), m.effects[0].rate = fraction::per_cent(-101);
  BOOST_TEST(refused(m, "at most all"));
  m = of_the_case(),
  m.effects.assign(20, {"x", fraction::of(1, 1'009).value(), effect_on::receipt, "y"});
  BOOST_TEST(refused(m, "63 bits"));
  m.effects.assign(20, {"x", fraction::per_cent(10), effect_on::receipt, "y"});
  m.minor_digits = 5;
  BOOST_TEST(refused(m, "0 to 4"));
}

BOOST_AUTO_TEST_CASE(more_is_lost_than_there_is) {
  receipt_model m{.base = {100, "EUR"},
                  .effects = {{"a", fraction::per_cent(-60), effect_on::receipt, "made up"},
                              {"b", fraction::per_cent(-60), effect_on::receipt, "made up"}}};
  auto const r = receipt_readings(m);
  BOOST_TEST(r[0].receipt.minor_units == 0);   // never below nothing
  BOOST_TEST(r[1].receipt.minor_units == 16);  // 0.4 · 0.4
}

/// The order of declarations changes no figure; gains multiplied are no less than gains added; and
/// the exact product rounds as one in long double does, away from halves.
BOOST_AUTO_TEST_CASE(laws_on_random_declarations) {
  std::mt19937 random{17};
  for (int i = 0; i < 2'000; ++i) {
    receipt_model m{.base = {static_cast<std::int64_t>(random() % 100'000), "EUR"}};
    long double factor = 1, together = 1;
    for (auto n = random() % 5; n > 0; --n) {
      auto const rate = static_cast<std::int32_t>(random() % 100);
      m.effects.push_back(
          {"e" + std::to_string(n), fraction::per_cent(rate), effect_on::receipt, "s"});
      factor *= 1 + rate / 100.0L, together += rate / 100.0L;
    }
    auto const r = receipt_readings(m);
    BOOST_TEST_REQUIRE(r.size() == 2u);
    BOOST_TEST_REQUIRE(r[1].receipt.minor_units >= r[0].receipt.minor_units);
    auto const base = static_cast<long double>(m.base.minor_units);
    BOOST_TEST_REQUIRE(
        std::abs(static_cast<long double>(r[0].receipt.minor_units) - base * together) <= 0.5001L);
    BOOST_TEST_REQUIRE(
        std::abs(static_cast<long double>(r[1].receipt.minor_units) - base * factor) <= 0.5001L);
    std::shuffle(m.effects.begin(), m.effects.end(), random);
    auto const s = receipt_readings(m);
    BOOST_TEST_REQUIRE((s[0].receipt == r[0].receipt && s[1].factor == r[1].factor));
  }
}

}  // namespace
