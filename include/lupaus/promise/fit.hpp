// SPDX-License-Identifier: BSL-1.0
//
// Whether a promise fits together, told at the call that makes it: the sentence before each text
// shows what does not, in the user's own types.
#pragma once

#include "lupaus/promise/fault.hpp"
#include "lupaus/promise/layers.hpp"

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

/// The first customer or seller whom a clause names, and the first who is another.
template <class Clauses, role R>
struct principals;
template <class... Cs, role R>
struct principals<types<Cs...>, R> {
  struct place {
    std::size_t clause = nowhere, mention = nowhere;
  };
  static constexpr place find(type_id known) {
    place p;
    std::size_t k = 0;
    auto const look = [&]<class List>(std::type_identity<List>) {
      for (std::size_t i = 0; p.clause == nowhere && i < mentions_in<List>::size; ++i) {
        auto const& m = mentions_in<List>::all[i];
        if (m.is == mention::kind::party && m.plays == R && m.what != known) p = {k, i};
      }
      ++k;
    };
    (look(std::type_identity<typename Cs::mentioned>{}), ...);
    return p;
  }
  template <class None, template <class, class> class Two>
  static constexpr auto fault() {
    constexpr auto one = find(nullptr);
    if constexpr (one.clause == nowhere) {
      return None{};
    } else {
      using first = type_at_t<one.mention, typename type_at_t<one.clause, types<Cs...>>::mentioned>;
      constexpr auto other = find(&anchor<first>);
      if constexpr (other.clause == nowhere)
        return nothing_is_wrong{};
      else
        return Two<first, type_at_t<other.mention,
                                    typename type_at_t<other.clause, types<Cs...>>::mentioned>>{};
    }
  }
};

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
template <class One, class Another>
inline constexpr bool there_is_one_customer_and_not = false;
template <class One, class Another>
inline constexpr bool there_is_one_seller_and_not = false;

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
template <class One, class Another>
constexpr void explain(two_customers<One, Another>*) {
  static_assert(there_is_one_customer_and_not<One, Another>,
                "lupaus: one customer buys a promise. Here clauses name two. To mend: let one of "
                "them be a subcontractor, or write two promises.");
}
template <class One, class Another>
constexpr void explain(two_sellers<One, Another>*) {
  static_assert(there_is_one_seller_and_not<One, Another>,
                "lupaus: one seller answers for a promise. Here clauses name two. To mend: let one "
                "of them be a department or a subcontractor.");
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
    using customers = decltype(principals<clauses, role::customer>::template fault<
                               unless_nested<nobody_is_the_customer<Product>>, two_customers>());
    using sellers = decltype(principals<clauses, role::seller>::template fault<
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
