// SPDX-License-Identifier: BSL-1.0
//
// Every header of the library, and what the two units compare: each unit includes this file and
// collects the addresses as it sees them.
#pragma once

#include "all_headers.hpp"  // written by CMake

#include <vector>

namespace two_units {

using addresses = std::vector<void const*>;

addresses seen_here();
addresses seen_there();

namespace {  // one in each unit, on purpose

addresses collect() {
  using namespace lupaus;
  addresses all;
  for (auto const* q : shipped_qualities) all.push_back(q);
  for (auto const& row : consequences) all.insert(all.end(), {row.cause, row.effect});
  for (auto const* g : {&gaps::unbacked_claim, &gaps::disowned_part, &gaps::unowned_handoff,
                        &gaps::customer_in_the_middle, &gaps::uninformed_party,
                        &gaps::uncovered_failure, &gaps::blocked_remedy, &gaps::late_remedy,
                        &gaps::misapplied_rule, &gaps::silent_failure, &gaps::no_exit})
    all.push_back(g);
  all.push_back(&standard_checks);
  all.push_back(&single_contact);
  return all;
}

}  // namespace

}  // namespace two_units
