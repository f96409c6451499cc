// SPDX-License-Identifier: BSL-1.0
//
// Copies of texts that stay where they are.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

/// Copies of texts that stay where they are until all are given up. Keeps its memory from one use
/// to the next.
class text_arena {
 public:
  /// O(length).
  std::string_view keep(std::string_view t) {
    if (t.empty()) return {};
    while (used_ + t.size() > (block_ < blocks_.size() ? blocks_[block_].size : 0)) next(t.size());
    auto* const copy = blocks_[block_].memory.get() + used_;
    std::memcpy(copy, t.data(), t.size());
    used_ += t.size();
    return {copy, t.size()};
  }
  void clear() noexcept { block_ = 0, used_ = 0; }

 private:
  struct block {
    std::unique_ptr<char[]> memory;
    std::size_t size;
  };

  // To the next block; a new one, where there is none.
  void next(std::size_t needed) {
    if (block_ < blocks_.size()) ++block_;
    used_ = 0;
    if (block_ < blocks_.size()) return;
    constexpr std::size_t usual = 4'096;
    auto const size = needed > usual ? needed : usual;
    blocks_.push_back({std::unique_ptr<char[]>{new char[size]}, size});
  }

  std::vector<block> blocks_;
  std::size_t block_ = 0, used_ = 0;
};

}  // namespace lupaus::inline v0::detail
