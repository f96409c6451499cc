// SPDX-License-Identifier: BSL-1.0
//
// Whether a promise fits together, told at the call that makes it: the sentence before each text
// shows what does not, in the user's own types.
#pragma once

#include "lupaus/promise/fault.hpp"
#include "lupaus/promise/layers.hpp"

#include <concepts>
#include <type_traits>
#include <utility>

namespace lupaus::inline v0 {

namespace detail {

template <class List, role R>
struct names_a;
template <class... Ts, role R>
struct names_a<types<Ts...>, R> {
  template <class T>
  static constexpr bool is_one() {
    if constexpr (named_party<T>)
      return T::is == R;
    else
      return false;
  }
  static constexpr bool value = (is_one<Ts>() || ...);
};
template <class Expr, role R>
struct nested_names_a : std::false_type {};
template <class A, class B, role R>
struct nested_names_a<then<A, B>, R>
    : std::bool_constant<nested_names_a<A, R>::value || nested_names_a<B, R>::value> {};
template <class A, class B, role R>
struct nested_names_a<together<A, B>, R>
    : std::bool_constant<nested_names_a<A, R>::value || nested_names_a<B, R>::value> {};
template <class P, class Inner, role R>
struct nested_names_a<holding<P, Inner>, R> : nested_names_a<Inner, R> {};
template <class W, class Product, class... Cs, role R>
struct nested_names_a<promise_type<W, Product, Cs...>, R>
    : std::bool_constant<(names_a<typename Cs::mentioned, R>::value || ...) ||
                         nested_names_a<Product, R>::value> {};

// The sentences that a message shows, with the user's types. All false.
template <class Part, class DidYouMean>
inline constexpr bool the_product_has = false;
template <class Before, class After>
inline constexpr bool the_first_comes_before_the_second_of = false;
template <class Part>
inline constexpr bool it_stands_in_the_product_once = false;
template <class Product>
inline constexpr bool a_clause_names_the_customer_of = false;
template <class Product>
inline constexpr bool a_clause_names_the_seller_of = false;

constexpr void explain(nothing_is_wrong*) {}
template <class Part, class DidYouMean>
constexpr void explain(the_product_has_no<Part, DidYouMean>*) {
  static_assert(the_product_has<Part, DidYouMean>,
                "lupaus: a clause speaks of a part, or of an event of a part, that is not in the "
                "product. To mend: add the part to the product, or speak of one that is in it.");
}
template <class Before, class After>
constexpr void explain(not_in_order<Before, After>*) {
  static_assert(
      the_first_comes_before_the_second_of<Before, After>,
      "lupaus: a handoff is from an earlier part to a later one. Here the product does "
      "not put them in that order. To mend: swap them, or join them by >> in the product.");
}
template <class Part>
constexpr void explain(twice_in_the_product<Part>*) {
  static_assert(it_stands_in_the_product_once<Part>,
                "lupaus: a part has one place in the product. To mend: write `2 * part` for a "
                "quantity, or a part of its own for each place.");
}
template <class Missing>
constexpr void explain(nobody_is_the_customer<Missing>*) {
  static_assert(a_clause_names_the_customer_of<Missing>,
                "lupaus: no clause names the customer. To mend: say whom she can reach, as in "
                "`customer.reaches(seller)`.");
}
template <class Missing>
constexpr void explain(nobody_is_the_seller<Missing>*) {
  static_assert(a_clause_names_the_seller_of<Missing>,
                "lupaus: no clause names the seller. To mend: say what the seller commits.");
}

template <class Whole, class Product, class Clauses>
struct fault_of;
template <class Whole, class Product, class... Cs>
struct fault_of<Whole, Product, values<Cs...>> {
  using inner = typename misfit<then<Whole, Product>, Cs...>::type;
  using here = promise_type<Whole, Product, Cs...>;
  // A promise that is to stand in another may leave the parties to it.
  static constexpr bool stands_alone = std::same_as<Whole, the_whole>;
  using type = std::conditional_t<
      !is_nothing_wrong<inner>, inner,
      std::conditional_t<
          stands_alone && !nested_names_a<here, role::customer>::value,
          nobody_is_the_customer<Product>,
          std::conditional_t<stands_alone && !nested_names_a<here, role::seller>::value,
                             nobody_is_the_seller<Product>, nothing_is_wrong>>>;
};

}  // namespace detail

/// What is wrong with a promise made of these, as a type; `nothing_is_wrong` when it fits.
template <class Whole, class Product, class... Groups>
using fault_in = typename detail::fault_of<
    Whole, Product,
    std::remove_cvref_t<decltype(detail::joined(std::declval<Groups const&>().clauses...))>>::type;

}  // namespace lupaus::inline v0
