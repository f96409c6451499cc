// SPDX-License-Identifier: BSL-1.0
//! [program]
#include <lupaus/check/gaps.hpp>

#include <iostream>

int main() {
  using namespace lupaus;
  for (auto const* g : standard_gaps)
    std::cout << g->id << ": " << to_string(g->severity) << "; " << to_string(g->between) << "; "
              << to_string(g->service) << '\n';
}
//! [program]
