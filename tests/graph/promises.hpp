// SPDX-License-Identifier: BSL-1.0
//
// Small promises for the graph tests.
#pragma once

#include "lupaus/model/builder/builder.hpp"

#include <chrono>
#include <random>
#include <string>
#include <vector>

namespace graphs {

using namespace lupaus;
using namespace std::chrono_literals;

/// n services in a row, each done by a subcontractor of its own, and random channels.
inline model random_chain(std::mt19937_64& random, int n) {
  builder b{"chain"};
  auto const customer = b.customer("customer");
  auto const seller = b.seller("seller");
  std::vector<party_id> parties{customer, seller};
  product row;
  for (int i = 0; i < n; ++i) {
    auto const who = b.subcontractor("sub " + std::to_string(i));
    auto const what = b.service("part " + std::to_string(i));
    b.commits_to(who, seller, what, within(1h));
    row = i == 0 ? product{what} : row >> product{what};
    parties.push_back(who);
  }
  b.product(row);
  std::bernoulli_distribution joined{0.25};
  for (std::size_t i = 0; i < parties.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (joined(random)) b.reaches(parties[i], parties[j]);
  return b.build().value();
}

/// Random delegations among `n` subcontractors, cycles included.
inline model random_delegations(std::mt19937_64& random, int n) {
  builder b{"delegations"};
  b.customer("customer");
  std::vector<party_id> parties{b.seller("seller")};
  auto const what = b.service("part");
  for (int i = 0; i < n; ++i) parties.push_back(b.subcontractor("sub " + std::to_string(i)));
  std::bernoulli_distribution delegates{0.2};
  for (auto x : parties)
    for (auto y : parties)
      if (x != y && delegates(random)) b.commits_to(x, y, what);
  return b.build().value();
}

}  // namespace graphs
