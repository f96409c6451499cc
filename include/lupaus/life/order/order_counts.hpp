// SPDX-License-Identifier: BSL-1.0
//
// Numbers in a state that a new attempt does not forget: how often something happened or was asked
// for (S8 of docs/explanation/semantics.md).
#pragma once

#include "lupaus/life/order/asked_history.hpp"
#include "lupaus/life/order/state_layout.hpp"

#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// A number of so many bits, from the lowest one on; 0 where it is not kept.
inline std::size_t read_number(std::uint8_t const* bytes, std::size_t bit, std::size_t bits) {
  std::size_t n = 0;
  for (std::size_t i = 0; bit != state_layout::none && i < bits; ++i)
    n |= std::size_t{static_cast<std::size_t>(bytes[(bit + i) / 8] >> (bit + i) % 8 & 1)} << i;
  return n;
}
/// False where it was that before, or is not kept.
inline bool write_number(std::uint8_t* bytes, std::size_t bit, std::size_t bits, std::size_t n) {
  if (bit == state_layout::none || read_number(bytes, bit, bits) == n) return false;
  for (std::size_t i = 0; i < bits; ++i) {
    auto& byte = bytes[(bit + i) / 8];
    auto const mask = 1U << (bit + i) % 8;
    byte = static_cast<std::uint8_t>((n >> i & 1) != 0 ? byte | mask : byte & ~mask);
  }
  return true;
}

/// One more, as far as it is counted: false where nothing changes.
inline bool count(std::uint8_t* bytes, std::size_t bit, std::size_t bits, std::size_t most) {
  auto const n = read_number(bytes, bit, bits);
  return n < most && write_number(bytes, bit, bits, n + 1);
}
/// The same of what happens to a unit.
inline bool count(std::uint8_t* bytes, state_layout const& of, event_id e, std::size_t unit) {
  return count(bytes, of.count_bit(e, unit), of.count_bits(e), of.counts_to(e));
}
/// She has asked, and was answered: as a number. False where nothing changes. `bit`: where the
/// requests are counted.
inline bool note_request(std::uint8_t* bytes, std::size_t bit, std::size_t answer) {
  if (bit == state_layout::none) return false;
  auto const counts = count(bytes, bit, state_layout::request_bits, asked_history::most);
  auto const at = bit + state_layout::request_bits;
  return write_number(bytes, at, state_layout::answer_bits, answer + 1) || counts;
}

}  // namespace lupaus::inline v0::detail
