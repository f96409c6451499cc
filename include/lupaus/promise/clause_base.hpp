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
/// A clause of marketing: it tells the customer something.
template <class C>
concept marketing_clause = clause<C> && C::is_claim;

namespace detail {

/// What a clause can say and not mean, seen only in its values and in other clauses. The writer
/// notes the first such slip.
enum class slip : unsigned char {
  none,
  bound,
  contradiction,
  same_name,
  capabilities,
  no_customer,
  no_seller
};

/// The parts whose handoff a clause is about; null when it is about none.
struct handoff_ids {
  type_id before = nullptr, after = nullptr;
};

template <bool IsClaim, class... Mentioned>
struct clause_base {
  using lupaus_clause = void;
  static constexpr handoff_ids handoff = {};
  using mentioned = types<Mentioned...>;
  static constexpr bool is_claim = IsClaim;
  static constexpr bool is_finished = true;
  static constexpr int turn =
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
struct mentioned_by<order_event> {
  using type = types<>;
};
template <>
struct mentioned_by<the_whole> {
  using type = types<>;
};
template <class E>
struct mentioned_by<report_of<E>> {
  using type = types<E, report_of<E>>;
};

template <bool IsClaim, class... Ts>
struct clause_on;
template <bool IsClaim, class List>
struct clause_from;
template <bool IsClaim, class... Ms>
struct clause_from<IsClaim, types<Ms...>> : clause_base<IsClaim, Ms...> {};
template <bool IsClaim, class... Ts>
struct clause_on
    : clause_from<IsClaim, typename join<types<>, typename mentioned_by<Ts>::type...>::type> {};

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
