// SPDX-License-Identifier: BSL-1.0
//
// From the number of an order to its slot.
#pragma once

#include "lupaus/config.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

/// Of the bytes of a text, eight at a time; the same on machines of one byte order.
inline std::uint32_t number_hash(std::string_view t) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15U;
  auto const mix = [](std::uint64_t h) {
    h = (h ^ h >> 32) * odd;
    return h ^ h >> 29;
  };
  auto h = odd ^ t.size();
  for (; t.size() > 8; t.remove_prefix(8)) {
    std::uint64_t some = 0;
    std::memcpy(&some, t.data(), 8);
    h = mix(h ^ some);
  }
  std::uint64_t rest = 0;
  if (!t.empty()) std::memcpy(&rest, t.data(), t.size());
  h = mix(mix(h ^ rest));
  return static_cast<std::uint32_t>(h ^ h >> 32);
}

/// An open table: places in a row are tried one after the other. The texts are where the slots are.
class order_index {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  std::size_t size() const { return size_; }
  void clear() {
    places_.clear();
    size_ = 0;
  }
  /// `is(slot)`: it has the text. O(1) on average.
  template <class Is>
  std::uint32_t find(std::uint32_t hash, Is&& is) const {
    if (places_.empty()) return none;
    for (auto at = home(hash);; at = next(at)) {
      auto const& p = places_[at];
      if (p.slot == none) return none;
      if (p.hash == hash && is(p.slot)) return p.slot;
    }
  }
  /// Has the place of a text brought near that is soon looked for.
  void prefetch(std::uint32_t hash) const {
    if (!places_.empty()) LUPAUS_PREFETCH(&places_[home(hash)]);
  }
  /// A slot that may be the text's, and mostly is; the place should be near already.
  std::uint32_t guess(std::uint32_t hash) const {
    return find(hash, [](std::uint32_t) { return true; });
  }
  /// Precondition: it is not there.
  void add(std::uint32_t hash, std::uint32_t slot) {
    if ((size_ + 1) * 5 > places_.size() * 4) grow();
    ++size_;
    put({hash, slot});
  }
  /// Precondition: it is there. What stands behind it moves up, so that no gap is left.
  void remove(std::uint32_t hash, std::uint32_t slot) {
    auto at = home(hash);
    while (places_[at].slot != slot) at = next(at);
    --size_;
    for (auto from = next(at);; from = next(from)) {
      auto const p = places_[from];
      if (p.slot == none) break;
      // It may stand at `at`, which is nearer to its home.
      if (((from - home(p.hash)) & mask()) < ((from - at) & mask())) continue;
      places_[at] = p;
      at = from;
    }
    places_[at] = {};
  }

 private:
  struct place {
    std::uint32_t hash = 0, slot = none;
  };

  std::size_t mask() const { return places_.size() - 1; }
  std::size_t home(std::uint32_t hash) const { return hash & mask(); }
  std::size_t next(std::size_t at) const { return (at + 1) & mask(); }
  void put(place p) {
    auto at = home(p.hash);
    while (places_[at].slot != none) at = next(at);
    places_[at] = p;
  }
  void grow() {
    std::vector<place> before(places_.empty() ? 16 : 2 * places_.size());
    before.swap(places_);
    for (auto const& p : before)
      if (p.slot != none) put(p);
  }

  std::vector<place> places_;  // as many as a power of two
  std::size_t size_ = 0;
};

}  // namespace lupaus::inline v0::detail
