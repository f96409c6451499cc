// SPDX-License-Identifier: BSL-1.0
//
// A list of types, and the one at a place in it.
#pragma once

#include "lupaus/promise/name.hpp"

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
struct row_of;
template <std::size_t... I, class... Ts>
struct row_of<std::index_sequence<I...>, Ts...> : indexed<I, Ts>... {};

template <std::size_t I, class T>
indexed<I, T> pick(indexed<I, T> const&);

template <std::size_t I, class List>
struct type_at;
template <std::size_t I, class... Ts>
struct type_at<I, types<Ts...>> {
  using type = typename decltype(pick<I>(row_of<std::index_sequence_for<Ts...>, Ts...>{}))::type;
};
template <std::size_t I, class List>
using type_at_t = typename type_at<I, List>::type;

/// Values of different types, in a row.
template <class... Ts>
struct values;
template <>
struct values<> {
  template <class F>
  constexpr void for_each(F&&) const {}
};
template <class T, class... Rest>
struct values<T, Rest...> {
  T head;
  values<Rest...> tail;

  template <class F>
  constexpr void for_each(F&& f) const {
    f(head);
    tail.for_each(f);
  }
};

template <class... Ts>
constexpr values<Ts...> values_of(Ts const&... ts) {
  if constexpr (sizeof...(Ts) == 0)
    return {};
  else
    return [](auto const& first, auto const&... rest) -> values<Ts...> {
      return {first, values_of(rest...)};
    }(ts...);
}

}  // namespace lupaus::inline v0::detail
