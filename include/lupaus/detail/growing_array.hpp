// SPDX-License-Identifier: BSL-1.0
//
// A list that grows, at compile time too.
#pragma once

#include <cstddef>

namespace lupaus::inline v0::detail {

/// A list that grows; usable in constant evaluation, where std::vector is not on every supported
/// compiler.
template <class T>
class growing {
 public:
  constexpr growing() = default;
  constexpr ~growing() { delete[] data_; }
  growing(growing const&) = delete;
  growing& operator=(growing const&) = delete;

  constexpr void push_back(T const& t) {
    if (size_ == room_) grow();
    data_[size_++] = t;
  }
  constexpr void clear() { size_ = 0; }
  constexpr std::size_t size() const { return size_; }
  constexpr T& operator[](std::size_t i) { return data_[i]; }
  constexpr T const& operator[](std::size_t i) const { return data_[i]; }
  constexpr T const* begin() const { return data_; }
  constexpr T const* end() const { return data_ + size_; }

 private:
  constexpr void grow() {
    auto const room = room_ == 0 ? 4 : 2 * room_;
    auto* bigger = new T[room];
    for (std::size_t i = 0; i < size_; ++i) bigger[i] = data_[i];
    delete[] data_;
    data_ = bigger;
    room_ = room;
  }
  T* data_ = nullptr;
  std::size_t size_ = 0, room_ = 0;
};

}  // namespace lupaus::inline v0::detail
