// SPDX-License-Identifier: BSL-1.0
//
// Fractions: exact, in lowest terms, and none where they do not fit; against 128 bits.
#include "lupaus/journey.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <random>

using namespace lupaus;

namespace {

__extension__ typedef __int128 wide;

wide common(wide a, wide b) {
  for (a = a < 0 ? -a : a; b != 0;) {
    auto const rest = a % b;
    a = b, b = rest;
  }
  return a;
}

/// The same in 128 bits, or none where it does not fit 63.
std::optional<fraction> reduced(wide num, wide den) {
  auto const by = common(num, den);
  num /= by, den /= by;
  wide const most = (std::numeric_limits<std::int64_t>::max)();
  if (num > most || num < -most || den > most) return std::nullopt;
  return fraction::of(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den));
}

BOOST_AUTO_TEST_CASE(a_fraction_is_in_lowest_terms_and_its_denominator_is_positive) {
  auto const f = fraction::of(6, -4).value();
  BOOST_TEST(f.num() == -3);
  BOOST_TEST(f.den() == 2);
  BOOST_TEST((fraction::per_cent(10) == fraction::of(1, 10)));
  BOOST_TEST(!fraction::of(1, 0));
  BOOST_TEST(!fraction::of((std::numeric_limits<std::int64_t>::min)(), 3));
  BOOST_TEST(fraction::of(0, -7)->den() == 1);
}

BOOST_AUTO_TEST_CASE(sums_and_products_are_those_of_128_bits) {
  std::mt19937_64 random{20'260'717};
  int none = 0, some = 0;
  for (int i = 0; i < 20'000; ++i) {
    // Of all sizes, so that about half of the products fit.
    auto const any = [&] {
      auto const n = static_cast<std::int64_t>(random() >> (1 + random() % 62));
      return random() % 2 ? n : -n;
    };
    auto const a = fraction::of(any(), any()), b = fraction::of(any(), any());
    if (!a || !b) continue;
    auto const product = reduced(wide{a->num()} * b->num(), wide{a->den()} * b->den());
    BOOST_TEST_REQUIRE((a->times(*b) == product));
    ++(product ? some : none);
    // Given up earlier only where numbers on the way do not fit; never wrong.
    auto const sum = reduced(wide{a->num()} * (b->den() / std::gcd(a->den(), b->den())) +
                                 wide{b->num()} * (a->den() / std::gcd(a->den(), b->den())),
                             wide{a->den()} * (b->den() / std::gcd(a->den(), b->den())));
    if (auto const got = a->plus(*b)) BOOST_TEST_REQUIRE((got == sum));
  }
  BOOST_TEST(none > 1'000);
  BOOST_TEST(some > 1'000);
  BOOST_TEST((fraction::per_cent(10).plus(fraction::per_cent(-10)) == fraction{}));
  auto const most = fraction::of((std::numeric_limits<std::int64_t>::max)(), 1).value();
  BOOST_TEST(!most.plus(fraction::whole(1)));
  BOOST_TEST(most.plus(fraction::whole(-1)).has_value());
  BOOST_TEST(!most.times(fraction::whole(2)));
}

}  // namespace
