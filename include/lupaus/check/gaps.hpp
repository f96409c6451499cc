// SPDX-License-Identifier: BSL-1.0
//
// The list of the library's gaps. Checks, consequences and the errors of the compiler are taken
// from it: a new gap is a header and a line here.
#pragma once

#include "lupaus/check/gap.hpp"

// Those that others follow from come first: the compiler prints by which headers it came to a gap.
#include "lupaus/check/gaps/recovery/uncovered_failure.hpp"

#include "lupaus/check/gaps/delivery/unowned_handoff.hpp"
#include "lupaus/check/gaps/recovery/silent_failure.hpp"

#include "lupaus/check/gaps/delivery/customer_in_the_middle.hpp"
#include "lupaus/check/gaps/delivery/cyclic_delegation.hpp"
#include "lupaus/check/gaps/delivery/dangling_antecedent.hpp"
#include "lupaus/check/gaps/delivery/imposed_duty.hpp"
#include "lupaus/check/gaps/delivery/impossible_order.hpp"
#include "lupaus/check/gaps/delivery/late_by_design.hpp"
#include "lupaus/check/gaps/delivery/missing_enabler.hpp"
#include "lupaus/check/gaps/delivery/missing_recourse.hpp"
#include "lupaus/check/gaps/delivery/uninformed_party.hpp"
#include "lupaus/check/gaps/delivery/uninsured_leg.hpp"
#include "lupaus/check/gaps/delivery/unperformed_commitment.hpp"
#include "lupaus/check/gaps/delivery/weaker_subcontract.hpp"
#include "lupaus/check/gaps/marketing/conflicting_commitments.hpp"
#include "lupaus/check/gaps/marketing/disowned_part.hpp"
#include "lupaus/check/gaps/marketing/overclaimed_term.hpp"
#include "lupaus/check/gaps/marketing/split_accountability.hpp"
#include "lupaus/check/gaps/marketing/unbacked_claim.hpp"
#include "lupaus/check/gaps/marketing/unmandated_claim.hpp"
#include "lupaus/check/gaps/marketing/unmeasurable_claim.hpp"
#include "lupaus/check/gaps/recovery/blocked_remedy.hpp"
#include "lupaus/check/gaps/recovery/broken_by_rule.hpp"
#include "lupaus/check/gaps/recovery/circular_wait.hpp"
#include "lupaus/check/gaps/recovery/late_remedy.hpp"
#include "lupaus/check/gaps/recovery/misapplied_rule.hpp"
#include "lupaus/check/gaps/recovery/no_exit.hpp"
#include "lupaus/check/gaps/recovery/reversed_remedy.hpp"
#include "lupaus/check/gaps/recovery/rival_rules.hpp"
#include "lupaus/check/gaps/recovery/surviving_subcontract.hpp"

namespace lupaus::inline v0 {

/// All gaps of the library, in the order in which they are looked for.
inline constexpr gap const* standard_gaps[] = {
    &gaps::disowned_part,
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
    &gaps::broken_by_rule,
    &gaps::circular_wait,
    &gaps::late_remedy,
    &gaps::misapplied_rule,
    &gaps::reversed_remedy,
    &gaps::rival_rules,
    &gaps::silent_failure,
    &gaps::no_exit,
    &gaps::uninformed_party,
    &gaps::surviving_subcontract,
};

}  // namespace lupaus::inline v0
