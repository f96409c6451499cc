// SPDX-License-Identifier: BSL-1.0
//
// A list of types, and the one at a place in it.
#pragma once

#include "lupaus/promise/type_name.hpp"

#include <cstddef>
#include <utility>

namespace lupaus::inline v0::detail {

template <class... Ts>
struct types {};

template <std::size_t I, class T>
struct indexed {
  using type = T;
};

template <class Indices, class... Ts>
struct indexed_types;
template <std::size_t... I, class... Ts>
struct indexed_types<std::index_sequence<I...>, Ts...> : indexed<I, Ts>... {};

template <std::size_t I, class T>
indexed<I, T> pick(indexed<I, T> const&);

template <std::size_t I, class List>
struct type_at;
template <std::size_t I, class... Ts>
struct type_at<I, types<Ts...>> {
  using type =
      typename decltype(pick<I>(indexed_types<std::index_sequence_for<Ts...>, Ts...>{}))::type;
};
template <std::size_t I, class List>
using type_at_t = typename type_at<I, List>::type;

template <std::size_t I, class T>
struct indexed_value {
  T value = {};
};
template <class Indices, class... Ts>
struct indexed_values;
template <std::size_t... I, class... Ts>
struct indexed_values<std::index_sequence<I...>, Ts...> : indexed_value<I, Ts>... {
  // A list in braces, here as elsewhere, because clang folds over 256 elements at most.
  template <class F>
  constexpr void for_each(F&& f) const {
    [[maybe_unused]] bool const done[] = {
        true, (f(static_cast<indexed_value<I, Ts> const&>(*this).value), true)...};
  }
};

/// Values of different types, in a row.
template <class... Ts>
struct values : indexed_values<std::index_sequence_for<Ts...>, Ts...> {};

template <class... Ts>
constexpr values<Ts...> values_of(Ts const&... ts) {
  return {{{ts}...}};
}

/// One row of values from several.
constexpr values<> joined() { return {}; }
template <class... As>
constexpr values<As...> joined(values<As...> const& a) {
  return a;
}
template <std::size_t... I, class... As, std::size_t... J, class... Bs, class... Rest>
constexpr auto joined(indexed_values<std::index_sequence<I...>, As...> const& a,
                      indexed_values<std::index_sequence<J...>, Bs...> const& b,
                      Rest const&... rest) {
  values<As..., Bs...> const both{{{static_cast<indexed_value<I, As> const&>(a).value}...,
                                   {static_cast<indexed_value<J, Bs> const&>(b).value}...}};
  if constexpr (sizeof...(Rest) == 0)
    return both;
  else
    return joined(both, rest...);
}

}  // namespace lupaus::inline v0::detail
