// SPDX-License-Identifier: BSL-1.0
//
// Which slots are to be looked at again, and when.
#pragma once

#include "lupaus/model/terms/time.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace lupaus::inline v0::detail {

/// A heap by time. What is in it may be out of date: whoever takes a slot out knows whether it is.
class wake_queue {
 public:
  bool is_empty() const { return heap_.empty(); }
  void clear() { heap_.clear(); }
  /// Precondition: it is not empty.
  seconds_t first_time() const { return heap_.front().at; }
  std::uint32_t first_slot() const { return heap_.front().slot; }
  /// So long after the first time; none where it is empty.
  std::optional<seconds_t> first_after(seconds_t more) const {
    return is_empty() ? std::nullopt : std::optional{first_time() + more};
  }
  /// O(log size).
  void add(seconds_t at, std::uint32_t slot) {
    heap_.push_back({at, slot});
    std::push_heap(heap_.begin(), heap_.end());
  }
  /// Takes out a slot of the first time. O(log size).
  std::uint32_t take() {
    std::pop_heap(heap_.begin(), heap_.end());
    auto const slot = heap_.back().slot;
    heap_.pop_back();
    return slot;
  }

 private:
  struct wake {
    seconds_t at;
    std::uint32_t slot;
    friend bool operator<(wake const& a, wake const& b) { return a.at > b.at; }
  };
  std::vector<wake> heap_;
};

}  // namespace lupaus::inline v0::detail
