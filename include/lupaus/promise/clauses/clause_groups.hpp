// SPDX-License-Identifier: BSL-1.0
//
// The groups of a promise, each of the clauses that belong there.
#pragma once

#include "lupaus/promise/clauses/rule_clauses.hpp"
#include "lupaus/promise/explain_errors.hpp"
#include "lupaus/promise/product.hpp"

#include <cstddef>
#include <initializer_list>
#include <utility>

namespace lupaus::inline v0 {

/// A group of clauses: marketing(…), fulfilment(…), subcontracts(…), may_happen(…).
template <class T>
concept clause_group = requires {
  typename T::lupaus_group;
};

namespace detail {

template <class... Clauses>
struct clause_group_of {
  using lupaus_group = void;
  static constexpr bool is_explained = false;
  values<Clauses...> clauses;
};
/// A group of which an error has said already what is wrong.
struct rejected_group {
  using lupaus_group = void;
  static constexpr bool is_explained = true;
  values<> clauses;
};

template <class T>
using clause_t = decltype(as_clause(std::declval<T const&>()));

/// What does not stand where it belongs, as a type.
template <class T>
constexpr auto misplaced() {
  if constexpr (!clause<T>)
    return no_clause<T>{};
  else if constexpr (T::stands_in == groups::marketing)
    return misplaced_claim<T>{};
  else if constexpr (T::stands_in == groups::fulfilment)
    return misplaced_commitment<T>{};
  else if constexpr (T::stands_in == groups::subcontracts)
    return misplaced_subcontract<T>{};
  else if constexpr (T::stands_in == groups::may_happen)
    return misplaced_event<T>{};
  else
    return misplaced_condition<T>{};
}

/// The first that does not belong there, as a type; `no_error` when all do.
template <groups In, class... Clauses>
constexpr auto* first_misplaced(Clauses const&...) {
  constexpr std::size_t first = [] {
    bool const is_here[] = {stands_in<Clauses>(In)..., false};
    std::size_t i = 0;
    while (is_here[i]) ++i;
    return i;
  }();
  if constexpr (first < sizeof...(Clauses))
    return static_cast<decltype(misplaced<type_at_t<first, types<Clauses...>>>())*>(nullptr);
  else
    return static_cast<no_error*>(nullptr);
}

/// True when an error has told of one of them. A list, because clang folds over 256 elements at
/// most.
template <class... Clauses>
constexpr bool is_one_explained() {
  for (auto const is : {false, static_cast<bool>(Clauses::is_explained)...})
    if (is) return true;
  return false;
}

/// The clauses as a group; of one that an error has told of, nothing.
template <class Misfit, class... Clauses>
constexpr auto make_group(Misfit*, Clauses const&... clauses) {
  if constexpr (is_no_error<Misfit>) {  // else a clause may have nothing to be asked
    if constexpr (!is_one_explained<Clauses...>())
      return clause_group_of<Clauses...>{values_of(clauses...)};
    else
      return rejected_group{};
  } else {
    return rejected_group{};
  }
}

}  // namespace detail

// What does not belong into a group is told by an error of one sentence; a constraint would tell of
// candidates.

/// What the page says and lets her understand.
template <class... Claims>
[[nodiscard]] constexpr auto marketing(Claims const&... claims) {
  auto* const misfit =
      detail::first_misplaced<detail::groups::marketing>(detail::as_clause(claims)...);
  detail::explain(misfit);
  return detail::make_group(misfit, detail::as_clause(claims)...);
}
/// What the seller takes on towards the customer, and its rules for when things go wrong.
template <class... Clauses>
[[nodiscard]] constexpr auto fulfilment(Clauses const&... clauses) {
  auto* const misfit =
      detail::first_misplaced<detail::groups::fulfilment>(detail::as_clause(clauses)...);
  detail::explain(misfit);
  return detail::make_group(misfit, detail::as_clause(clauses)...);
}
/// What the firms owe each other: what will be done, and by whom.
template <class... Clauses>
[[nodiscard]] constexpr auto subcontracts(Clauses const&... clauses) {
  auto* const misfit =
      detail::first_misplaced<detail::groups::subcontracts>(detail::as_clause(clauses)...);
  detail::explain(misfit);
  return detail::make_group(misfit, detail::as_clause(clauses)...);
}
/// The failure modes of the parts, and what else can happen to them.
template <class... Events>
[[nodiscard]] constexpr auto may_happen(Events const&... events) {
  auto* const misfit =
      detail::first_misplaced<detail::groups::may_happen>(detail::as_clause(events)...);
  detail::explain(misfit);
  return detail::make_group(misfit, detail::as_clause(events)...);
}
/// Failure modes that this promise rules out, though a part of its product has them.
template <named_failure... Failures>
[[nodiscard]] constexpr auto cannot_happen(Failures const&...) {
  return detail::clause_group_of<ruled_out<Failures>...>{};
}

}  // namespace lupaus::inline v0
