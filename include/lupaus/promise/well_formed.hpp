// SPDX-License-Identifier: BSL-1.0
//
// Whether a promise fits together, told at the call that makes it: the sentence before each text
// shows what does not, in the user's own types.
#pragma once

#include "lupaus/promise/layers.hpp"
#include "lupaus/promise/product_errors.hpp"

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace lupaus::inline v0 {

namespace detail {

/// The clauses of a promise and of all promises within it.
template <class Expr>
struct clauses_within {
  using type = types<>;
};
template <class A, class B>
struct clauses_within<then<A, B>>
    : join<typename clauses_within<A>::type, typename clauses_within<B>::type> {};
template <class A, class B>
struct clauses_within<together<A, B>>
    : join<typename clauses_within<A>::type, typename clauses_within<B>::type> {};
template <class P, class Inner>
struct clauses_within<holding<P, Inner>> : clauses_within<Inner> {};
template <class W, class Product, class... Cs>
struct clauses_within<promise_type<W, Product, Cs...>>
    : join<types<Cs...>, typename clauses_within<Product>::type> {};

/// Where the clauses first name the customer or the seller, other than the one known.
template <class Clauses, role R>
constexpr place find_principal(type_id known = nullptr) {
  return first_mention<Clauses>([known](mention const& m) {
    return m.is == mention::kind::party && m.plays == R && m.what != known;
  });
}

/// Nobody is customer or seller, or two are: as a type.
template <class Clauses, role R, class None, template <class, class> class Two>
constexpr auto find_principal_fault() {
  constexpr auto one = find_principal<Clauses, R>();
  if constexpr (one.clause == nowhere) {
    return None{};
  } else {
    using first = mentioned_at_t<Clauses, one.clause, one.mention>;
    constexpr auto other = find_principal<Clauses, R>(&anchor<first>);
    if constexpr (other.clause == nowhere)
      return nothing_is_wrong{};
    else
      return Two<first, mentioned_at_t<Clauses, other.clause, other.mention>>{};
  }
}

// The sentences that a message shows, with the user's types. All false.
template <class Part, class DidYouMean>
inline constexpr bool the_product_has = false;
template <class Before, class After>
inline constexpr bool the_first_comes_before_the_second_of = false;
template <class Part>
inline constexpr bool it_stands_in_the_product_once = false;
template <class Trigger>
inline constexpr bool somebody_owes_something_on = false;
template <class Product>
inline constexpr bool a_clause_names_the_customer_of = false;
template <class Product>
inline constexpr bool a_clause_names_the_seller_of = false;
template <class One, class Another>
inline constexpr bool there_is_one_customer_and_not = false;
template <class One, class Another>
inline constexpr bool there_is_one_seller_and_not = false;

constexpr bool explain(nothing_is_wrong*) { return true; }
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
                "To mend: go on with `.owes(seller, replace(part))`, or redo, repair, refund.");
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

/// A slip as a type.
template <slip What, class Product, class Clause>
constexpr auto fault_by_slip() {
  if constexpr (What == slip::none)
    return nothing_is_wrong{};
  else if constexpr (What == slip::no_customer)
    return nobody_is_the_customer<Product>{};
  else if constexpr (What == slip::no_seller)
    return nobody_is_the_seller<Product>{};
  else if constexpr (What == slip::bound)
    return meaningless_value<Clause>{};
  else if constexpr (What == slip::contradiction)
    return contradiction_by<Clause>{};
  else if constexpr (What == slip::capabilities)
    return too_many_capabilities_in<Clause>{};
  else
    return name_taken_in<Clause>{};
}

template <class Whole, class Product, class Clauses>
struct fault_of;
template <class Whole, class Product, class... Cs>
struct fault_of<Whole, Product, values<Cs...>> {
  using clauses = typename join<types<Cs...>, typename clauses_within<Product>::type>::type;
  // A promise that is to stand in another may leave the parties to it.
  static constexpr bool stands_alone = std::same_as<Whole, the_whole>;

  template <class Missing>
  using unless_nested = std::conditional_t<stands_alone, Missing, nothing_is_wrong>;

  static constexpr auto find() {
    using misfits = typename misfit<then<Whole, Product>, Cs...>::type;
    using customers = decltype(find_principal_fault<clauses, role::customer,
                                                    unless_nested<nobody_is_the_customer<Product>>,
                                                    two_customers>());
    using sellers =
        decltype(find_principal_fault<clauses, role::seller,
                                      unless_nested<nobody_is_the_seller<Product>>, two_sellers>());
    if constexpr (!is_nothing_wrong<misfits>)
      return misfits{};
    else if constexpr (!is_nothing_wrong<customers>)
      return customers{};
    else
      return sellers{};
  }
  using type = decltype(find());
};

}  // namespace detail

/// What is wrong with a promise made of these, as a type; `nothing_is_wrong` when it fits.
template <class Whole, class Product, class... Groups>
using fault_in = typename detail::fault_of<
    Whole, Product,
    std::remove_cvref_t<decltype(detail::joined(std::declval<Groups const&>().clauses...))>>::type;

}  // namespace lupaus::inline v0
