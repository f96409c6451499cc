// SPDX-License-Identifier: BSL-1.0
//
// Exact fractions for rates: ten per cent is one tenth, and nothing is rounded on the way.
#pragma once

#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>

namespace lupaus::inline v0 {

/// A fraction in lowest terms; its denominator is positive. What does not fit 63 bits is no
/// fraction: the functions that could leave them return none.
class fraction {
 public:
  constexpr fraction() = default;
  /// None where `den` is 0, or one of them is the least 64-bit number.
  static constexpr std::optional<fraction> of(std::int64_t num, std::int64_t den) {
    if (den == 0 || num == least || den == least) return std::nullopt;
    fraction f;
    auto const common = std::gcd(num, den) * (den < 0 ? -1 : 1);
    f.num_ = num / common, f.den_ = den / common;
    return f;
  }
  static constexpr fraction whole(std::int32_t n) { return of(n, 1).value(); }
  /// `per_cent(10)` is one tenth.
  static constexpr fraction per_cent(std::int32_t n) { return of(n, 100).value(); }

  constexpr std::int64_t num() const { return num_; }
  constexpr std::int64_t den() const { return den_; }

  friend constexpr bool operator==(fraction const&, fraction const&) = default;

  constexpr std::optional<fraction> times(fraction const& b) const {
    // Reduced crosswise first, so that only a result that does not fit is given up.
    auto const x = std::gcd(num_, b.den_), y = std::gcd(b.num_, den_);
    auto const top = multiplied(num_ / x, b.num_ / y), bottom = multiplied(den_ / y, b.den_ / x);
    if (!top || !bottom) return std::nullopt;
    return of(*top, *bottom);
  }
  constexpr std::optional<fraction> plus(fraction const& b) const {
    auto const common = std::gcd(den_, b.den_);
    auto const x = multiplied(num_, b.den_ / common), y = multiplied(b.num_, den_ / common);
    auto const below = multiplied(den_, b.den_ / common);
    if (!x || !y || !below) return std::nullopt;
    if (*y > 0 ? *x > most - *y : *x < -most - *y) return std::nullopt;
    return of(*x + *y, *below);
  }

 private:
  static constexpr std::int64_t least = (std::numeric_limits<std::int64_t>::min)();
  static constexpr std::int64_t most = (std::numeric_limits<std::int64_t>::max)();

  static constexpr std::optional<std::int64_t> multiplied(std::int64_t a, std::int64_t b) {
    auto const size = [](std::int64_t n) { return n < 0 ? -n : n; };
    if (b != 0 && size(a) > most / size(b)) return std::nullopt;
    return a * b;
  }

  std::int64_t num_ = 0;
  std::int64_t den_ = 1;
};

}  // namespace lupaus::inline v0
