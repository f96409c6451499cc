// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

namespace lupaus::inline v0::detail {

/// An array of `n` values on the stack while they are few, on the heap beyond; usable in constant
/// evaluation, where std::vector is not on every supported compiler.
template <class T, std::size_t Few = 128>
class scratch {
 public:
  constexpr explicit scratch(std::size_t n, T fill = {})
      : data_{n <= Few ? here_ : new T[n]}, size_{n} {
    for (std::size_t i = 0; i < n; ++i) data_[i] = fill;
  }
  constexpr ~scratch() {
    if (data_ != here_) delete[] data_;
  }
  scratch(scratch const&) = delete;
  scratch& operator=(scratch const&) = delete;

  constexpr T& operator[](std::size_t i) { return data_[i]; }
  constexpr T const& operator[](std::size_t i) const { return data_[i]; }
  constexpr std::size_t size() const { return size_; }

 private:
  T here_[Few] = {};
  T* data_;
  std::size_t size_;
};

using flags = scratch<bool>;

}  // namespace lupaus::inline v0::detail
