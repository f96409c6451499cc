// SPDX-License-Identifier: BSL-1.0
//
// A list that grows, at compile time too.
#pragma once

#include "lupaus/config.hpp"

#include <cstddef>
#include <new>
#include <type_traits>

namespace lupaus::inline v0::detail {

/// A list that grows, on the stack while it has no more than `Few`; usable in constant evaluation,
/// where std::vector is not on every supported compiler.
template <class T, std::size_t Few>
class growing_array {
  static_assert(std::is_trivially_destructible_v<T>);

 public:
  constexpr growing_array() : none_{} {}
  constexpr ~growing_array() { delete[] heap_; }
  growing_array(growing_array const&) = delete;
  growing_array& operator=(growing_array const&) = delete;

  constexpr void push_back(T const& t) {
    if (size_ == room_) grow();
    if (is_kept_here())
      ::new (static_cast<void*>(data_ + size_++)) T(t);
    else
      data_[size_++] = t;
  }
  constexpr void clear() { size_ = 0; }
  constexpr std::size_t size() const { return size_; }
  constexpr T& operator[](std::size_t i) { return data_[i]; }
  constexpr T const& operator[](std::size_t i) const { return data_[i]; }
  constexpr T const* begin() const { return data_; }
  constexpr T const* end() const { return data_ + size_; }

 private:
  /// At run time alone.
  constexpr bool is_kept_here() const { return !std::is_constant_evaluated() && !heap_; }

  LUPAUS_NOINLINE constexpr void grow() {
    if (room_ == 0 && !std::is_constant_evaluated()) {
      data_ = here_;
      room_ = Few;
      return;
    }
    auto const room = room_ == 0 ? 4 : 2 * room_;
    auto* bigger = new T[room];
    for (std::size_t i = 0; i < size_; ++i) bigger[i] = data_[i];
    delete[] heap_;
    data_ = heap_ = bigger;
    room_ = room;
  }

  union {
    char none_;
    T here_[Few];  // begins to live element by element
  };
  T* heap_ = nullptr;  // owned, where they are many
  T* data_ = nullptr;
  std::size_t size_ = 0, room_ = 0;
};

// A class of its own: as a template of one parameter it can be handed over.
template <class T>
struct growing : growing_array<T, 32> {};

}  // namespace lupaus::inline v0::detail
