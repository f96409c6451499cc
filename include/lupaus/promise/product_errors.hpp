// SPDX-License-Identifier: BSL-1.0
//
// What does not fit into the product: a part that is not there (with the one that was meant, if a
// name is nearest_one), a handoff against the order, a part twice.
#pragma once

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/promise/error_types.hpp"
#include "lupaus/promise/product.hpp"

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace lupaus::inline v0 {

namespace detail {

/// Letters in which two names differ, roughly: enough to say "did you mean".
constexpr std::size_t distance(std::string_view a, std::string_view b) {
  scratch<std::size_t> row{b.size() + 1};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      auto best = replaced;
      if (row[j] + 1 < best) best = row[j] + 1;
      if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
      row[j] = best;
    }
  }
  return row[b.size()];
}

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

template <class List>
struct mentions_in;
template <class... Ts>
struct mentions_in<types<Ts...>> {
  static constexpr std::size_t size = sizeof...(Ts);
  static constexpr mention all[sizeof...(Ts) + 1] = {mention_of<Ts>()...};
};

/// What each of some clauses speaks of.
struct mentions {
  mention const* all;
  std::size_t size;
};
template <class Clauses>
struct mentions_by;
template <class... Cs>
struct mentions_by<types<Cs...>> {
  static constexpr std::size_t size = sizeof...(Cs);
  static constexpr mentions of[sizeof...(Cs) + 1] = {
      {mentions_in<typename Cs::mentioned>::all, mentions_in<typename Cs::mentioned>::size}...};
};

/// A clause and, within it, a type that it speaks of.
struct mention_index {
  std::size_t clause = nowhere, mention = nowhere;
};
template <class Clauses, class Is>
constexpr mention_index first_mention(Is&& is) {
  for (std::size_t k = 0; k < mentions_by<Clauses>::size; ++k)
    for (std::size_t i = 0; i < mentions_by<Clauses>::of[k].size; ++i)
      if (is(mentions_by<Clauses>::of[k].all[i])) return {k, i};
  return {};
}
template <class Clauses, std::size_t Clause, std::size_t Mention>
using mentioned_at_t = type_at_t<Mention, typename type_at_t<Clause, Clauses>::mentioned>;

/// How many parts there are in an expression, composites included.
template <class Expr>
inline constexpr std::size_t parts_in = 1;
template <class A, class B>
inline constexpr std::size_t parts_in<then<A, B>> = parts_in<A> + parts_in<B>;
template <class A, class B>
inline constexpr std::size_t parts_in<together<A, B>> = parts_in<A> + parts_in<B>;
template <class P, class Inner>
inline constexpr std::size_t parts_in<composite_of<P, Inner>> = 1 + parts_in<Inner>;
template <class Nested>
  requires requires { typename Nested::product_type; }
inline constexpr std::size_t parts_in<Nested> = 1 + parts_in<typename Nested::product_type>;

/// True when the a-th part of an expression comes before the b-th.
template <class Expr>
struct order_in {
  static constexpr bool holds(std::size_t, std::size_t) { return false; }
};
template <class A, class B, bool IsThen>
struct order_in_two {
  static constexpr bool holds(std::size_t a, std::size_t b) {
    constexpr auto split = parts_in<A>;
    if (a < split && b < split) return order_in<A>::holds(a, b);
    if (a >= split && b >= split) return order_in<B>::holds(a - split, b - split);
    return IsThen && a < b;
  }
};
template <class A, class B>
struct order_in<then<A, B>> : order_in_two<A, B, true> {};
template <class A, class B>
struct order_in<together<A, B>> : order_in_two<A, B, false> {};
template <class Inner>
struct order_inside {
  static constexpr bool holds(std::size_t a, std::size_t b) {
    return a > 0 && b > 0 && order_in<Inner>::holds(a - 1, b - 1);
  }
};
template <class P, class Inner>
struct order_in<composite_of<P, Inner>> : order_inside<Inner> {};
template <class Nested>
  requires requires { typename Nested::product_type; }
struct order_in<Nested> : order_inside<typename Nested::product_type> {};

template <class Handoff>
struct reversed_handoff;
template <class A, class B>
struct reversed_handoff<types<A, B>> {
  using type = not_in_order<A, B>;
};

template <class Expr, class... Cs>
class product_error_of {
  using parts = typename parts_of<Expr>::type;
  using product_mentions = mentions_in<parts>;

  static constexpr std::size_t place_of(type_id part) {
    for (std::size_t i = 0; i < product_mentions::size; ++i)
      if (product_mentions::all[i].what == part) return i;
    return nowhere;
  }
  static constexpr bool in_product(type_id part) {
    return part == &address_of_type<the_whole> || place_of(part) != nowhere;
  }

  static constexpr mention_index first_unknown =
      first_mention<types<Cs...>>([](mention const& m) { return m.part && !in_product(m.part); });

  static constexpr std::size_t first_twice = [] {
    for (std::size_t i = 0; i < product_mentions::size; ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (product_mentions::all[i].what == product_mentions::all[j].what) return i;
    return nowhere;
  }();

  static constexpr std::size_t first_unordered = [] {
    handoff_ids const handoffs[] = {Cs::handoff..., {}};
    for (std::size_t k = 0; k < sizeof...(Cs); ++k)
      if (auto const& h = handoffs[k];
          h.before && !order_in<Expr>::holds(place_of(h.before), place_of(h.after)))
        return k;
    return nowhere;
  }();

  static constexpr std::size_t first_unfinished = [] {
    bool const finished[] = {Cs::is_finished..., false};
    std::size_t k = 0;
    while (finished[k]) ++k;
    return k < sizeof...(Cs) ? k : nowhere;
  }();

  template <class T>
  struct part_spoken_of {
    using type = T;
  };
  template <named_event T>
  struct part_spoken_of<T> {
    using type = typename T::of;
  };

  template <class Part>
  static constexpr std::size_t nearest() {
    auto best = Part::name.size() / 3 + 1;
    auto found = nowhere;
    for (std::size_t i = 0; i < product_mentions::size; ++i)
      if (auto const d = distance(Part::name, product_mentions::all[i].name); d <= best) {
        if (found != nowhere && d == best) continue;
        best = d;
        found = i;
      }
    return found;
  }

  static constexpr auto find() {
    if constexpr (first_twice != nowhere) {
      return twice_in_the_product<type_at_t<first_twice, parts>>{};
    } else if constexpr (first_unknown.clause != nowhere) {
      using spoken = mentioned_at_t<types<Cs...>, first_unknown.clause, first_unknown.mention>;
      using part = typename part_spoken_of<spoken>::type;
      constexpr auto nearest_one = nearest<part>();
      if constexpr (nearest_one == nowhere)
        return the_product_has_no<part>{};
      else
        return the_product_has_no<part, did_you_mean<type_at_t<nearest_one, parts>>>{};
    } else if constexpr (first_unordered != nowhere) {
      return typename reversed_handoff<
          typename type_at_t<first_unordered, types<Cs...>>::lupaus_handoff>::type{};
    } else if constexpr (first_unfinished != nowhere) {
      return nobody_owes_anything_on<typename type_at_t<first_unfinished, types<Cs...>>::trigger>{};
    } else {
      return no_error{};
    }
  }

 public:
  using type = decltype(find());
};

}  // namespace detail

}  // namespace lupaus::inline v0
