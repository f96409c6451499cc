// SPDX-License-Identifier: BSL-1.0
//
// What graph algorithms tell of a promise, in words.
#pragma once

#include "input.hpp"

#include "lupaus/graph/critical_path.hpp"
#include "lupaus/graph/delegation_rings.hpp"
#include "lupaus/graph/parties_in_the_middle.hpp"
#include "lupaus/graph/weakest_links.hpp"

#include <string>
#include <vector>

/// All that they tell of one promise.
struct promise_graphs {
  lupaus::critical_path path;
  std::vector<lupaus::weakest_link> weakest;
  std::vector<lupaus::party_in_the_middle> middle;
  std::vector<lupaus::delegation_ring> rings;
};

std::string text_of(promise_read const& p, promise_graphs const& g);
