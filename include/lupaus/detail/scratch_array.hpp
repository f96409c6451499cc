// SPDX-License-Identifier: BSL-1.0
//
// An array for the length of a call, at compile time too.
#pragma once

#include "lupaus/config.hpp"

#include <cstddef>
#include <cstring>
#include <new>
#include <type_traits>

namespace lupaus::inline v0::detail {

/// Asks for values of which each is written before it is read.
struct unset {};

/// An array of `n` values on the stack while they are few, on the heap beyond; usable in constant
/// evaluation, where std::vector is not on every supported compiler. There it is exactly as long
/// as asked for, because every element costs a step.
template <class T, std::size_t Few = 128>
class scratch {
  static_assert(std::is_trivially_destructible_v<T>);

 public:
  constexpr explicit scratch(std::size_t n, T fill = {}) : none_{}, size_{n} {
    if (std::is_constant_evaluated()) {
      data_ = heap_ = new T[n + 1];
      for (std::size_t i = 0; i < n; ++i) data_[i] = fill;
    } else {
      begin_all(fill);
    }
  }
  constexpr scratch(std::size_t n, unset) : none_{}, size_{n} {
    static_assert(std::is_trivially_copyable_v<T>);  // begins to live when it is assigned to
    if (std::is_constant_evaluated() || n > Few) heap_ = new T[n + 1]{};
    data_ = heap_ ? heap_ : here_;
  }
  constexpr ~scratch() { delete[] heap_; }
  scratch(scratch const&) = delete;
  scratch& operator=(scratch const&) = delete;

  constexpr T& operator[](std::size_t i) { return data_[i]; }
  constexpr T const& operator[](std::size_t i) const { return data_[i]; }
  constexpr std::size_t size() const { return size_; }
  constexpr T const* data() const { return data_; }

 private:
  // Once for each type, not in every place where some values are needed.
  LUPAUS_NOINLINE void begin_all(T const& fill) {
    if (size_ > Few) heap_ = new T[size_ + 1];
    data_ = heap_ ? heap_ : here_;
    if constexpr (std::is_arithmetic_v<T>)
      if (fill == T{}) return static_cast<void>(std::memset(data_, 0, size_ * sizeof(T)));
    for (std::size_t i = 0; i < size_; ++i) ::new (static_cast<void*>(data_ + i)) T(fill);
  }

  union {
    char none_;
    T here_[Few];  // begins to live element by element
  };
  T* heap_ = nullptr;  // owned, where they are many
  T* data_ = nullptr;
  std::size_t size_;
};

using flags = scratch<bool>;

}  // namespace lupaus::inline v0::detail
