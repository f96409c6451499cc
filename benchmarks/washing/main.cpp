// SPDX-License-Identifier: BSL-1.0
//
// washing K STOCK: explores K orders that share a stock and one installer, and prints the numbers
// of states, transitions and states with the predicate, and the moves to the first of these.
// washing K STOCK fates: prints the number of states from which not all orders can end any more,
// and from which some order cannot, whatever the others do. Time and memory go to stderr.
#include "orders.hpp"

#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/transition_relation.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <string_view>
#include <vector>

namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Three quarters of the machine's memory: what does not fit says so before the machine does.
std::size_t most_bytes() {
  auto const pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
  return static_cast<std::size_t>(pages) / 4 * 3 * static_cast<std::size_t>(page);
}

void tell_cost(char const* what, double seconds, std::size_t bytes, double states) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::cerr << std::fixed << std::setprecision(3) << what << ": cpu=" << seconds << " s, "
            << std::setprecision(0) << states / seconds << " states/s, " << std::setprecision(1)
            << static_cast<double>(bytes) / states << " bytes a state held, "
            << static_cast<double>(used.ru_maxrss) * 1024 / states
            << " bytes a state of the process at its peak\n";
}

template <std::size_t K>
int explore(unsigned stock, bool asks_fates) {
  using state = typename washing::orders<K>::state_type;
  washing::orders<K> const system{stock};
  lupaus::exploration space{system};
  auto start = cpu_seconds();
  auto const seen = space.run({.bytes = most_bytes()});
  auto const stuck = space.count([&](state const& s) { return system.is_stuck(s); });
  auto const states = static_cast<double>(seen.states);
  tell_cost("explored", cpu_seconds() - start, seen.bytes, states);
  if (!seen.is_complete()) {
    std::cerr << to_string(seen) << '\n';
    return 1;
  }
  if (!asks_fates) {
    std::cout << "states=" << seen.states << " transitions=" << seen.transitions
              << " predicate=" << stuck.count << " shortest=";
    if (stuck.first)
      std::cout << space.depth_of(*stuck.first) << '\n';
    else
      std::cout << "none\n";
    return 0;
  }

  start = cpu_seconds();
  lupaus::transition_relation const moves{space};
  tell_cost("related", cpu_seconds() - start, moves.bytes(), states);
  start = cpu_seconds();
  lupaus::goal_reachability const together{space, moves, [&](state const& s) {
                                             for (std::size_t i = 0; i < K; ++i)
                                               if (!system.is_ended(s, i)) return false;
                                             return true;
                                           }};
  auto const doomed = together.count(lupaus::reachability::unreachable);
  tell_cost("looked back", cpu_seconds() - start, together.bytes(), states);
  std::vector<bool> some(space.size());
  for (std::size_t i = 0; i < K; ++i) {
    lupaus::goal_reachability const alone{space, moves,
                                          [&](state const& s) { return system.is_ended(s, i); }};
    for (std::size_t n = 0; n < some.size(); ++n)
      if (alone[n] == lupaus::reachability::unreachable) some[n] = true;
  }
  std::cout << "not_all_can_end=" << doomed
            << " some_cannot_end=" << std::count(some.begin(), some.end(), true) << '\n';
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  unsigned k = 0, stock = 0;
  auto const read = [](char const* text, unsigned& n) {
    auto const end = text + std::strlen(text);
    auto const [at, fault] = std::from_chars(text, end, n);
    return fault == std::errc{} && at == end;
  };
  bool const asks_fates = argc == 4 && std::string_view{argv[3]} == "fates";
  if ((argc == 3 || asks_fates) && read(argv[1], k) && read(argv[2], stock) && stock <= 15) {
    switch (k) {
      case 1: return explore<1>(stock, asks_fates);
      case 2: return explore<2>(stock, asks_fates);
      case 3: return explore<3>(stock, asks_fates);
      case 4: return explore<4>(stock, asks_fates);
      default: break;
    }
  }
  std::cerr << "usage: washing K STOCK [fates], with K of 1 to 4 and STOCK of 0 to 15\n";
  return 2;
}
