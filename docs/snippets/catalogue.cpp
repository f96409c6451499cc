// SPDX-License-Identifier: BSL-1.0
//! [program]
#include <lupaus/check/gaps.hpp>
#include <lupaus/validate.hpp>

#include <iostream>

int main() {
  using namespace lupaus;
  for (auto const* g : {&gaps::disowned_part,
                        &gaps::unmandated_claim,
                        &gaps::unmeasurable_claim,
                        &gaps::unbacked_claim,
                        &gaps::overclaimed_term,
                        &gaps::conflicting_commitments,
                        &gaps::split_accountability,
                        &gaps::impossible_order,
                        &gaps::cyclic_delegation,
                        &gaps::missing_enabler,
                        &gaps::unperformed_commitment,
                        &gaps::weaker_subcontract,
                        &gaps::missing_recourse,
                        &gaps::late_by_design,
                        &gaps::unowned_handoff,
                        &gaps::customer_in_the_middle,
                        &gaps::imposed_duty,
                        &gaps::dangling_antecedent,
                        &gaps::uninsured_leg,
                        &gaps::uncovered_failure,
                        &gaps::blocked_remedy,
                        &gaps::circular_wait,
                        &gaps::late_remedy,
                        &gaps::misapplied_rule,
                        &gaps::reversed_remedy,
                        &gaps::silent_failure,
                        &gaps::no_exit,
                        &gaps::uninformed_party,
                        &gaps::surviving_subcontract})
    std::cout << g->id << ": " << to_string(g->severity) << "; " << to_string(g->between) << "; "
              << to_string(g->service) << '\n';
}
//! [program]
