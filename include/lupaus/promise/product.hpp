// SPDX-License-Identifier: BSL-1.0
//
// The composite product as an expression: machine >> delivery >> installation. `>>` is "then",
// `all_of` is "together", `2 * machine` is a quantity, `kitchen(…)` a composite with a name.
//
//   product := part | quantity * part | composite(product) | promise
//            | product >> product | all_of(product, …)
#pragma once

#include "lupaus/promise/verbs.hpp"

#include <concepts>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace lupaus::inline v0 {

/// Anything that can stand in a product.
template <class T>
concept product_expression = named_part<T> || requires {
  typename T::lupaus_product;
};

namespace detail {

[[noreturn]] inline void a_quantity_is_1_to_1000000() { std::abort(); }

template <class A, class B>
struct then {
  using lupaus_product = void;
  A a;
  B b;
};
template <class A, class B>
struct together {
  using lupaus_product = void;
  A a;
  B b;
};
template <class Part>
struct quantity_of {
  using lupaus_product = void;
  std::uint32_t units = 1;
};
template <class Part, class Inner>
struct composite_of {
  using lupaus_product = void;
  Inner inner;
};

/// The named parts of a product.
template <class Expr>
struct parts_of {
  using type = typename Expr::lupaus_parts;  // a nested promise
};
template <named_part P>
struct parts_of<P> {
  using type = types<P>;
};
template <class A, class B>
struct parts_of<then<A, B>> : join<typename parts_of<A>::type, typename parts_of<B>::type> {};
template <class A, class B>
struct parts_of<together<A, B>> : join<typename parts_of<A>::type, typename parts_of<B>::type> {};
template <class P>
struct parts_of<quantity_of<P>> {
  using type = types<P>;
};
template <class P, class Inner>
struct parts_of<composite_of<P, Inner>> : join<types<P>, typename parts_of<Inner>::type> {};

}  // namespace detail

/// First `a`, then `b`.
template <product_expression A, product_expression B>
constexpr detail::then<A, B> operator>>(A const& a, B const& b) {
  return {a, b};
}
/// Together, in no order.
template <product_expression A>
constexpr A all_of(A const& a) {
  return a;
}
template <product_expression A, product_expression B, product_expression... Rest>
constexpr auto all_of(A const& a, B const& b, Rest const&... rest) {
  auto const others = all_of(b, rest...);
  return detail::together<A, std::remove_const_t<decltype(others)>>{a, others};
}
/// So many units of a part.
template <named_part P>
constexpr detail::quantity_of<P> operator*(std::int64_t units, P) {
  if (units < 1 || units > 1'000'000) detail::a_quantity_is_1_to_1000000();
  return {static_cast<std::uint32_t>(units)};
}

/// A composite with a name, for clauses to speak of: kitchen(dishwasher >> delivery).
template <class Self, fixed_string Name = "">
struct composite : detail::part_words<Self, part_kind::composite> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();

  template <product_expression Inner>
  constexpr detail::composite_of<Self, Inner> operator()(Inner const& inner) const {
    return {inner};
  }
};

}  // namespace lupaus::inline v0
