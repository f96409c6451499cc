// SPDX-License-Identifier: BSL-1.0
//
// A failure that is declared of a part, and that no clause of the promise speaks of.
#pragma once

#include "lupaus/promise/product_errors.hpp"

#include <cstddef>
#include <utility>

namespace lupaus::inline v0 {

namespace detail {

template <class Clauses>
constexpr bool is_mentioned(type_id wanted) {
  return first_mention<Clauses>([wanted](mention const& m) { return m.what == wanted; }).clause !=
         nowhere;
}

/// The number of the first failure of the part that no clause speaks of, or how many it has.
template <class Clauses, class Part, std::size_t... N>
constexpr std::size_t first_unmentioned(std::index_sequence<N...>) {
  type_id const declared[] = {&address_of_type<declared_failure_t<Part, N>>..., nullptr};
  std::size_t n = 0;
  while (n < sizeof...(N) && is_mentioned<Clauses>(declared[n])) ++n;
  return n;
}

/// The first such failure of the parts, as a type.
template <class Clauses, class... Parts>
constexpr auto find_unmentioned(types<Parts...>) {
  constexpr std::size_t declared[] = {count_failures<Parts, Clauses>()..., 1};
  constexpr std::size_t first[] = {
      first_unmentioned<Clauses, Parts>(
          std::make_index_sequence<count_failures<Parts, Clauses>()>{})...,
      0};
  constexpr std::size_t part = [] {
    std::size_t i = 0;
    while (first[i] == declared[i]) ++i;
    return i;
  }();
  if constexpr (part == sizeof...(Parts))
    return no_error{};
  else
    return unmentioned_failure<declared_failure_t<type_at_t<part, types<Parts...>>, first[part]>>{};
}

}  // namespace detail

}  // namespace lupaus::inline v0
