// SPDX-License-Identifier: BSL-1.0
//
// The noncentral distribution of chi-squared, which the interval of Cramér's V is made of.
#pragma once

#include <algorithm>
#include <cmath>

namespace lupaus::inline v0::detail {

/// x^a · e^-x / Γ(a + 1)
inline double gamma_step(double a, double x) {
  return x == 0 ? (a == 0 ? 1 : 0) : std::exp(a * std::log(x) - x - std::lgamma(a + 1));
}

/// The lower incomplete gamma function, over Γ(a): the series below its middle, the continued
/// fraction (Lentz) above.
inline double lower_gamma(double a, double x) {
  constexpr double enough = 1e-16;
  if (x <= 0) return 0;
  auto const most_steps = 1'000 + static_cast<int>(20 * std::sqrt(a + x));
  if (x < a + 1) {
    double term = 1, sum = 1;
    for (int k = 1; k < most_steps && term > enough * sum; ++k) term *= x / (a + k), sum += term;
    return (std::min)(1.0, gamma_step(a, x) * sum);
  }
  constexpr double tiny = 1e-300;
  double b = x + 1 - a, c = 1 / tiny, d = 1 / b, fraction_so_far = d;
  for (int k = 1; k < most_steps; ++k) {
    auto const an = -k * (k - a);
    b += 2;
    d = an * d + b, c = b + an / c;
    if (std::abs(d) < tiny) d = tiny;
    if (std::abs(c) < tiny) c = tiny;
    d = 1 / d;
    fraction_so_far *= d * c;
    if (std::abs(d * c - 1) < enough) break;
  }
  return 1 - (std::min)(1.0, gamma_step(a, x) * a * fraction_so_far);
}

/// The distribution of chi-squared with that noncentrality: a mixture of central ones by Poisson's
/// weights, from above downwards, so that all that is added is positive.
inline double noncentral_chi_squared(double x, double freedom, double noncentrality) {
  auto const half = noncentrality / 2, y = x / 2;
  auto const spread = 10 * std::sqrt(half) + 40;
  auto const first = (std::max)(0.0, std::floor(half - spread));
  auto const last = std::ceil(half + spread);
  auto a = freedom / 2 + last;
  auto central = lower_gamma(a, y);
  auto step = gamma_step(a - 1, y);  // what the next one below has more
  auto weight = half == 0 ? (last == 0 ? 1.0 : 0.0) : gamma_step(last, half);
  double sum = 0;
  for (auto j = last;; --j) {
    sum += weight * central;
    if (j <= first) break;
    central += step;
    a -= 1;
    step *= a / y;  // from y^a/Γ(a+1) to y^(a-1)/Γ(a)
    weight = half == 0 ? (j == 1 ? 1.0 : 0.0) : weight * j / half;
  }
  return (std::min)(sum, 1.0);
}

/// The noncentrality at which chi-squared is no larger than `x` with that probability; 0 if none.
inline double noncentrality_for(double x, double freedom, double probability) {
  if (noncentral_chi_squared(x, freedom, 0) <= probability) return 0;
  double low = 0, high = (std::max)(1.0, x);
  while (noncentral_chi_squared(x, freedom, high) > probability) low = high, high *= 2;
  for (int i = 0; i < 60 && high - low > 1e-12 * high; ++i) {
    auto const middle = low + (high - low) / 2;
    (noncentral_chi_squared(x, freedom, middle) > probability ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

}  // namespace lupaus::inline v0::detail
