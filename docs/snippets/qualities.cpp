// SPDX-License-Identifier: BSL-1.0
//! [program]
#include <lupaus/model/terms/qualities.hpp>

#include <iostream>

int main() {
  for (auto const* q : lupaus::shipped_qualities)
    std::cout << q->name << (q->personal ? "; personal" : "")
              << (q->covers_parts ? "" : "; of a whole, not of its parts")
              << (q->from.empty() ? "" : "; from ") << q->from << '\n';
}
//! [program]
