// SPDX-License-Identifier: BSL-1.0
//
// Two units that include every header link into one program, and agree on what is one.
#include "two_units/everything.hpp"

#include <cstdio>
#include <set>

namespace two_units {

addresses seen_here() { return collect(); }

}  // namespace two_units

int main() {
  auto const a = two_units::seen_here(), b = two_units::seen_there();
  for (std::size_t i = 0; i < a.size(); ++i)
    if (i >= b.size() || a[i] != b[i]) {
      std::fprintf(stderr, "the two units differ at %zu\n", i);
      return 1;
    }
  // Sixteen qualities, nineteen gaps and two constants are as many different objects.
  std::set<void const*> const different{a.begin(), a.end()};
  if (different.size() != std::size(lupaus::shipped_qualities) + 19 + 2) {
    std::fprintf(stderr, "%zu different addresses\n", different.size());
    return 1;
  }
  return a.size() == b.size() ? 0 : 1;
}
