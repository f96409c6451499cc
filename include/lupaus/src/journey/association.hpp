// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: Cramér's V and its interval.
#pragma once

#include "lupaus/journey/association.hpp"
#include "lupaus/journey/noncentral.hpp"
#include "lupaus/src/journey/touchpoint.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// A table of counts with its margins, as shares of all records; cells without records expect none.
class shares_of {
 public:
  shares_of(std::span<std::uint64_t const> counts, std::size_t columns, double all)
      : columns_{columns}, row_(counts.size() / columns), column_(columns) {
    for (auto n : counts) cell_.push_back(static_cast<double>(n) / all);
    for (std::size_t i = 0; i < cell_.size(); ++i)
      row_[i / columns] += cell_[i], column_[i % columns] += cell_[i];
  }

  std::size_t rows_used() const { return used(row_); }
  std::size_t columns_used() const { return used(column_); }

  /// Pearson's mean square contingency: chi-squared of one record.
  double contingency() const {
    double sum = 0;
    for (std::size_t i = 0; i < cell_.size(); ++i) {
      auto const expected = row_[i / columns_] * column_[i % columns_];
      auto const difference = cell_[i] - expected;
      if (expected > 0) sum += difference * difference / expected;
    }
    return sum;
  }
  /// The variance of that, times the records, by the delta method (Bishop, Fienberg and Holland,
  /// Discrete Multivariate Analysis, 1975, 11.3): of the sum of p²/(row · column), the derivative
  /// by each cell, whose mean is 0.
  double variance() const {
    std::vector<double> by_row(row_.size()), by_column(column_.size());
    for (std::size_t i = 0; i < cell_.size(); ++i) {
      if (!(cell_[i] > 0)) continue;
      auto const r = row_[i / columns_], c = column_[i % columns_];
      by_row[i / columns_] += cell_[i] * cell_[i] / (r * r * c);
      by_column[i % columns_] += cell_[i] * cell_[i] / (r * c * c);
    }
    double sum = 0;
    for (std::size_t i = 0; i < cell_.size(); ++i) {
      if (!(cell_[i] > 0)) continue;
      auto const slope = 2 * cell_[i] / (row_[i / columns_] * column_[i % columns_]) -
                         by_row[i / columns_] - by_column[i % columns_];
      sum += cell_[i] * slope * slope;
    }
    return sum;
  }

 private:
  static std::size_t used(std::vector<double> const& sums) {
    return static_cast<std::size_t>(
        std::count_if(sums.begin(), sums.end(), [](double s) { return s > 0; }));
  }

  std::size_t columns_;
  std::vector<double> cell_, row_, column_;
};

}  // namespace detail

LUPAUS_DECL std::optional<association> cramers_v(std::span<std::uint64_t const> counts,
                                                 std::size_t columns, double confidence) {
  if (columns == 0 || counts.size() % columns != 0 || !(confidence > 0) || !(confidence < 1))
    detail::refuse_journey(
        {detail::journey_fault(error_code::bad_value, "a table of counts",
                               "it is a rectangle, and the confidence is above 0 and below 1")});
  constexpr std::uint64_t most = 1'000'000'000'000;
  std::uint64_t all = 0;
  for (auto count : counts)
    if (count > most || (all += count) > most)
      detail::refuse_journey({detail::journey_fault(error_code::too_large, "a table of counts",
                                                    "it has more than a million million records")});
  if (all == 0) return std::nullopt;
  auto const n = static_cast<double>(all);
  detail::shares_of const shares{counts, columns, n};
  association a;
  a.records = all, a.confidence = confidence;
  a.rows = shares.rows_used(), a.columns = shares.columns_used();
  if (a.rows < 2 || a.columns < 2 || all <= (std::max)(a.rows, a.columns)) return std::nullopt;

  auto const r = static_cast<double>(a.rows), c = static_cast<double>(a.columns);
  auto const freedom = (r - 1) * (c - 1), smaller = (std::min)(r, c) - 1;
  auto const phi_squared = shares.contingency();
  a.chi_squared = n * phi_squared;
  a.raw = (std::min)(1.0, std::sqrt(phi_squared / smaller));
  // Bergsma: what chance alone would give is taken away, and the table is as large as it looks.
  auto const contingency = (std::max)(0.0, phi_squared - freedom / (n - 1));
  auto const shrunk = (std::min)(r - (r - 1) * (r - 1) / (n - 1), c - (c - 1) * (c - 1) / (n - 1));
  a.v = (std::min)(1.0, std::sqrt(contingency / (shrunk - 1)));

  // Where chi-squared varies more than the noncentral one does, it is taken for a multiple of one.
  auto const wider =
      (std::max)(1.0, (2 * freedom + n * shares.variance()) / (2 * freedom + 4 * a.chi_squared));
  auto const as_v = [&](double probability) {
    auto const noncentrality =
        wider * detail::noncentrality_for(a.chi_squared / wider, freedom / wider, probability);
    return std::sqrt(noncentrality / n / smaller);
  };
  auto const tail = (1 - confidence) / 2;
  a.low = (std::min)(a.v, as_v(1 - tail));
  a.high = (std::min)(1.0, (std::max)(a.v, as_v(tail)));
  return a;
}

}  // namespace lupaus::inline v0
