// SPDX-License-Identifier: BSL-1.0
//
// A long array that grows by blocks: what it holds is never moved, so growing costs no second
// copy, and memory that cannot be had is an answer instead of an exception.
#pragma once

#include "lupaus/config.hpp"

#include <bit>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

struct free_memory {
  void operator()(void* p) const { std::free(p); }
};

template <class T>
class block_array {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  /// Elements a block: a power of two, about half a mebibyte.
  static constexpr std::size_t block_length =
      std::bit_floor(sizeof(T) < 1024 ? (std::size_t{1} << 19) / sizeof(T) : std::size_t{512});
  static constexpr std::size_t block_bytes = block_length * sizeof(T);

  std::size_t size() const { return size_; }
  std::size_t bytes() const { return blocks_.size() * block_bytes; }
  /// Bytes that `more` elements would add.
  std::size_t growth(std::size_t more) const {
    auto const need = (size_ + more + block_length - 1) / block_length;
    return need > blocks_.size() ? (need - blocks_.size()) * block_bytes : 0;
  }

  T& operator[](std::size_t i) { return blocks_[i / block_length].get()[i % block_length]; }
  T const& operator[](std::size_t i) const {
    return blocks_[i / block_length].get()[i % block_length];
  }

  /// Makes room for `more` elements; false when there is no memory.
  [[nodiscard]] bool reserve(std::size_t more) {
    for (auto missing = growth(more) / block_bytes; missing > 0; --missing)
      if (!add_block()) return false;
    return true;
  }
  /// Precondition: room was made. O(1).
  void push_back(T const& value) {
    std::construct_at(&(*this)[size_], value);
    ++size_;
  }

 private:
  bool add_block() {
    owned block{static_cast<T*>(std::malloc(block_bytes))};
    if (!block) return false;
    blocks_.push_back(std::move(block));
    return true;
  }

  using owned = std::unique_ptr<T, free_memory>;
  std::vector<owned> blocks_;
  std::size_t size_ = 0;
};

}  // namespace lupaus::inline v0::detail
