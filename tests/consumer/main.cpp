// SPDX-License-Identifier: BSL-1.0

#include <boost/graph/graph_traits.hpp>  // both dependencies must come along with the library
#include <lupaus/version.hpp>
#include <range/v3/range/concepts.hpp>

#include <iostream>
#include <string>

int main() {
  const auto version = std::to_string(lupaus::version_major) + '.' +
                       std::to_string(lupaus::version_minor) + '.' +
                       std::to_string(lupaus::version_patch);
  std::cout << "expected " EXPECTED ", have " << version << '\n';
  return version == EXPECTED ? 0 : 1;
}
