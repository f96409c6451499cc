// SPDX-License-Identifier: BSL-1.0
//! [program]
#include <lupaus/validate.hpp>

#include <iostream>

int main() {
  using namespace lupaus;
  for (auto const* g : {&gaps::unbacked_claim, &gaps::disowned_part, &gaps::unowned_handoff,
                        &gaps::customer_in_the_middle, &gaps::uninformed_party,
                        &gaps::uncovered_failure, &gaps::blocked_remedy, &gaps::late_remedy,
                        &gaps::misapplied_rule, &gaps::silent_failure, &gaps::no_exit})
    std::cout << g->id << ": " << to_string(g->severity) << "; " << to_string(g->between) << "; "
              << to_string(g->service) << '\n';
}
//! [program]
