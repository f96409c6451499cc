// SPDX-License-Identifier: BSL-1.0
//
// Runs a property on many random inputs. When it fails, says the seed, and shrinks the input: what
// is printed is a description from which nothing can be dropped without the failure going away.
//
//   LUPAUS_SEED=17 begins with seed 17; LUPAUS_RUNS=1 makes one run of each property.
#pragma once

#include "support/print.hpp"
#include "support/shrink.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <cstdlib>

namespace proof {

inline std::uint64_t first_seed() {
  auto const* given = std::getenv("LUPAUS_SEED");
  return given ? std::strtoull(given, nullptr, 10) : 20'240'601;
}

/// So many runs; fewer where every run is slow.
inline std::size_t runs(std::size_t n) {
  if (auto const* given = std::getenv("LUPAUS_RUNS")) return std::strtoull(given, nullptr, 10);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return n / 10 + 1;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
  return n / 10 + 1;
#else
  return n;
#endif
#else
  return n;
#endif
}

/// Makes a description of each seed and holds the property against it. `property` gives an empty
/// text when it holds, else what is wrong; for a description that makes no sense it must hold.
template <class Make, class Property>
void hold_on_random(std::size_t n, Make make, Property property) {
  auto const first = first_seed();
  for (std::size_t i = 0; i < n; ++i) {
    auto const seed = first + i;
    auto const d = make(seed);
    if (property(d).empty()) continue;
    auto const small = shrink(d, [&](description const& x) { return !property(x).empty(); });
    BOOST_ERROR("LUPAUS_SEED=" << seed << " LUPAUS_RUNS=1 shows it again; shrunk:\n"
                               << to_string(small) << "\n"
                               << property(small));
    return;
  }
  BOOST_TEST(n > 0U);
}

}  // namespace proof
