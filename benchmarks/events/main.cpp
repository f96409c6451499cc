// SPDX-License-Identifier: BSL-1.0
//
// events FOLDER: watches a stream of events through the public interface, and prints on one line
// what was broken, and on the next how fast that was. FOLDER: see stream.hpp.
#include "stream.hpp"

#include <exception>
#include <iostream>
#include <stdexcept>

int main(int argc, char** argv) try {
  if (argc != 2) throw std::runtime_error{"usage: events FOLDER, with events.bin and promise.tsv"};
  auto const products = events::read_promise(argv[1]);
  auto const all = events::read_events(argv[1]);
  auto const o = events::watch(all, products);
  std::cout << o.line << '\n';
  std::cerr << all.size() << " events in " << o.seconds
            << " s of CPU: " << static_cast<double>(all.size()) / o.seconds << " a second, "
            << o.most_open << " orders open at most\n";
} catch (std::exception const& e) {
  std::cerr << e.what() << '\n';
  return 2;
}
