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

#include "lupaus/promise/flatten.hpp"
#include "lupaus/promise/layers.hpp"
#include "lupaus/promise/well_formed.hpp"

#include <string_view>
#include <type_traits>

namespace lupaus::inline v0 {

namespace detail {

/// A promise that does not fit together, after the error that says so: whatever is asked of it
/// stays quiet, so that the error stands alone.
template <class Whole, class Product>
struct unfit_promise : promise_type<Whole, Product> {
  using lupaus_unfit = void;
  using promise_type<Whole, Product>::promise_type;
};
template <class P>
concept unfit = requires {
  typename P::lupaus_unfit;
};

template <class Whole, class Fault, class Product, class... Cs>
constexpr auto make_promise(std::string_view title, Product const& product,
                            values<Cs...> const& clauses) {
  if constexpr (is_nothing_wrong<Fault>)
    return promise_type<Whole, Product, Cs...>{title, product, clauses};
  else
    return unfit_promise<Whole, Product>{title, product, values<>{}};
}

}  // namespace detail

/// Writes a promise. The title is what the customer thinks that she buys.
template <product_expression Product, class... Groups>
constexpr auto promise(char const* title, Product const& product, Groups const&... groups) {
  using fault = fault_in<the_whole, Product, Groups...>;
  detail::explain(static_cast<fault*>(nullptr));
  return detail::make_promise<the_whole, fault>(title, product, detail::joined(groups.clauses...));
}
/// The same, of a named composite, so that it can stand in another promise.
template <named_part Whole, product_expression Product, class... Groups>
  requires(Whole::kind == part_kind::composite)
constexpr auto promise(Whole, Product const& product, Groups const&... groups) {
  using fault = fault_in<Whole, Product, Groups...>;
  detail::explain(static_cast<fault*>(nullptr));
  return detail::make_promise<Whole, fault>(Whole::name, product,
                                            detail::joined(groups.clauses...));
}

namespace detail {

template <auto const& P>
inline constexpr lengths lengths_in = lengths_of(P);

/// What only the values of a clause tell, as a type.
template <auto const& P>
constexpr auto find_slip() {
  using type = std::remove_cvref_t<decltype(P)>;
  if constexpr (unfit<type>) {
    return nothing_is_wrong{};  // an error has said already what is
  } else {
    constexpr auto clause = lengths_in<P>.clause, part = lengths_in<P>.part;
    constexpr auto slipped = lengths_in<P>.slipped;
    using product = typename type::product_type;
    if constexpr (clause != nowhere)
      return fault_by_slip<slipped, product,
                           type_at_t<clause, typename clauses_within<type>::type>>();
    else if constexpr (part != nowhere)
      return fault_by_slip<slipped, product, type_at_t<part, typename type::lupaus_parts>>();
    else
      return fault_by_slip<slipped, product, product>();
  }
}
template <auto const& P>
using slip_in = decltype(find_slip<P>());

template <auto const& P>
constexpr auto flat_model() {
  if constexpr (unfit<std::remove_cvref_t<decltype(P)>> || !is_nothing_wrong<slip_in<P>>)
    return static_model<lengths{}>{};
  else
    return static_model_of<lengths_in<P>>(P);
}
template <auto const& P>
inline constexpr auto flat = flat_model<P>();

template <auto const& P>
constexpr model_view flat_view() {
  explain(static_cast<slip_in<P>*>(nullptr));
  return flat<P>.view();
}

}  // namespace detail

/// The flat model of a promise in static storage: what every check reads.
template <auto const& P>
inline constexpr model_view view_of = detail::flat_view<P>();

}  // namespace lupaus::inline v0
