// SPDX-License-Identifier: BSL-1.0
//
// The states that were met, each once and numbered, with no state mistaken for another.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/explore/search/block_array.hpp"
#include "lupaus/explore/search/transition_system.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace lupaus::inline v0::detail {

/// Asks the processor to fetch what will be read soon; where that cannot be asked, does nothing.
inline void prefetch(void const* p) { LUPAUS_PREFETCH(p); }

/// Mixes every byte of a state into 32 bits: multiplications by odd constants with shifts between
/// (the scheme of Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
template <packed_state S>
std::uint32_t hash_of(S const& s) {
  std::uint64_t h = 0;
  for (std::size_t at = 0; at < sizeof(S); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, reinterpret_cast<unsigned char const*>(&s) + at,
                std::min<std::size_t>(8, sizeof(S) - at));
    h = (h ^ word) * 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
  }
  return static_cast<std::uint32_t>((h * 0xD1B54A32D192ED03u) >> 32);
}

template <packed_state S>
bool same(S const& a, S const& b) {
  return std::memcmp(&a, &b, sizeof(S)) == 0;
}

/// An open hash table of numbers over an array of states. A slot is 32 bits: the state's number,
/// and above it as many bits of its hash as there is room for, so that other states are seldom
/// read. The states themselves are compared in the end; nothing rests on the hash. With 2^c slots
/// at most 3/4 are used: 5.3 to 10.7 bytes a state beside the state.
template <packed_state S>
class state_set {
 public:
  /// A state that is being looked up: `begin` fetches its slot, `locate` the state that it may
  /// equal. Doing each step for many states before the next hides the time that memory takes.
  struct probe {
    S state;
    std::uint32_t hash;
    std::uint32_t slot;
  };
  static constexpr std::size_t most = std::size_t{3} << 29;

  std::size_t size() const { return states_.size(); }
  S const& operator[](std::size_t n) const { return states_[n]; }
  std::size_t bytes() const { return states_.bytes() + table_bytes(); }

  /// Bytes that making room for `more` states would add.
  std::size_t growth(std::size_t more) const {
    auto const bits = bits_for(size() + more);
    auto const slots = bits == bits_ ? 0 : (sizeof(std::uint32_t) << bits) - table_bytes();
    return slots + states_.growth(more);
  }
  /// Makes room for `more` states; false when there is no memory. Invalidates what `locate` found.
  /// O(more), amortised.
  [[nodiscard]] bool reserve(std::size_t more) {
    auto const bits = bits_for(size() + more);
    return states_.reserve(more) && (bits == bits_ || rehash(bits));
  }

  probe begin(S const& s) const {
    auto const hash = hash_of(s);
    if (bits_ != 0) prefetch(&table_.get()[hash >> (32 - bits_)]);
    return {s, hash, 0};
  }
  /// Precondition: there is a table (`reserve`).
  void locate(probe& p) const {
    p.slot = p.hash >> (32 - bits_);
    for (auto const tag = p.hash << bits_;; p.slot = after(p.slot)) {
      auto const entry = table_.get()[p.slot];
      if (entry == 0) return;
      if ((entry & tag_mask()) == tag) return prefetch(&states_[number_in(entry)]);
    }
  }
  /// After `locate`: true, with its number, when the state is in the set.
  bool find(probe& p, state_number& number) const {
    for (auto const tag = p.hash << bits_;; p.slot = after(p.slot)) {
      auto const entry = table_.get()[p.slot];
      if (entry == 0) return false;
      if ((entry & tag_mask()) != tag) continue;
      number = number_in(entry);
      if (same(states_[number], p.state)) return true;
    }
  }
  /// True when the state is new, and adds it then; its number, in both cases. Precondition: room
  /// was made. O(1), expected.
  bool add(probe& p, state_number& number) {
    if (find(p, number)) return false;
    number = static_cast<state_number>(size());
    states_.push_back(p.state);
    table_.get()[p.slot] = (p.hash << bits_) | static_cast<std::uint32_t>(size());
    return true;
  }

 private:
  static constexpr unsigned fewest_bits = 10, most_bits = 31;
  using slot_array = std::unique_ptr<std::uint32_t, free_memory>;

  std::size_t table_bytes() const { return bits_ == 0 ? 0 : sizeof(std::uint32_t) << bits_; }
  unsigned bits_for(std::size_t n) const {
    auto bits = (std::max)(bits_, fewest_bits);
    while (bits < most_bits && n > (std::size_t{3} << (bits - 2))) ++bits;
    return bits;
  }
  // The low bits_ bits of a slot hold 1 + the number, the others the hash below its high bits_
  // bits, which say where in the table to begin.
  std::uint32_t tag_mask() const { return ~std::uint32_t{0} << bits_; }
  state_number number_in(std::uint32_t entry) const { return (entry & ~tag_mask()) - 1; }
  std::uint32_t after(std::uint32_t slot) const {
    return (slot + 1) & ((std::uint32_t{1} << bits_) - 1);
  }

  // The states say all that the table does; so the old one goes before the new one comes.
  bool rehash(unsigned bits) {
    table_ = nullptr;
    bits_ = 0;
    table_.reset(
        static_cast<std::uint32_t*>(std::calloc(std::size_t{1} << bits, sizeof(std::uint32_t))));
    if (!table_) return false;
    bits_ = bits;
    std::array<std::uint32_t, 64> hashes;
    for (std::size_t n = 0; n < size();) {
      auto const many = (std::min)(hashes.size(), size() - n);
      for (std::size_t i = 0; i < many; ++i) {
        hashes[i] = hash_of(states_[n + i]);
        prefetch(&table_.get()[hashes[i] >> (32 - bits_)]);
      }
      for (std::size_t i = 0; i < many; ++i) {
        auto slot = hashes[i] >> (32 - bits_);
        while (table_.get()[slot] != 0) slot = after(slot);
        table_.get()[slot] = (hashes[i] << bits_) | static_cast<std::uint32_t>(++n);
      }
    }
    return true;
  }

  block_array<S> states_;
  slot_array table_;
  unsigned bits_ = 0;
};

}  // namespace lupaus::inline v0::detail
