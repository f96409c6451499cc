// SPDX-License-Identifier: BSL-1.0
//
// What is wrong with a promise as it is written, in words: the sentence before each text shows what
// does not fit, in the user's own types. Each text says the rule, the situation and the mend.
#pragma once

#include "lupaus/promise/error_types.hpp"

namespace lupaus::inline v0::detail {

// The sentences that a message shows, with the user's types. All false.
template <class T>
inline constexpr bool this_is_a_clause = false;
template <class Clause>
inline constexpr bool this_stands_in_marketing = false;
template <class Clause>
inline constexpr bool this_stands_in_fulfilment = false;
template <class Clause>
inline constexpr bool this_stands_in_subcontracts = false;
template <class Clause>
inline constexpr bool this_stands_in_fulfilment_or_subcontracts = false;
template <class Clause>
inline constexpr bool this_stands_in_may_happen = false;

template <class Part, class DidYouMean>
inline constexpr bool the_product_has = false;
template <class Before, class After>
inline constexpr bool the_first_comes_before_the_second_of = false;
template <class Part>
inline constexpr bool it_stands_in_the_product_once = false;
template <class Trigger>
inline constexpr bool somebody_owes_something_on = false;
template <class Failure>
inline constexpr bool a_clause_speaks_of = false;
template <class Title>
inline constexpr bool the_title_is_a_text_in_quotes = false;
template <class Product>
inline constexpr bool the_product_is_made_of_parts = false;
template <class Product>
inline constexpr bool a_clause_names_the_customer_of = false;
template <class Product>
inline constexpr bool a_clause_names_the_seller_of = false;
template <class One, class Another>
inline constexpr bool there_is_one_customer_and_not = false;
template <class One, class Another>
inline constexpr bool there_is_one_seller_and_not = false;

// One overload an error; asked with a null pointer.
constexpr bool explain(no_error*) { return true; }
template <class T>
constexpr bool explain(no_clause<T>*) {
  static_assert(this_is_a_clause<T>,
                "lupaus: a promise has a title, a product, and groups of clauses. Here stands what "
                "is none of them. To mend: write clauses, as `marketing(seller.claims(part, "
                "term))`.");
  return true;
}
template <class Clause>
constexpr bool explain(misplaced_claim<Clause>*) {
  static_assert(this_stands_in_marketing<Clause>,
                "lupaus: what the customer is told stands in marketing. Here it stands elsewhere. "
                "To mend: move it into `marketing(...)`.");
  return true;
}
template <class Clause>
constexpr bool explain(misplaced_commitment<Clause>*) {
  static_assert(this_stands_in_fulfilment<Clause>,
                "lupaus: what is owed to the customer, and the rules, stand in fulfilment. Here "
                "this stands elsewhere. To mend: move it into `fulfilment(...)`.");
  return true;
}
template <class Clause>
constexpr bool explain(misplaced_subcontract<Clause>*) {
  static_assert(this_stands_in_subcontracts<Clause>,
                "lupaus: what firms owe each other stands in subcontracts. Here it stands "
                "elsewhere. To mend: move it into `subcontracts(...)`.");
  return true;
}
template <class Clause>
constexpr bool explain(misplaced_condition<Clause>*) {
  static_assert(
      this_stands_in_fulfilment_or_subcontracts<Clause>,
      "lupaus: how the work is done stands in fulfilment or in subcontracts. Here it "
      "stands elsewhere. To mend: move it into `fulfilment(...)` or `subcontracts(...)`.");
  return true;
}
template <class Event>
constexpr bool explain(misplaced_event<Event>*) {
  static_assert(this_stands_in_may_happen<Event>,
                "lupaus: what may happen to a part stands by itself. Here it stands elsewhere. To "
                "mend: move it into `may_happen(...)`.");
  return true;
}

template <class Part, class DidYouMean>
constexpr bool explain(the_product_has_no<Part, DidYouMean>*) {
  static_assert(the_product_has<Part, DidYouMean>,
                "lupaus: a clause speaks of a part, or of an event of a part, that is not in the "
                "product. To mend: add the part to the product, or speak of one that is in it.");
  return true;
}
template <class Before, class After>
constexpr bool explain(not_in_order<Before, After>*) {
  static_assert(
      the_first_comes_before_the_second_of<Before, After>,
      "lupaus: a handoff is from an earlier part to a later one. Here the product does "
      "not put them in that order. To mend: swap them, or join them by >> in the product.");
  return true;
}
template <class Part>
constexpr bool explain(twice_in_the_product<Part>*) {
  static_assert(it_stands_in_the_product_once<Part>,
                "lupaus: a part has one place in the product. To mend: write `2 * part` for a "
                "quantity, or a part of its own for each place.");
  return true;
}
template <class Trigger>
constexpr bool explain(nobody_owes_anything_on<Trigger>*) {
  static_assert(somebody_owes_something_on<Trigger>,
                "lupaus: a rule says who owes what. Here it says when, and then nothing is owed. "
                "To mend: go on with `.owes(seller, replace(part))`, or perform_again(part), "
                "repair(part), refund.");
  return true;
}
template <class Failure>
constexpr bool explain(unmentioned_failure<Failure>*) {
  static_assert(a_clause_speaks_of<Failure>,
                "lupaus: a failure that is declared of a part is spoken of. Here the product has "
                "the part, and no clause the failure. To mend: `may_happen(failure)`, or "
                "`cannot_happen(failure)`.");
  return true;
}
template <class Title>
constexpr bool explain(no_title<Title>*) {
  static_assert(the_title_is_a_text_in_quotes<Title>,
                "lupaus: a promise begins with its title, a text in quotes that lives as long as "
                "the program. Here something else stands first. To mend: `promise(\"title\", "
                "product, ...)`.");
  return true;
}
template <class Product>
constexpr bool explain(no_product<Product>*) {
  static_assert(the_product_is_made_of_parts<Product>,
                "lupaus: after its title a promise has a product, made of parts. Here something "
                "else stands there. To mend: `promise(\"title\", part >> part, ...)`.");
  return true;
}
template <class Missing>
constexpr bool explain(nobody_is_the_customer<Missing>*) {
  static_assert(a_clause_names_the_customer_of<Missing>,
                "lupaus: no clause names the customer. To mend: say whom she can reach, as in "
                "`customer.reaches(seller)`.");
  return true;
}
template <class Missing>
constexpr bool explain(nobody_is_the_seller<Missing>*) {
  static_assert(a_clause_names_the_seller_of<Missing>,
                "lupaus: no clause names the seller. To mend: say what the seller commits.");
  return true;
}
template <class One, class Another>
constexpr bool explain(two_customers<One, Another>*) {
  static_assert(there_is_one_customer_and_not<One, Another>,
                "lupaus: one customer buys a promise. Here clauses name two. To mend: let one of "
                "them be a subcontractor, or write two promises.");
  return true;
}
template <class One, class Another>
constexpr bool explain(two_sellers<One, Another>*) {
  static_assert(there_is_one_seller_and_not<One, Another>,
                "lupaus: one seller answers for a promise. Here clauses name two. To mend: let one "
                "of them be a department or a subcontractor.");
  return true;
}

// What only the values of a clause tell; asked when the promise is flattened.
template <class Clause>
inline constexpr bool the_values_make_sense_in = false;
template <class Clause>
inline constexpr bool nothing_else_is_said_by = false;
template <class ClauseOrPart>
inline constexpr bool every_name_is_new_in = false;
template <class Clause>
inline constexpr bool eight_capabilities_at_most_in = false;
template <class Clause>
inline constexpr bool an_order_ends_as_is_said_by = false;
template <class Clause>
inline constexpr bool something_leads_to_all_ways_of = false;
template <class Clause>
inline constexpr bool prices_add_up_with = false;
template <class Clause>
inline constexpr bool times_can_be_counted_by = false;
template <class Clause, class... Amounts>
inline constexpr bool no_more_is_kept_than_is_paid_back_by = false;
template <class Clause, class... Amounts>
inline constexpr bool no_more_is_taken_off_than_it_costs_by = false;

template <class Clause>
constexpr bool explain(meaningless_value<Clause>*) {
  static_assert(the_values_make_sense_in<Clause>,
                "lupaus: a clause says what can be meant. Here a time is negative, broken or no "
                "length of time, more units are meant than there are, or words are missing. To "
                "mend: correct the value.");
  return true;
}
template <class Clause>
constexpr bool explain(contradiction_by<Clause>*) {
  static_assert(nothing_else_is_said_by<Clause>,
                "lupaus: no clause contradicts another. Here a second party answers for or "
                "performs the part, a second good is carried, or somebody owes something to "
                "himself. To mend: drop one of the two.");
  return true;
}
template <class Clause>
constexpr bool explain(name_taken_in<Clause>*) {
  static_assert(every_name_is_new_in<Clause>,
                "lupaus: names differ. Here a second type has a name that is taken. To mend: "
                "give it another, as in `service<delivery_, \"express delivery\">`.");
  return true;
}
template <class Clause>
constexpr bool explain(too_many_capabilities_in<Clause>*) {
  static_assert(eight_capabilities_at_most_in<Clause>,
                "lupaus: a commitment rests on at most eight capabilities. Here there are more. To "
                "mend: let one name stand for several.");
  return true;
}

template <class Clause>
constexpr bool explain(meaningless_contract_end<Clause>*) {
  static_assert(
      an_order_ends_as_is_said_by<Clause>,
      "lupaus: a contract ends with the order, which is kept, cancelled or refunded. Here "
      "another event is named, or none. To mend: `party.ends_contract_with(seller, kept, "
      "cancelled, refunded)`.");
  return true;
}

template <class Clause>
constexpr bool explain(way_from_nowhere<Clause>*) {
  static_assert(something_leads_to_all_ways_of<Clause>,
                "lupaus: what happens follows something that can happen. Here it follows what "
                "nothing leads to. To mend: say how that comes about, as in "
                "`found.follows(lost)`, or leave this way out.");
  return true;
}

template <class Clause>
constexpr bool explain(price_that_does_not_fit<Clause>*) {
  static_assert(
      prices_add_up_with<Clause>,
      "lupaus: what a part is made of costs what the part costs, instalments pay what the "
      "whole costs, each has one price of 0 or more, and all are in one currency. Here it "
      "is not so. To mend: correct the "
      "price, or leave it out.");
  return true;
}
template <class Clause, class... Amounts>
constexpr bool explain(fee_that_does_not_fit<Clause, Amounts...>*) {
  static_assert(
      no_more_is_kept_than_is_paid_back_by<Clause, Amounts...>,
      "lupaus: a fee is kept of what the customer is paid back, by a refund or where she may "
      "cancel; it is in the currency of the prices, and no more than that. Here it is not so. To "
      "mend: correct `.keeps({amount, currency})`, or leave it out.");
  return true;
}

template <class Clause, class... Amounts>
constexpr bool explain(reduction_that_does_not_fit<Clause, Amounts...>*) {
  static_assert(
      no_more_is_taken_off_than_it_costs_by<Clause, Amounts...>,
      "lupaus: a price is reduced for the customer when something fails or is late, or where she "
      "asks for a replacement; by an amount in the currency of the prices, and no more than it "
      "is. Here it is not so. To mend: correct `reduce_price(part, {amount, currency})`.");
  return true;
}

template <class Clause>
constexpr bool explain(count_that_does_not_fit<Clause>*) {
  static_assert(
      times_can_be_counted_by<Clause>,
      "lupaus: a rule counts how often something fails or is late: `from_time` is 2 to 7, "
      "`up_to_time` is 1 to 6, and no sooner. Here it is not so. To mend: correct the "
      "number, or leave it out.");
  return true;
}

}  // namespace lupaus::inline v0::detail
