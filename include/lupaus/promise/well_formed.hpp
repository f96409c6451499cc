// SPDX-License-Identifier: BSL-1.0
//
// Whether a promise fits together, told at the call that makes it: the sentence before each text
// shows what does not, in the user's own types.
#pragma once

#include "lupaus/promise/clauses/clause_groups.hpp"
#include "lupaus/promise/explain_errors.hpp"
#include "lupaus/promise/promise_type.hpp"
#include "lupaus/promise/unmentioned_failures.hpp"

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
struct clauses_within<composite_of<P, Inner>> : clauses_within<Inner> {};
template <class W, class Product, class... Cs>
struct clauses_within<promise_type<W, Product, Cs...>>
    : join<types<Cs...>, typename clauses_within<Product>::type> {};

/// Where the clauses first name the customer or the seller, other than the one known.
template <class Clauses, role R>
constexpr mention_index find_principal(type_id known = nullptr) {
  return first_mention<Clauses>([known](mention const& m) {
    return m.is == mention::kind::party && m.plays == R && m.what != known;
  });
}

/// Nobody is customer or seller, or two are: as a type.
template <class Clauses, role R, class None, template <class, class> class Two>
constexpr auto find_principal_error() {
  constexpr auto one = find_principal<Clauses, R>();
  if constexpr (one.clause == nowhere) {
    return None{};
  } else {
    using first = mentioned_at_t<Clauses, one.clause, one.mention>;
    constexpr auto other = find_principal<Clauses, R>(&address_of_type<first>);
    if constexpr (other.clause == nowhere)
      return no_error{};
    else
      return Two<first, mentioned_at_t<Clauses, other.clause, other.mention>>{};
  }
}

/// What is wrong with a value, as a type.
template <value_error What, class Product, class Clause>
constexpr auto error_by_value() {
  if constexpr (What == value_error::none)
    return no_error{};
  else if constexpr (What == value_error::no_customer)
    return nobody_is_the_customer<Product>{};
  else if constexpr (What == value_error::no_seller)
    return nobody_is_the_seller<Product>{};
  else if constexpr (What == value_error::bound)
    return meaningless_value<Clause>{};
  else if constexpr (What == value_error::contradiction)
    return contradiction_by<Clause>{};
  else if constexpr (What == value_error::contract_end)
    return meaningless_contract_end<Clause>{};
  else if constexpr (What == value_error::price)
    return price_that_does_not_fit<Clause>{};
  else if constexpr (What == value_error::count)
    return count_that_does_not_fit<Clause>{};
  else if constexpr (What == value_error::fee)
    return fee_that_does_not_fit<Clause>{};
  else if constexpr (What == value_error::reduction)
    return reduction_that_does_not_fit<Clause>{};
  else if constexpr (What == value_error::dead_way)
    return way_from_nowhere<Clause>{};
  else if constexpr (What == value_error::capabilities)
    return too_many_capabilities_in<Clause>{};
  else
    return name_taken_in<Clause>{};
}

template <class Whole, class Product, class Clauses>
struct promise_error_of;
template <class Whole, class Product, class... Cs>
struct promise_error_of<Whole, Product, values<Cs...>> {
  using clauses = typename join<types<Cs...>, typename clauses_within<Product>::type>::type;
  // A promise that is to stand in another may leave the parties to it.
  static constexpr bool stands_alone = std::same_as<Whole, the_whole>;

  template <class Missing>
  using unless_nested = std::conditional_t<stands_alone, Missing, no_error>;

  static constexpr auto find() {
    using product_error = typename product_error_of<then<Whole, Product>, Cs...>::type;
    using customers = decltype(find_principal_error<clauses, role::customer,
                                                    unless_nested<nobody_is_the_customer<Product>>,
                                                    two_customers>());
    using sellers =
        decltype(find_principal_error<clauses, role::seller,
                                      unless_nested<nobody_is_the_seller<Product>>, two_sellers>());
    if constexpr (!is_no_error<product_error>)
      return product_error{};
    else if constexpr (!is_no_error<customers>)
      return customers{};
    else if constexpr (!is_no_error<sellers>)
      return sellers{};
    else
      return find_unmentioned<clauses>(typename parts_of<Product>::type{});
  }
  using type = decltype(find());
};

}  // namespace detail

/// What is wrong with a promise made of these, as a type; `nothing_is_wrong` when it fits.
template <class Whole, class Product, class... Groups>
using promise_error = typename detail::promise_error_of<
    Whole, Product,
    std::remove_cvref_t<decltype(detail::joined(std::declval<Groups const&>().clauses...))>>::type;

}  // namespace lupaus::inline v0
