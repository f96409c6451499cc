// SPDX-License-Identifier: BSL-1.0
//
// catalogue FOLDER: reads a folder of facts, makes a model of every offer by the builder, checks
// it, and prints the nine counts on one line. Exits with 2 when the facts cannot be read.
#include "offer_model.hpp"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: catalogue FOLDER\n";
    return 2;
  }
  try {
    auto const offers = catalogue::read(argv[1]);
    catalogue::counts rules{};
    for (std::size_t at = 0; at < offers.size(); ++at) {
      if (!offers[at].is_listed) continue;
      auto const m = catalogue::model_of(offers[at], static_cast<catalogue::number>(at));
      if (!m) {
        std::cerr << "offer " << at << ": " << lupaus::to_string(m.error()) << '\n';
        return 2;
      }
      catalogue::count(m->view(), catalogue::nine_checks, rules);
    }
    std::cout << catalogue::to_string(rules) << '\n';
  } catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
}
