// SPDX-License-Identifier: BSL-1.0
//
// SHA-256 by the instructions that x86 processors have for it since 2016. The function is compiled
// for them whatever the program is compiled for, and called only where the processor has them.
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__GNUC__) && defined(__x86_64__)
#define LUPAUS_HAS_SHA256_X86 1
#include <cpuid.h>
#include <immintrin.h>
#else
#define LUPAUS_HAS_SHA256_X86 0
#endif

namespace lupaus::inline v0::detail::io {

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
alignas(16) inline constexpr std::uint32_t sha256_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

#if LUPAUS_HAS_SHA256_X86

/// By CPUID, since compilers differ in what names they take for it.
inline bool has_sha256_x86() noexcept {
  static bool const has = [] {
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return false;
    auto const has_sse4_1 = (c >> 19 & 1U) != 0 && (c >> 9 & 1U) != 0;  // and SSSE3
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return false;
    return has_sse4_1 && (b >> 29 & 1U) != 0;
  }();
  return has;
}

/// The state is held as ABEF and CDGH, as the instructions want it; four rounds are two of them.
__attribute__((target("sha,sse4.1,ssse3"))) inline void add_blocks_x86(std::uint32_t* state,
                                                                       unsigned char const* blocks,
                                                                       std::size_t n) {
  auto const load = [](void const* p) __attribute__((target("sha,sse4.1,ssse3"))) {
    return _mm_loadu_si128(static_cast<__m128i const*>(p));
  };
  auto const big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  auto const dcba = _mm_shuffle_epi32(load(state), 0xb1);      // CDAB
  auto const hgfe = _mm_shuffle_epi32(load(state + 4), 0x1b);  // EFGH
  auto abef = _mm_alignr_epi8(dcba, hgfe, 8);
  auto cdgh = _mm_blend_epi16(hgfe, dcba, 0xf0);
  for (; n > 0; --n, blocks += 64) {
    auto const abef_before = abef, cdgh_before = cdgh;
    __m128i w[4];
    for (std::size_t i = 0; i < 4; ++i) w[i] = _mm_shuffle_epi8(load(blocks + 16 * i), big_endian);
    for (std::size_t i = 0; i < 16; ++i) {
      if (i >= 4) {  // the next four words of the schedule
        auto const w0 = w[i & 3], w1 = w[(i + 1) & 3], w2 = w[(i + 2) & 3], w3 = w[(i + 3) & 3];
        auto const sum = _mm_add_epi32(_mm_sha256msg1_epu32(w0, w1), _mm_alignr_epi8(w3, w2, 4));
        w[i & 3] = _mm_sha256msg2_epu32(sum, w3);
      }
      auto const k = _mm_add_epi32(w[i & 3], load(sha256_constants + 4 * i));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, k);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(k, 0x0e));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  auto const feba = _mm_shuffle_epi32(abef, 0x1b);
  auto const dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state), _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#endif

}  // namespace lupaus::inline v0::detail::io
