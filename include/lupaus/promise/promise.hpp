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

#include "lupaus/promise/fit.hpp"
#include "lupaus/promise/flatten.hpp"
#include "lupaus/promise/layers.hpp"

#include <string_view>

namespace lupaus::inline v0 {

namespace detail {

template <class Whole, class Product, class... Cs>
constexpr promise_type<Whole, Product, Cs...> make_promise(std::string_view title,
                                                           Product const& product,
                                                           values<Cs...> const& clauses) {
  return {title, product, clauses};
}

}  // namespace detail

/// Writes a promise. The title is what the customer thinks that she buys.
template <product_expression Product, class... Groups>
constexpr auto promise(char const* title, Product const& product, Groups const&... groups) {
  detail::explain(static_cast<fault_in<the_whole, Product, Groups...>*>(nullptr));
  return detail::make_promise<the_whole>(title, product, detail::joined(groups.clauses...));
}
/// The same, of a named composite, so that it can stand in another promise.
template <named_part Whole, product_expression Product, class... Groups>
  requires(Whole::kind == part_kind::composite)
constexpr auto promise(Whole, Product const& product, Groups const&... groups) {
  detail::explain(static_cast<fault_in<Whole, Product, Groups...>*>(nullptr));
  return detail::make_promise<Whole>(Whole::name, product, detail::joined(groups.clauses...));
}

namespace detail {
template <auto const& P>
inline constexpr auto flat = static_model_of<lengths_of(P)>(P);
}  // namespace detail

/// The flat model of a promise in static storage: what every check reads.
template <auto const& P>
inline constexpr model_view view_of = detail::flat<P>.view();

}  // namespace lupaus::inline v0
