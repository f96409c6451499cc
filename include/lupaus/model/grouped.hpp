// SPDX-License-Identifier: BSL-1.0
//
// Rows by what they are about, so that whoever asks for those of one key reads no others.
#pragma once

#include "lupaus/model/scratch.hpp"

#include <cstddef>
#include <span>

namespace lupaus::inline v0::detail {

/// For every key below `keys`, the rows that were told with it, in the order in which they were
/// told (compressed sparse rows). O(keys + rows) to make.
template <class Row>
class grouped {
 public:
  /// `tell(f)` calls `f(key, row)` for every row, and does so twice.
  template <class Tell>
  constexpr grouped(std::size_t keys, Tell const& tell) : first_{keys + 2}, rows_{count(tell)} {
    // Counted two places on, a key's first row is at its own place once the rows are in.
    tell([&](std::size_t key, Row) { ++first_[key + 2]; });
    for (std::size_t k = 2; k < first_.size(); ++k) first_[k] += first_[k - 1];
    tell([&](std::size_t key, Row row) { rows_[first_[key + 1]++] = row; });
  }

  constexpr std::span<Row const> operator[](std::size_t key) const {
    return {rows_.data() + first_[key], first_[key + 1] - first_[key]};
  }

 private:
  template <class Tell>
  static constexpr std::size_t count(Tell const& tell) {
    std::size_t n = 0;
    tell([&](std::size_t, Row) { ++n; });
    return n;
  }

  scratch<std::size_t> first_;  // of the rows of each key
  scratch<Row> rows_;
};

}  // namespace lupaus::inline v0::detail
