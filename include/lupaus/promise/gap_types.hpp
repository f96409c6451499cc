// SPDX-License-Identifier: BSL-1.0
//
// The gaps as types, so that the compiler prints them with the user's own words.
#pragma once

namespace lupaus::inline v0 {

struct no_gap {};
template <class Part>
struct disowned_part {};
template <class Claimant, class Part>
struct unbacked_claim {};
template <class Claimant, class Part>
struct overclaimed_term {};
template <class Claimant, class Part>
struct unmandated_claim {};
template <class Debtor, class Part>
struct conflicting_commitments {};
template <class Part>
struct unperformed_commitment {};
template <class Party, class Next>
struct cyclic_delegation {};
template <class Debtor, class Part>
struct missing_enabler {};
template <class Subcontractor, class Part>
struct weaker_subcontract {};
template <class Part, long LateByHours>
struct late_by_design {};
template <class Debtor, class Event>
struct dangling_antecedent {};
template <class Event, class Next>
struct circular_wait {};
template <class Trigger, class Debtor>
struct reversed_remedy {};
template <class Before, class After>
struct unowned_handoff {};
template <class Before, class After>
struct customer_in_the_middle {};
template <class Failure>
struct uncovered_failure {};
template <class Trigger, class Gate>
struct blocked_remedy {};
template <class Trigger, long LateByHours>
struct late_remedy {};
template <class Trigger, class FirstSituation>
struct misapplied_rule {};
template <class Failure, class FirstUntold>
struct silent_failure {};
template <class FirstSituation>
struct no_exit {};
/// A gap of a check of the user's own.
template <class Where>
struct another_gap {};

/// Events of the order, in a message.
struct the_order {};
struct a_request_to_cancel {};
struct a_request_to_replace {};
struct another_event_of_the_order {};
/// Before work on the part has begun.
template <class Part>
struct before {};

}  // namespace lupaus::inline v0
