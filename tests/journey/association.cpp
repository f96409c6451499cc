// SPDX-License-Identifier: BSL-1.0
//
// Cramér's V: against what others have published, laws of tables, and simulations of its bias and
// of how often its interval holds the true value.
#include "lupaus/journey.hpp"
#include "lupaus/journey/noncentral.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <vector>

using namespace lupaus;

namespace {

using table_of_counts = std::vector<std::uint64_t>;
auto close_to(double relative) { return boost::test_tools::tolerance(relative); }

BOOST_AUTO_TEST_CASE(what_others_have_published) {
  // The documentation of ClickHouse, cramersVBiasCorrected: numbers 0 to 149 by their rests of 10
  // and of 4.
  table_of_counts rests(40);
  for (std::size_t i = 0; i < 150; ++i) ++rests[i % 10 * 4 + i % 4];
  auto const a = cramers_v(rests, 4).value();
  BOOST_TEST(a.raw == 0.5798088336225178, close_to(1e-14));
  BOOST_TEST(a.v == 0.5305112825189074, close_to(1e-14));
  // The R package rcompanion, cramerV: two species and two colours; and, in the tests of the
  // package confintr, gearbox and shape of the motor trend cars.
  BOOST_TEST(cramers_v(table_of_counts{12, 4, 4, 12}, 2)->raw == 0.5, close_to(1e-14));
  BOOST_TEST(cramers_v(table_of_counts{12, 7, 6, 7}, 2)->raw == 0.1683451, close_to(1e-6));
  // The R package statpsych, ci.cramer(.05, 19.21, 2, 3, 200): 0.1601 to 0.4417.
  auto const limit = [](double probability) {
    return std::sqrt(detail::noncentrality_for(19.21, 2, probability) / 200);
  };
  BOOST_TEST(std::abs(limit(0.975) - 0.1601) < 5e-5);
  BOOST_TEST(std::abs(limit(0.025) - 0.4417) < 5e-5);
  // The toolbox FSDA, ncpci(52, 'X2', 8): the upper limit.
  BOOST_TEST(std::abs(detail::noncentrality_for(52, 8, 0.025) - 76.2003) < 5e-5);
}

/// With one degree of freedom it is the square of a normal that is not in the middle; with two, and
/// in the middle, an exponential; else, so many squares are drawn.
BOOST_AUTO_TEST_CASE(the_noncentral_distribution) {
  auto const normal = [](double z) { return std::erfc(-z / std::sqrt(2)) / 2; };
  for (auto x : {0.01, 0.5, 3.0, 40.0, 900.0})
    for (auto noncentrality : {0.0, 0.3, 5.0, 60.0, 1'000.0}) {
      auto const root = std::sqrt(x), shift = std::sqrt(noncentrality);
      auto const exact = normal(root - shift) - normal(-root - shift);
      BOOST_TEST(std::abs(detail::noncentral_chi_squared(x, 1, noncentrality) - exact) < 1e-12);
    }
  for (auto x : {0.1, 2.0, 30.0})
    BOOST_TEST(detail::noncentral_chi_squared(x, 2, 0) == 1 - std::exp(-x / 2), close_to(1e-13));
  std::mt19937_64 random{1};
  std::normal_distribution<double> draw;
  int below = 0;
  for (int i = 0; i < 40'000; ++i) {
    auto sum = std::pow(draw(random) + 3, 2);
    for (int k = 1; k < 6; ++k) sum += std::pow(draw(random), 2);
    below += sum <= 14;
  }
  BOOST_TEST(std::abs(below / 40'000.0 - detail::noncentral_chi_squared(14, 6, 9)) < 0.01);
}

BOOST_AUTO_TEST_CASE(the_ends_of_the_scale) {
  auto const one = cramers_v(table_of_counts{20, 0, 0, 0, 30, 0, 0, 0, 25}, 3).value();
  BOOST_TEST(one.raw == 1, close_to(1e-14));
  BOOST_TEST(one.v == 1, close_to(1e-14));
  BOOST_TEST(one.high == 1, close_to(1e-14));
  BOOST_TEST(one.low > 0.7);
  auto const none = cramers_v(table_of_counts{10, 20, 30, 20, 40, 60}, 3).value();
  BOOST_TEST(none.raw < 1e-7);
  BOOST_TEST(none.v == 0);
  BOOST_TEST(none.low == 0);
}

BOOST_AUTO_TEST_CASE(what_a_table_does_not_tell) {
  BOOST_TEST(!cramers_v(table_of_counts{}, 2));
  BOOST_TEST(!cramers_v(table_of_counts{0, 0, 0, 0}, 2));
  BOOST_TEST(!cramers_v(table_of_counts{5, 0, 7, 0}, 2));  // one column
  BOOST_TEST(!cramers_v(table_of_counts{5, 7, 0, 0}, 2));  // one row
  BOOST_TEST(!cramers_v(table_of_counts{1, 0, 0, 1}, 2));  // as many records as rows
  BOOST_TEST(cramers_v(table_of_counts{1, 0, 1, 1}, 2).has_value());
  BOOST_CHECK_THROW((void)cramers_v(table_of_counts{1, 2, 3}, 2), bad_input);
  BOOST_CHECK_THROW((void)cramers_v(table_of_counts{1, 2}, 0), bad_input);
  BOOST_CHECK_THROW((void)cramers_v(table_of_counts{1, 2, 3, 4}, 2, 1.0), bad_input);
  BOOST_CHECK_THROW((void)cramers_v(table_of_counts{1, 2, 3, ~std::uint64_t{0}}, 2), bad_input);
  auto const many = cramers_v(
      table_of_counts{400'000'000'000, 100'000'000'000, 100'000'000'000, 400'000'000'000}, 2);
  BOOST_TEST(many->v == 0.6, close_to(1e-6));
}

void same(association const& a, association const& b) {
  BOOST_TEST_REQUIRE(std::abs(a.raw - b.raw) < 1e-12);
  BOOST_TEST_REQUIRE(std::abs(a.v - b.v) < 1e-9);
  BOOST_TEST_REQUIRE(std::abs(a.low - b.low) < 1e-6);
  BOOST_TEST_REQUIRE(std::abs(a.high - b.high) < 1e-6);
}

/// Neither the order of rows, nor of columns, nor which is which matters; a row without records
/// does not; and everything twice is as strong, and known better.
BOOST_AUTO_TEST_CASE(laws_of_tables) {
  std::mt19937 random{6};
  for (int i = 0; i < 200; ++i) {
    auto const rows = 2 + random() % 4, columns = 2 + random() % 4;
    table_of_counts t(rows * columns);
    for (auto& n : t) n = random() % 12;
    auto const a = cramers_v(t, columns);
    if (!a) continue;
    BOOST_TEST_REQUIRE((0 <= a->low && a->low <= a->v && a->v <= a->high && a->high <= 1));
    BOOST_TEST_REQUIRE(a->v <= a->raw + 1e-12);

    table_of_counts turned(t.size()), moved(t.size()), twice(t);
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t c = 0; c < columns; ++c) {
        turned[c * rows + r] = t[r * columns + c];
        moved[(r + 1) % rows * columns + (c + 1) % columns] = t[r * columns + c];
      }
    same(*a, cramers_v(turned, rows).value());
    same(*a, cramers_v(moved, columns).value());
    moved.resize(moved.size() + columns);
    same(*a, cramers_v(moved, columns).value());
    for (auto& n : twice) n *= 2;
    auto const b = cramers_v(twice, columns).value();
    BOOST_TEST_REQUIRE(std::abs(a->raw - b.raw) < 1e-12);
    BOOST_TEST_REQUIRE(b.v >= a->v - 1e-12);
    BOOST_TEST_REQUIRE(cramers_v(t, columns, 0.99)->high >= a->high - 1e-9);
    BOOST_TEST_REQUIRE(cramers_v(t, columns, 0.99)->low <= a->low + 1e-9);
  }
}

/// A population of rows and columns in which the column is, with some strength, told by the row.
struct population {
  std::size_t rows, columns;
  std::vector<double> cells;

  population(std::size_t r, std::size_t c, double strength, bool is_uneven)
      : rows{r}, columns{c}, cells(r * c) {
    double all = 0;
    for (std::size_t i = 0; i < r; ++i) {
      auto const row = is_uneven ? 1.0 / static_cast<double>(i + 1) : 1.0;
      for (std::size_t k = 0; k < c; ++k)
        all += cells[i * c + k] =
            row * ((1 - strength) / static_cast<double>(c) + (k == i % c ? strength : 0));
    }
    for (auto& p : cells) p /= all;
  }
  /// From the definition, by the margins.
  double v() const {
    std::vector<double> row(rows), column(columns);
    for (std::size_t i = 0; i < cells.size(); ++i)
      row[i / columns] += cells[i], column[i % columns] += cells[i];
    double sum = -1;
    for (std::size_t i = 0; i < cells.size(); ++i)
      sum += cells[i] * cells[i] / (row[i / columns] * column[i % columns]);
    return std::sqrt((std::max)(0.0, sum) / static_cast<double>((std::min)(rows, columns) - 1));
  }
  table_of_counts sample(std::size_t records, std::mt19937_64& random) const {
    std::discrete_distribution<std::size_t> draw(cells.begin(), cells.end());
    table_of_counts t(cells.size());
    for (std::size_t i = 0; i < records; ++i) ++t[draw(random)];
    return t;
  }
};

/// Chi-squared of one record, by its definition.
double contingency(std::vector<double> const& cells, std::size_t columns) {
  std::vector<double> row(cells.size() / columns), column(columns);
  double all = 0, sum = 0;
  for (std::size_t i = 0; i < cells.size(); ++i)
    row[i / columns] += cells[i], column[i % columns] += cells[i], all += cells[i];
  for (std::size_t i = 0; i < cells.size(); ++i)
    sum += cells[i] * cells[i] / (row[i / columns] * column[i % columns]);
  return sum - 1;
}

/// The variance of the delta method by differences, cell by cell; from it how much wider the
/// interval is, and its limits, which must be those that are given.
BOOST_AUTO_TEST_CASE(it_is_made_wider_by_the_variance_of_the_table) {
  std::mt19937 random{75};
  int wider = 0, as_wide = 0;
  for (int i = 0; i < 60; ++i) {
    auto const columns = 2 + random() % 3, rows = 2 + random() % 3;
    table_of_counts t(rows * columns);
    for (std::size_t k = 0; k < t.size(); ++k)
      t[k] = 1 + random() % (random() % 4 == 0 ? 90 : 6);  // few large ones, so that it is uneven
    double n = 0, mean = 0, square = 0;
    for (auto x : t) n += static_cast<double>(x);
    std::vector<double> p;
    for (auto x : t) p.push_back(static_cast<double>(x) / n);
    for (std::size_t k = 0; k < p.size(); ++k) {
      auto up = p, down = p;
      up[k] += 1e-6, down[k] -= 1e-6;
      // Sums of p²/(row · column) do not change when all cells grow alike.
      auto const slope = (contingency(up, columns) - contingency(down, columns)) / 2e-6;
      mean += p[k] * slope, square += p[k] * slope * slope;
    }
    auto const a = cramers_v(t, columns).value();
    auto const freedom = static_cast<double>((rows - 1) * (columns - 1));
    auto const by = (2 * freedom + n * (square - mean * mean)) / (2 * freedom + 4 * a.chi_squared);
    auto const kappa = (std::max)(1.0, by);
    ++(by > 1.01 ? wider : as_wide);
    auto const smaller = static_cast<double>((std::min)(rows, columns) - 1);
    auto const low =
        std::sqrt(kappa * detail::noncentrality_for(a.chi_squared / kappa, freedom / kappa, 0.975) /
                  n / smaller);
    auto const high =
        std::sqrt(kappa * detail::noncentrality_for(a.chi_squared / kappa, freedom / kappa, 0.025) /
                  n / smaller);
    BOOST_TEST_REQUIRE(std::abs(a.low - (std::min)(low, a.v)) < 1e-4);
    BOOST_TEST_REQUIRE(std::abs(a.high - (std::min)(1.0, (std::max)(high, a.v))) < 1e-4);
  }
  BOOST_TEST(wider > 5);
  BOOST_TEST(as_wide > 5);
}

BOOST_AUTO_TEST_CASE(the_correction_takes_away_what_chance_gives) {
  std::mt19937_64 random{13};
  for (auto strength : {0.0, 0.3}) {
    population const p{5, 4, strength, false};
    double raw = 0, corrected = 0;
    for (int i = 0; i < 400; ++i) {
      auto const a = cramers_v(p.sample(50, random), 4).value();
      raw += a.raw / 400, corrected += a.v / 400;
    }
    BOOST_TEST(raw - p.v() > 0.07);
    BOOST_TEST(std::abs(corrected - p.v()) < 0.07);
    BOOST_TEST(std::abs(corrected - p.v()) < (raw - p.v()) / 2);
  }
}

/// The interval for 95 % holds the true value 90 times in 100, or more often, in every one of
/// these; on average 94 times, or more often.
BOOST_AUTO_TEST_CASE(the_interval_holds_what_it_says) {
  std::mt19937_64 random{95};
  double sum = 0, width = 0;
  int designs = 0;
  for (auto [rows, columns] : {std::pair<std::size_t, std::size_t>{2, 2}, {3, 4}, {6, 4}})
    for (auto is_uneven : {false, true})
      for (auto strength : {0.0, 0.2, 0.5, 0.85}) {
        population const p{rows, columns, strength, is_uneven};
        int held = 0;
        constexpr int samples = 300;
        for (int i = 0; i < samples; ++i) {
          auto const a = cramers_v(p.sample(120, random), columns).value();
          held += a.low <= p.v() + 1e-12 && p.v() <= a.high + 1e-12;
          width += (a.high - a.low) / samples;
        }
        // Three standard errors below 90 %.
        BOOST_TEST(held >= samples * 0.90 - 3 * std::sqrt(samples * 0.09),
                   rows << " by " << columns << ", strength " << strength << ": " << held);
        sum += held / static_cast<double>(samples), ++designs;
      }
  BOOST_TEST(sum / designs >= 0.94);
  BOOST_TEST(width / designs < 0.35);  // and it says something
}

}  // namespace
