// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace proof {

/// Random choices that are the same on every standard library, which its distributions are not.
class chooser {
 public:
  explicit chooser(std::uint64_t seed) : random_{seed} {}

  /// One of 0 ... n-1. Precondition: n > 0.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  int between(int a, int b) {
    return a + static_cast<int>(below(static_cast<std::size_t>(b - a + 1)));
  }
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  template <class T>
  T const& one_of(std::vector<T> const& from) {
    return from[below(from.size())];
  }
  template <class T>
  void shuffle(std::vector<T>& v) {
    for (auto i = v.size(); i > 1; --i) std::swap(v[i - 1], v[below(i)]);
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace proof
