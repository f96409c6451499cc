// SPDX-License-Identifier: BSL-1.0
//
// What belongs to what: rows of a model sorted by a key, once, so that a question about one of its
// elements need not go over all the others.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/scratch_array.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// Where an id, or a plain number, stands in a table.
template <class Key>
constexpr std::size_t index_of(Key k) {
  if constexpr (requires { k.index(); })
    return k.index();
  else
    return k;
}

/// The rows of one key: a range.
template <class Row>
class some_rows {
 public:
  constexpr some_rows() = default;
  constexpr some_rows(Row const* begin, Row const* end) : begin_{begin}, end_{end} {}
  constexpr Row const* begin() const { return begin_; }
  constexpr Row const* end() const { return end_; }
  constexpr bool empty() const { return begin_ == end_; }
  constexpr Row const& operator[](std::size_t n) const { return begin_[n]; }
  constexpr std::size_t size() const { return static_cast<std::size_t>(end_ - begin_); }

 private:
  Row const* begin_ = nullptr;
  Row const* end_ = nullptr;
};

/// Rows by their keys, those of one key in the order in which they were told. `for_each_row(f)`
/// tells them, by calling `f(key, row)` for each. O(keys + rows) to make.
template <class Key, class Row>
class rows_by {
  struct told {
    Key key;
    Row row;
  };
  using told_rows = growing_array<told, 128>;

  // First in the class, because clang 14 can evaluate only the member templates that it has seen.
  // What is told is kept until it is counted: to ask twice takes longer.
  template <class Rows>
  constexpr rows_by(std::size_t keys, Rows& for_each_row, told_rows&& all)
      : first_{keys + 2, 0}, rows_{listed(for_each_row, all), unset{}} {
    // Counted two places on, so that what is then counted up to the ends leaves the beginnings.
    for (auto const& t : all) ++first_[index_of(t.key) + 2];
    for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
    for (auto const& t : all) rows_[first_[index_of(t.key) + 1]++] = t.row;
  }
  template <class Rows>
  static constexpr std::size_t listed(Rows& for_each_row, told_rows& all) {
    for_each_row([&](Key k, Row const& row) { all.push_back({k, row}); });
    return all.size();
  }

 public:
  template <class Rows>
  constexpr rows_by(std::size_t keys, Rows&& for_each_row)
      : rows_by{keys, for_each_row, told_rows{}} {}

  /// O(1).
  constexpr some_rows<Row> operator[](Key k) const {
    return {rows_.data() + first_[index_of(k)], rows_.data() + first_[index_of(k) + 1]};
  }
  constexpr bool empty() const { return rows_.size() == 0; }

 private:
  scratch<std::uint32_t> first_;  // of the rows of each key, in rows_
  scratch<Row> rows_;
};

/// Rows by two keys. `for_each_row(f)` calls `f(first, second, row)`. O(keys + rows) to make.
template <class First, class Second, class Row>
class rows_by_pair {
 public:
  struct told {
    First first;
    Second second;
    Row row;
  };

  template <class Rows>
  constexpr rows_by_pair(std::size_t firsts, std::size_t seconds, Rows&& for_each_row)
      : rows_by_pair{rows_by<Second, told>{seconds,
                                           [&](auto&& f) {
                                             for_each_row([&](First a, Second b, Row const& r) {
                                               f(b, {a, b, r});
                                             });
                                           }},
                     firsts, seconds} {}

  /// O(log rows of the first key).
  constexpr some_rows<told> operator()(First a, Second b) const {
    auto const all = rows_[a];
    auto const begin = bound(all.begin(), all.end(), index_of(b));
    auto end = begin;
    while (end != all.end() && end->second == b) ++end;
    return {begin, end};
  }
  /// All of the first key, by the second.
  constexpr some_rows<told> operator[](First a) const { return rows_[a]; }
  constexpr bool contains(First a, Second b) const {
    auto const all = rows_[a];
    auto const at = bound(all.begin(), all.end(), index_of(b));
    return at != all.end() && at->second == b;
  }
  constexpr bool empty() const { return rows_.empty(); }

 private:
  constexpr rows_by_pair(rows_by<Second, told> const& by_second, std::size_t firsts,
                         std::size_t seconds)
      : rows_{firsts, [&](auto&& f) {
                for (std::size_t b = 0; b < seconds; ++b)
                  for (auto const& t : by_second[Second{b}]) f(t.first, t);
              }} {}

  static constexpr told const* bound(told const* begin, told const* end, std::size_t b) {
    while (begin != end) {
      auto const middle = begin + (end - begin) / 2;
      if (index_of(middle->second) < b)
        begin = middle + 1;
      else
        end = middle;
    }
    return begin;
  }

  rows_by<First, told> rows_;
};

/// A row that says no more than its keys.
struct no_more {};

}  // namespace lupaus::inline v0::detail
