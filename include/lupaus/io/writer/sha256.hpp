// SPDX-License-Identifier: BSL-1.0
//
// SHA-256 (FIPS 180-4, 6.2), for the hash of a promise's content: every language of a shop's
// backend has it. Boost 1.81 has SHA-1 alone, inside of Boost.Uuid and not for others to use. Where
// the processor has instructions for it they do the work, some eight times as fast.
#pragma once

#include "lupaus/io/writer/sha256_x86.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail::io {

class sha256 {
 public:
  using state = std::array<std::uint32_t, 8>;
  using block_function = void (*)(std::uint32_t* state, unsigned char const* blocks, std::size_t n);

  /// As the standard writes it, for any processor.
  static void add_blocks(std::uint32_t* h, unsigned char const* blocks, std::size_t n) {
    for (; n > 0; --n, blocks += 64) {
      std::uint32_t w[64];
      for (std::size_t i = 0; i < 16; ++i)
        w[i] = std::uint32_t{blocks[4 * i]} << 24 | std::uint32_t{blocks[4 * i + 1]} << 16 |
               std::uint32_t{blocks[4 * i + 2]} << 8 | std::uint32_t{blocks[4 * i + 3]};
      for (std::size_t i = 16; i < 64; ++i) {
        auto const x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + (std::rotr(x, 7) ^ std::rotr(x, 18) ^ x >> 3) + w[i - 7] +
               (std::rotr(y, 17) ^ std::rotr(y, 19) ^ y >> 10);
      }
      auto a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
      for (std::size_t i = 0; i < 64; ++i) {
        auto const t1 = k + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                        (g ^ (e & (f ^ g))) + sha256_constants[i] + w[i];
        auto const t2 =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) | (c & (a | b)));
        k = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
      }
      h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e, h[5] += f, h[6] += g, h[7] += k;
    }
  }

  /// The fastest that this processor has.
  static block_function best() {
#if LUPAUS_HAS_SHA256_X86
    if (has_sha256_x86()) return add_blocks_x86;
#endif
    return add_blocks;
  }

  /// O(length) time, constant memory.
  static std::array<std::uint8_t, 32> digest(std::string_view text, block_function add = best()) {
    state h{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
            0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    add(h.data(), reinterpret_cast<unsigned char const*>(text.data()), text.size() / 64);
    // The rest, a one bit, zeros, and the length in bits: one block or two.
    unsigned char tail[128] = {};
    auto const rest = text.size() % 64;
    if (rest > 0) std::memcpy(tail, text.data() + (text.size() - rest), rest);
    tail[rest] = 0x80;
    std::size_t const length = rest < 56 ? 64 : 128;
    auto const bits = std::uint64_t{text.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i)
      tail[length - 1 - i] = static_cast<unsigned char>(bits >> (8 * i) & 0xff);
    add(h.data(), tail, length / 64);
    std::array<std::uint8_t, 32> bytes{};
    for (std::size_t i = 0; i < 32; ++i)
      bytes[i] = static_cast<std::uint8_t>(h[i / 4] >> (24 - 8 * (i % 4)) & 0xff);
    return bytes;
  }

  /// 64 hexadecimal digits, in lower case.
  static std::string hex(std::string_view text, block_function add = best()) {
    std::string digits;
    digits.reserve(64);
    for (auto const b : digest(text, add)) {
      digits += "0123456789abcdef"[b >> 4];
      digits += "0123456789abcdef"[b & 0xf];
    }
    return digits;
  }
};

}  // namespace lupaus::inline v0::detail::io
