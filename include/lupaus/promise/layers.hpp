// SPDX-License-Identifier: BSL-1.0
//
// The visible layers of a promise, and the promise that holds them.
#pragma once

#include "lupaus/promise/product.hpp"
#include "lupaus/promise/rule_clauses.hpp"

#include <string_view>
#include <utility>

namespace lupaus::inline v0 {

namespace detail {

template <class... Groups>
struct group_of {
  values<Groups...> clauses;
};

template <class T>
using clause_t = decltype(as_clause(std::declval<T const&>()));
template <class T>
concept happening_word = clause<T> ||
    (named_event<T> && (requires { T::name; } || T::kind == event_kind::late));

}  // namespace detail

/// What the page says and lets her understand.
template <marketing_clause... Cs>
constexpr detail::group_of<Cs...> marketing(Cs const&... cs) {
  return {detail::values_of(cs...)};
}
/// What the seller takes on, and its rules for when things go wrong.
template <clause... Cs>
  requires(!Cs::is_claim && ...)
constexpr detail::group_of<Cs...> fulfilment(Cs const&... cs) { return {detail::values_of(cs...)}; }
/// What will be done, and by whom.
template <clause... Cs>
  requires(!Cs::is_claim && ...)
constexpr detail::group_of<Cs...> subcontracts(Cs const&... cs) {
  return {detail::values_of(cs...)};
}
/// The failure modes of the parts, and what else can happen to them.
template <detail::happening_word... Cs>
constexpr detail::group_of<detail::clause_t<Cs>...> may_happen(Cs const&... cs) {
  return {detail::values_of(detail::as_clause(cs)...)};
}

/// A promise. Made by `promise(…)`.
template <class Whole, class Product, class... Cs>
class promise_type {
 public:
  using lupaus_product = void;
  using whole_type = Whole;
  using product_type = Product;
  using lupaus_parts =
      typename detail::join<detail::types<Whole>, typename detail::parts_of<Product>::type>::type;
  using clause_types = detail::types<Cs...>;

  constexpr promise_type(std::string_view title, Product const& product,
                         detail::values<Cs...> const& clauses)
      : title_{title}, product_{product}, clauses_{clauses} {}

  constexpr std::string_view title() const { return title_; }
  constexpr Product const& made_of() const { return product_; }
  constexpr detail::values<Cs...> const& clauses() const { return clauses_; }

 private:
  std::string_view title_;
  Product product_;
  detail::values<Cs...> clauses_;
};

}  // namespace lupaus::inline v0
