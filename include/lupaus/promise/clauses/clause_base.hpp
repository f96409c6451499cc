// SPDX-License-Identifier: BSL-1.0
//
// What every clause is: a value that lists the named types it speaks of (`mentioned`) and writes
// itself into the flat model (`write`).
#pragma once

#include "lupaus/model/view.hpp"
#include "lupaus/promise/named_types.hpp"

#include <concepts>
#include <cstdint>
#include <string_view>

namespace lupaus::inline v0 {

/// A clause of a promise.
template <class C>
concept clause = requires {
  typename C::lupaus_clause;
};

namespace detail {

/// The groups of a promise in which a clause may stand, as a set.
enum class groups : unsigned char {
  none = 0,
  marketing = 1,
  fulfilment = 2,
  subcontracts = 4,
  may_happen = 8,
  fulfilment_or_subcontracts = 6  ///< how the work is done, whoever takes it on
};
constexpr bool has(groups set, groups one) {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}
/// True of a clause that may stand in that group.
template <class T>
constexpr bool stands_in(groups one) {
  if constexpr (clause<T>)
    return has(T::stands_in, one);
  else
    return false;
}
/// Where what is owed to a party stands: to the customer in fulfilment, else in subcontracts.
template <class Creditor>
constexpr groups group_of_creditor() {
  if constexpr (named_party<Creditor>)
    return Creditor::is == role::customer ? groups::fulfilment : groups::subcontracts;
  else
    return groups::fulfilment;
}

/// What a clause can say and not mean, seen only in its values and in other clauses. The writer
/// keeps the first.
enum class value_error : unsigned char {
  none,
  bound,
  contradiction,
  same_name,
  capabilities,
  contract_end,
  dead_way,
  no_customer,
  no_seller,
  price,
  count,
  fee,
  reduction
};

/// The parts whose handoff a clause is about; null when it is about none.
struct handoff_ids {
  type_id before = nullptr, after = nullptr;
};

template <groups StandsIn, class... Mentioned>
struct clause_base {
  using lupaus_clause = void;
  static constexpr handoff_ids handoff = {};
  using mentioned = types<Mentioned...>;
  static constexpr groups stands_in = StandsIn;
  static constexpr bool is_finished = true;
  static constexpr bool is_explained = false;  ///< an error has said already what is wrong with it
  static constexpr int write_order =
      2;  ///< what is written first: 0 carriage, 1 what may happen, 2 the rest
};

// The named types that a term, an event or an optional party speaks of, as a list.
template <class... Lists>
struct join;
template <class... As>
struct join<types<As...>> {
  using type = types<As...>;
};
template <class... As, class... Bs, class... Rest>
struct join<types<As...>, types<Bs...>, Rest...> : join<types<As..., Bs...>, Rest...> {};

template <class T>
struct mentioned_by {
  using type = types<T>;
};
template <>
struct mentioned_by<term_spec> {
  using type = types<>;
};
template <class E>
struct mentioned_by<anchored<E>> : mentioned_by<E> {};
template <>
struct mentioned_by<no_event> {
  using type = types<>;
};
template <>
struct mentioned_by<no_party> {
  using type = types<>;
};
template <>
struct mentioned_by<event_of_order> {
  using type = types<>;
};
template <class What, class Since>
struct mentioned_by<time_out<What, Since>> {
  using type =
      typename join<typename mentioned_by<What>::type, typename mentioned_by<Since>::type>::type;
};
template <>
struct mentioned_by<the_whole> {
  using type = types<>;
};
template <class E>
struct mentioned_by<report_of<E>> {
  using type = types<E, report_of<E>>;
};

template <groups StandsIn, class List>
struct clause_from;
template <groups StandsIn, class... Ms>
struct clause_from<StandsIn, types<Ms...>> : clause_base<StandsIn, Ms...> {};
template <groups StandsIn, class... Ts>
struct clause_on
    : clause_from<StandsIn, typename join<types<>, typename mentioned_by<Ts>::type...>::type> {};

/// A term as a clause takes it: plain, or counted from an event.
template <class T>
struct is_term : std::false_type {};
template <>
struct is_term<term_spec> : std::true_type {};
template <class E>
struct is_term<anchored<E>> : std::true_type {};
template <class T>
concept term_word = is_term<T>::value;

}  // namespace detail

}  // namespace lupaus::inline v0
