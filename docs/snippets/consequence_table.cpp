// SPDX-License-Identifier: BSL-1.0
//! [program]
#include <lupaus/check/consequence.hpp>

#include <iostream>

int main() {
  for (auto const& row : lupaus::consequences)
    std::cout << row.cause->id << " => " << row.effect->id << '\n';
}
//! [program]
