// SPDX-License-Identifier: BSL-1.0
//
// The promise as a composite type:
//
//   static constexpr auto as_sold = promise("washing machine, delivered and installed",
//       machine >> delivery >> installation,
//       marketing   (website.claims(delivery, within(48h)), …),
//       fulfilment  (shop.commits(machine, undamaged), …),
//       subcontracts(carrier.commits_to(shop, delivery, within(48h)), …),
//       may_happen  (damaged, lost, …));
//
// A promise needs static storage. `view_of<as_sold>` is its flat model.
#pragma once

#include "lupaus/promise/clauses/clause_groups.hpp"
#include "lupaus/promise/explain_errors.hpp"
#include "lupaus/promise/flatten.hpp"
#include "lupaus/promise/well_formed.hpp"

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace lupaus::inline v0 {

namespace detail {

/// A promise that does not fit together, after the error that says so: whatever is asked of it
/// stays quiet, so that the error stands alone.
template <class Whole, class Product>
struct rejected_promise : promise_type<Whole, Product> {
  using lupaus_rejected = void;
  using promise_type<Whole, Product>::promise_type;
};
template <class P>
concept is_rejected = requires {
  typename P::lupaus_rejected;
};

template <class Whole, class Product, class... Cs>
constexpr promise_type<Whole, Product, Cs...> promise_of(std::string_view title,
                                                         Product const& product,
                                                         values<Cs...> const& clauses) {
  return {title, product, clauses};
}
template <class Whole, class Error, class Product, class... Groups>
constexpr auto make_promise(Error*, std::string_view title, Product const& product,
                            Groups const&... groups) {
  if constexpr (!is_no_error<Error> || (Groups::is_explained || ...))
    return rejected_promise<Whole, Product>{title, product, values<>{}};
  else
    return promise_of<Whole>(title, product, joined(groups.clauses...));
}

/// What is wrong with a promise of these, as a null pointer; nothing, if an error has said it.
template <class Whole, class Product, class... Groups>
constexpr auto* find_error() {
  if constexpr ((Groups::is_explained || ...))
    return static_cast<no_error*>(nullptr);
  else
    return static_cast<promise_error<Whole, Product, Groups...>*>(nullptr);
}

/// The product of a promise that has none.
struct no_parts {
  using lupaus_product = void;
  using lupaus_parts = types<>;
};

/// The first argument of `promise` that cannot stand where it does, as a type.
template <class Title, class Product, class... Groups>
constexpr auto find_misfit() {
  if constexpr (!std::convertible_to<Title, char const*> && !named_composite<Title>) {
    return no_title<Title>{};
  } else if constexpr (!product_expression<Product>) {
    return no_product<Product>{};
  } else {
    constexpr std::size_t first = [] {
      bool const is_group[] = {clause_group<Groups>..., false};
      std::size_t i = 0;
      while (is_group[i]) ++i;
      return i;
    }();
    return misplaced<std::remove_cvref_t<clause_t<type_at_t<first, types<Groups...>>>>>();
  }
}

}  // namespace detail

/// Writes a promise. The title is what the customer thinks that she buys.
template <product_expression Product, clause_group... Groups>
[[nodiscard]] constexpr auto promise(char const* title, Product const& product,
                                     Groups const&... groups) {
  auto* const wrong = detail::find_error<the_whole, Product, Groups...>();
  detail::explain(wrong);
  return detail::make_promise<the_whole>(wrong, title, product, groups...);
}
/// The same, of a named composite, so that it can stand in another promise.
template <named_composite Whole, product_expression Product, clause_group... Groups>
[[nodiscard]] constexpr auto promise(Whole const&, Product const& product,
                                     Groups const&... groups) {
  auto* const wrong = detail::find_error<Whole, Product, Groups...>();
  detail::explain(wrong);
  return detail::make_promise<Whole>(wrong, Whole::name, product, groups...);
}
/// What is not made of a title, a product and groups is told by an error of one sentence.
template <class Title, class Product, class... Groups>
constexpr auto promise(Title const&, Product const&, Groups const&...) {
  using misfit = decltype(detail::find_misfit<Title, Product, Groups...>());
  detail::explain(static_cast<misfit*>(nullptr));
  return detail::rejected_promise<the_whole, detail::no_parts>{{}, {}, {}};
}

namespace detail {

template <auto const& P>
inline constexpr column_sizes column_sizes_in = column_sizes_of(P);

/// What only the values of a clause tell, as a type.
template <auto const& P>
constexpr auto find_value_error() {
  using type = std::remove_cvref_t<decltype(P)>;
  if constexpr (is_rejected<type>) {
    return no_error{};  // an error has said already what is
  } else {
    constexpr auto clause = column_sizes_in<P>.clause, part = column_sizes_in<P>.part;
    constexpr auto first_error_kind = column_sizes_in<P>.first_error_kind;
    using product = typename type::product_type;
    if constexpr (first_error_kind == value_error::fee && column_sizes_in<P>.kept > 0)
      return fee_that_does_not_fit<type_at_t<clause, typename clauses_within<type>::type>,
                                   minor_units_kept<column_sizes_in<P>.kept>,
                                   minor_units_paid_back<column_sizes_in<P>.paid_back>>{};
    else if constexpr (first_error_kind == value_error::reduction && column_sizes_in<P>.kept > 0)
      return reduction_that_does_not_fit<type_at_t<clause, typename clauses_within<type>::type>,
                                         minor_units_off<column_sizes_in<P>.kept>,
                                         minor_units_of_price<column_sizes_in<P>.paid_back>>{};
    else if constexpr (clause != nowhere)
      return error_by_value<first_error_kind, product,
                            type_at_t<clause, typename clauses_within<type>::type>>();
    else if constexpr (part != nowhere)
      return error_by_value<first_error_kind, product,
                            type_at_t<part, typename type::lupaus_parts>>();
    else
      return error_by_value<first_error_kind, product, product>();
  }
}
template <auto const& P>
using value_error_in = decltype(find_value_error<P>());

template <auto const& P>
constexpr auto flat_model() {
  if constexpr (is_rejected<std::remove_cvref_t<decltype(P)>> || !is_no_error<value_error_in<P>>)
    return static_model<column_sizes{}>{};
  else
    return static_model_of<column_sizes_in<P>>(P);
}
template <auto const& P>
inline constexpr auto flat_model_of = flat_model<P>();

template <auto const& P>
constexpr model_view flat_view() {
  explain(static_cast<value_error_in<P>*>(nullptr));
  return flat_model_of<P>.view();
}

}  // namespace detail

/// The flat model of a promise in static storage: what every check reads.
template <auto const& P>
inline constexpr model_view view_of = detail::flat_view<P>();

}  // namespace lupaus::inline v0
