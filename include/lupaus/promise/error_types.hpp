// SPDX-License-Identifier: BSL-1.0
//
// What can be wrong with a promise as it is written, as types that a message can show.
#pragma once

#include <cstdint>

namespace lupaus::inline v0 {

/// A clause speaks of a part that the product does not have.
template <class Part, class DidYouMean = void>
struct the_product_has_no {};
template <class Part>
struct did_you_mean {};
/// A handoff between parts of which the first does not come before the second.
template <class Before, class After>
struct not_in_order {};
/// A part stands in the product twice.
template <class Part>
struct twice_in_the_product {};
/// A rule that does not say who owes what.
template <class Trigger>
struct nobody_owes_anything_on {};
template <class Product>
struct nobody_is_the_customer {};
template <class Product>
struct nobody_is_the_seller {};
template <class One, class Another>
struct two_customers {};
template <class One, class Another>
struct two_sellers {};
/// A value in a clause that cannot be meant.
template <class Clause>
struct meaningless_value {};
template <class Clause>
struct contradiction_by {};
/// By a clause, or by the second part of that name.
template <class ClauseOrPart>
struct name_taken_in {};
template <class Clause>
struct too_many_capabilities_in {};
/// A contract that is to end with what ends no order.
template <class Clause>
struct meaningless_contract_end {};
/// A way that follows what cannot come about.
template <class Clause>
struct way_from_nowhere {};
/// A price that no part can have, or that is not that of what the part is made of.
template <class Clause>
struct price_that_does_not_fit {};
/// A rule counts what is no failure, or to what is not counted.
template <class Clause>
struct count_that_does_not_fit {};
/// A fee that cannot be kept, or that is more than what is paid back; of that, the amounts.
template <class Clause, class... Amounts>
struct fee_that_does_not_fit {};
/// A price that cannot be reduced so, or is lower than that; of that, the amounts.
template <class Clause, class... Amounts>
struct reduction_that_does_not_fit {};
/// In the smallest units of the currency: 50.00 EUR is 5000.
template <std::int64_t MinorUnits>
struct minor_units_kept {};
template <std::int64_t MinorUnits>
struct minor_units_paid_back {};
template <std::int64_t MinorUnits>
struct minor_units_off {};
template <std::int64_t MinorUnits>
struct minor_units_of_price {};
/// What stands where the title does.
template <class Title>
struct no_title {};
/// What stands where the product does.
template <class Product>
struct no_product {};
/// What is no clause stands in a group.
template <class T>
struct no_clause {};
/// A clause stands outside of the group where it belongs.
template <class Clause>
struct misplaced_claim {};
template <class Clause>
struct misplaced_commitment {};
template <class Clause>
struct misplaced_subcontract {};
template <class Clause>
struct misplaced_condition {};
template <class Failure>
struct misplaced_event {};

/// A failure of a part of the product that no clause speaks of.
template <class Failure>
struct unmentioned_failure {};

struct no_error {};

template <class Error>
inline constexpr bool is_no_error = false;
template <>
inline constexpr bool is_no_error<no_error> = true;

/// The parts of the promise fit together. The argument says what does not.
template <class Error>
concept fits_together = is_no_error<Error>;

}  // namespace lupaus::inline v0
