// SPDX-License-Identifier: BSL-1.0
//
// CRC-32C (Castagnoli; RFC 3720, B.4), which tells whether bytes are those that were written. Every
// burst of up to 32 bits that were changed is seen, and of other damage all but one in 2^32. Boost
// has it in Boost.CRC, which is no dependency of ours; eight bytes are taken at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0::detail {

using crc32c_tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr crc32c_tables make_crc32c_tables() {
  crc32c_tables t{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    auto c = i;
    for (int bit = 0; bit < 8; ++bit) c = (c >> 1) ^ ((c & 1U) != 0 ? 0x82f63b78U : 0U);
    t[0][i] = c;
  }
  for (std::size_t i = 0; i < 256; ++i)
    for (std::size_t k = 1; k < 8; ++k) t[k][i] = (t[k - 1][i] >> 8) ^ t[0][t[k - 1][i] & 0xffU];
  return t;
}
inline constexpr crc32c_tables crc32c_table = make_crc32c_tables();

/// The checksum of some bytes that come after others; `before` is the checksum of those, 0 of none.
/// O(length).
inline std::uint32_t crc32c(std::uint32_t before, std::string_view bytes) {
  auto const& t = crc32c_table;
  auto c = ~before;
  auto const at = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
  };
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    c ^= at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24;
    c = t[7][c & 0xffU] ^ t[6][c >> 8 & 0xffU] ^ t[5][c >> 16 & 0xffU] ^ t[4][c >> 24] ^
        t[3][at(4)] ^ t[2][at(5)] ^ t[1][at(6)] ^ t[0][at(7)];
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) c = (c >> 8) ^ t[0][(c ^ at(i)) & 0xffU];
  return ~c;
}

}  // namespace lupaus::inline v0::detail
