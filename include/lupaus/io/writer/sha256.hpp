// SPDX-License-Identifier: BSL-1.0
//
// SHA-256 (FIPS 180-4, 6.2), for the hash of a promise's content: every language of a shop's
// backend has it. Boost 1.81 has SHA-1 alone, inside of Boost.Uuid and not for others to use.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail::io {

class sha256 {
 public:
  /// 64 hexadecimal digits, in lower case. O(length) time, constant memory.
  static constexpr std::array<std::uint8_t, 32> digest(std::string_view text) {
    sha256 hash;
    std::size_t at = 0;
    for (; at + 64 <= text.size(); at += 64) hash.add(text.substr(at, 64));
    // The rest, a one bit, zeros, and the length in bits: one block or two.
    char tail[128] = {};
    auto const rest = text.size() - at;
    for (std::size_t i = 0; i < rest; ++i) tail[i] = text[at + i];
    tail[rest] = static_cast<char>(0x80);
    std::size_t const length = rest < 56 ? 64 : 128;
    auto const bits = std::uint64_t{text.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i)
      tail[length - 1 - i] = static_cast<char>(bits >> (8 * i) & 0xff);
    for (std::size_t i = 0; i < length; i += 64) hash.add({tail + i, 64});
    std::array<std::uint8_t, 32> bytes{};
    for (std::size_t i = 0; i < 32; ++i)
      bytes[i] = static_cast<std::uint8_t>(hash.state_[i / 4] >> (24 - 8 * (i % 4)) & 0xff);
    return bytes;
  }

  static std::string hex(std::string_view text) {
    std::string digits;
    for (auto const b : digest(text)) {
      digits += "0123456789abcdef"[b >> 4];
      digits += "0123456789abcdef"[b & 0xf];
    }
    return digits;
  }

 private:
  static constexpr std::uint32_t turn(std::uint32_t x, unsigned by) {
    return x >> by | x << (32 - by);
  }

  constexpr void add(std::string_view block) {
    std::uint32_t w[64] = {};
    for (std::size_t i = 0; i < 64; ++i)
      w[i / 4] |= std::uint32_t{static_cast<std::uint8_t>(block[i])} << (24 - 8 * (i % 4));
    for (std::size_t i = 16; i < 64; ++i) {
      auto const x = w[i - 15], y = w[i - 2];
      w[i] = w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ x >> 3) + w[i - 7] +
             (turn(y, 17) ^ turn(y, 19) ^ y >> 10);
    }
    auto s = state_;
    for (std::size_t i = 0; i < 64; ++i) {
      auto const e = s[4], a = s[0];
      auto const t1 = s[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & s[5]) ^ (~e & s[6])) +
                      constants[i] + w[i];
      auto const t2 =
          (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
      s = {t1 + t2, a, s[1], s[2], s[3] + t1, e, s[5], s[6]};
    }
    for (std::size_t i = 0; i < 8; ++i) state_[i] += s[i];
  }

  static constexpr std::uint32_t constants[64] = {
      0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
      0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
      0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
      0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
      0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
      0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
      0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
      0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
      0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
      0xc67178f2};

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
};

}  // namespace lupaus::inline v0::detail::io
