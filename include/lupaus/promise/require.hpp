// SPDX-License-Identifier: BSL-1.0
//
// `static_assert(require_sound<P>)`: the first gap explains itself. Each message says the rule, the
// situation and the mend; the sentence before it, with your types, says where.
#pragma once

#include "lupaus/promise/sound.hpp"

namespace lupaus::inline v0 {

namespace detail {

// The sentences. All are false: they are asked only where the gap stands.
template <class Part>
inline constexpr bool the_seller_answers_for = false;
template <class Claimant, class Part>
inline constexpr bool the_seller_commits_to_the_claim_on = false;
template <class Before, class After>
inline constexpr bool somebody_coordinates = false;
template <class Before, class After>
inline constexpr bool word_passes_without_the_customer_between = false;
template <class Failure>
inline constexpr bool a_rule_covers = false;
template <class Gate>
inline constexpr bool somebody_is_committed_to_bring_about = false;
template <class Trigger, long Hours>
inline constexpr bool the_remedy_comes_in_time_for = false;
template <class Trigger, class Situation>
inline constexpr bool the_rule_on_presumes_what_is_so_in = false;
template <class Failure, class Untold>
inline constexpr bool somebody_tells_of_failure_to = false;
template <class Situation>
inline constexpr bool she_can_get_out_in_situation = false;
template <class Claimant, class Part>
inline constexpr bool the_seller_commits_as_much_as_the_claim_on = false;
template <class Claimant, class Part>
inline constexpr bool the_claim_binds_the_seller = false;
template <class Debtor, class Part>
inline constexpr bool the_duties_can_all_be_met = false;
template <class Part>
inline constexpr bool somebody_performs = false;
template <class Party, class Next>
inline constexpr bool the_work_does_not_come_back = false;
template <class Debtor, class Part>
inline constexpr bool somebody_provides_what_it_rests_on = false;
template <class Subcontractor, class Part>
inline constexpr bool the_subcontract_keeps_the_commitment = false;
template <class Part, long Hours>
inline constexpr bool the_contracts_are_as_fast_as_the_claim = false;
template <class Debtor, class Event>
inline constexpr bool somebody_is_committed_to_the_condition = false;
template <class Event, class Next>
inline constexpr bool the_waits_have_an_end = false;
template <class Trigger, class Debtor>
inline constexpr bool the_remedy_goes_to_whom_the_word_was_given = false;
template <class Gap>
inline constexpr bool sound_but_for = false;

// One overload a gap; asked with a null pointer. The assertion stands in a function, because a
// class that holds a failed one is broken for good, and compilers go on about it.
constexpr bool explain(no_gap*) { return true; }
template <class Gap>
constexpr bool explain(Gap*) {
  static_assert(sound_but_for<Gap>, "lupaus: a check of your own found this gap.");
  return true;
}
template <class Part>
constexpr bool explain(disowned_part<Part>*) {
  static_assert(the_seller_answers_for<Part>,
                "lupaus: who sells a part answers for it. Here the terms make another party answer "
                "to the customer. To mend: take out `party.answers(part)`.");
  return true;
}
template <class Claimant, class Part>
constexpr bool explain(unbacked_claim<Claimant, Part>*) {
  static_assert(
      the_seller_commits_to_the_claim_on<Claimant, Part>,
      "lupaus: what is claimed is committed to. Here the page claims it, and no commitment "
      "of the seller to the customer on that part has that quality. To mend: "
      "`seller.commits(part, term)` in fulfilment, or take out the claim.");
  return true;
}
template <class Claimant, class Part>
constexpr bool explain(overclaimed_term<Claimant, Part>*) {
  static_assert(the_seller_commits_as_much_as_the_claim_on<Claimant, Part>,
                "lupaus: what is claimed is committed to, in full. Here the seller commits "
                "something of that quality, and nothing as strong. To mend: `seller.commits(part, "
                "term)` with the term of the claim, or `claimant.claims(part, term)` with "
                "that of the seller.");
  return true;
}
template <class Claimant, class Part>
constexpr bool explain(unmandated_claim<Claimant, Part>*) {
  static_assert(the_claim_binds_the_seller<Claimant, Part>,
                "lupaus: who claims can bind the seller. Here the claimant has no mandate. To "
                "mend: `claimant.has_mandate()` in marketing, or let a department claim it.");
  return true;
}
template <class Debtor, class Part>
constexpr bool explain(conflicting_commitments<Debtor, Part>*) {
  static_assert(
      the_duties_can_all_be_met<Debtor, Part>,
      "lupaus: one debtor can meet all his duties. Here two exclude each other, or an incentive "
      "can override what was promised. To mend: take out one `debtor.commits_to(creditor, part, "
      "term)`, or `.overrides(term)`.");
  return true;
}
template <class Part>
constexpr bool explain(unperformed_commitment<Part>*) {
  static_assert(
      somebody_performs<Part>,
      "lupaus: what the seller owes is performed by somebody under contract. Here no chain of "
      "subcontracts and no own ability leads to the part. To mend: `party.commits_to(seller, part, "
      "term)`, or `seller.can_do(part, time)`, or `department.performs(part)`.");
  return true;
}
template <class Party, class Next>
constexpr bool explain(cyclic_delegation<Party, Next>*) {
  static_assert(the_work_does_not_come_back<Party, Next>,
                "lupaus: work that is passed on does not come back. Here these parties pass it on "
                "to each other. To mend: take out one `party.commits_to(other, part, term)`.");
  return true;
}
template <class Debtor, class Part>
constexpr bool explain(missing_enabler<Debtor, Part>*) {
  static_assert(somebody_provides_what_it_rests_on<Debtor, Part>,
                "lupaus: what a commitment rests on is provided by somebody. Here a capability "
                "named in `.rests_on(…)` is not. To mend: `party.provides(capability)`.");
  return true;
}
template <class Subcontractor, class Part>
constexpr bool explain(weaker_subcontract<Subcontractor, Part>*) {
  static_assert(
      the_subcontract_keeps_the_commitment<Subcontractor, Part>,
      "lupaus: a subcontract is as strong as what the seller commits. Here this subcontractor owes "
      "less. To mend: `subcontractor.commits_to(seller, part, term)` with the term of the seller, "
      "or commit no more.");
  return true;
}
template <class Part, long Hours>
constexpr bool explain(late_by_design<Part, Hours>*) {
  static_assert(
      the_contracts_are_as_fast_as_the_claim<Part, Hours>,
      "lupaus: a deadline that is claimed holds at contracted times. Here the critical path is so "
      "many hours longer. To mend: `claimant.claims(part, term)` with a longer time, or contract "
      "shorter ones.");
  return true;
}
template <class Debtor, class Event>
constexpr bool explain(dangling_antecedent<Debtor, Event>*) {
  static_assert(somebody_is_committed_to_the_condition<Debtor, Event>,
                "lupaus: a condition is brought about by somebody who is committed to it. Here "
                "nobody is, and so nothing is ever owed. To mend: commit somebody to it by "
                "`.brings_about(event)`, or drop `.given(event)`.");
  return true;
}
template <class Event, class Next>
constexpr bool explain(circular_wait<Event, Next>*) {
  static_assert(the_waits_have_an_end<Event, Next>,
                "lupaus: nothing waits for itself. Here these wait for each other, so that neither "
                "happens. To mend: drop one of the conditions or gates.");
  return true;
}
template <class Trigger, class Debtor>
constexpr bool explain(reversed_remedy<Trigger, Debtor>*) {
  static_assert(the_remedy_goes_to_whom_the_word_was_given<Trigger, Debtor>,
                "lupaus: a remedy goes from who broke his word to whom it was given. Here this "
                "debtor owed the creditor nothing that the failure breaks. To mend: `.owes(seller, "
                "action)`, to the customer.");
  return true;
}
template <class Before, class After>
constexpr bool explain(unowned_handoff<Before, After>*) {
  static_assert(
      somebody_coordinates<Before, After>,
      "lupaus: where two performers meet, somebody coordinates them. Here neither has "
      "contracted the other, and nobody does. To mend: `seller.coordinates(before, after)`.");
  return true;
}
template <class Before, class After>
constexpr bool explain(customer_in_the_middle<Before, After>*) {
  static_assert(
      word_passes_without_the_customer_between<Before, After>,
      "lupaus: the customer is no link between performers. Here they can reach each other "
      "only through her. To mend: `seller.coordinates(before, after)`, or `seller.reaches(party)` "
      "for both.");
  return true;
}
template <class Failure>
constexpr bool explain(uncovered_failure<Failure>*) {
  static_assert(
      a_rule_covers<Failure>,
      "lupaus: every failure mode has a rule. Here there is none for this one. To mend: "
      "`on(failure).owes(seller, replace(part))`, or perform_again(part), repair(part), refund.");
  return true;
}
template <class Trigger, class Gate>
constexpr bool explain(blocked_remedy<Trigger, Gate>*) {
  static_assert(
      somebody_is_committed_to_bring_about<Gate>,
      "lupaus: a remedy waits only for what somebody has committed to bring about in a "
      "time. Here nobody has. To mend: drop `.waits_for(gate)`, or "
      "`party.commits_to(seller, part, within(time).after(failure)).brings_about(gate)`.");
  return true;
}
template <class Trigger, long Hours>
constexpr bool explain(late_remedy<Trigger, Hours>*) {
  static_assert(the_remedy_comes_in_time_for<Trigger, Hours>,
                "lupaus: a remedy comes in the time claimed. Here its steps take so many hours "
                "longer. To mend: drop the gate, shorten the steps, or claim a longer time.");
  return true;
}
template <class Trigger, class Situation>
constexpr bool explain(misapplied_rule<Trigger, Situation>*) {
  static_assert(
      the_rule_on_presumes_what_is_so_in<Trigger, Situation>,
      "lupaus: a rule fires only where what it presumes is so. Here this situation fires "
      "it, and the presumption is false. To mend: limit it by `.between(…)`, and give the "
      "other situations a rule of their own.");
  return true;
}
template <class Failure, class Untold>
constexpr bool explain(silent_failure<Failure, Untold>*) {
  static_assert(
      somebody_tells_of_failure_to<Failure, Untold>,
      "lupaus: whom a failure concerns is told of it. Here this party neither sees it nor "
      "is owed notice. To mend: `seller.tells(party, failure, time)`, or "
      "`seller.tells_of_any_change(party, whole, time)`.");
  return true;
}
template <class Situation>
constexpr bool explain(no_exit<Situation>*) {
  static_assert(
      she_can_get_out_in_situation<Situation>,
      "lupaus: who has paid ahead can get out until she has it. Here she can neither "
      "cancel nor be refunded. To mend: `on(cancel_requested).owes(seller, accept)` there.");
  return true;
}

}  // namespace detail

/// True, or an error that explains the first gap. For static_assert; `sound` is for constraints.
template <auto const& P>
inline constexpr bool require_sound = detail::explain(static_cast<first_gap<P>*>(nullptr));

}  // namespace lupaus::inline v0
