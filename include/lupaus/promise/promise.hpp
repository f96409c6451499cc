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

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lupaus::inline v0 {

// ---- what does not fit into the product: the reason, as a type that a message can show ----------

/// A clause speaks of a part that the product does not have.
template <class Part, class DidYouMean = void>
struct the_product_has_no {};
template <class Part>
struct did_you_mean {};
/// A handoff between parts of which the first does not come before the second.
template <class Before, class After>
struct not_in_order {};
/// A part stands in the product twice.
template <class Part>
struct twice_in_the_product {};
template <class Product>
struct nobody_is_the_customer {};
template <class Product>
struct nobody_is_the_seller {};
struct nothing_is_wrong {};

template <class Fault>
inline constexpr bool is_nothing_wrong = false;
template <>
inline constexpr bool is_nothing_wrong<nothing_is_wrong> = true;

/// The parts of the promise fit together. The argument says what does not.
template <class Fault>
concept fits_together = is_nothing_wrong<Fault>;

namespace detail {

template <class... Groups>
struct group_of {
  values<Groups...> clauses;
};

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

template <class C>
concept handoff_clause = requires {
  typename C::lupaus_handoff;
};

/// True when the first part comes before the second somewhere in the product.
template <class Expr, class A, class B>
struct comes_before : std::false_type {};
template <class List, class P>
struct contains;
template <class... Ts, class P>
struct contains<types<Ts...>, P> : std::bool_constant<(std::is_same_v<Ts, P> || ...)> {};
template <class X, class P>
inline constexpr bool has_part = contains<typename parts_of<X>::type, P>::value;

template <class X, class Y, class A, class B>
struct comes_before<then<X, Y>, A, B>
    : std::bool_constant<(has_part<X, A> && has_part<Y, B>) || comes_before<X, A, B>::value ||
                         comes_before<Y, A, B>::value> {};
template <class X, class Y, class A, class B>
struct comes_before<together<X, Y>, A, B>
    : std::bool_constant<comes_before<X, A, B>::value || comes_before<Y, A, B>::value> {};
template <class P, class Inner, class A, class B>
struct comes_before<holding<P, Inner>, A, B> : comes_before<Inner, A, B> {};
template <class Nested, class A, class B>
  requires requires { typename Nested::lupaus_parts; }
struct comes_before<Nested, A, B> : comes_before<typename Nested::product_type, A, B> {};

template <class Expr, class Handoff>
struct ordered_handoff;
template <class Expr, class A, class B>
struct ordered_handoff<Expr, types<A, B>> {
  static constexpr bool value = comes_before<Expr, A, B>::value;
  using fault = not_in_order<A, B>;
};

template <class Expr, class... Cs>
class misfit {
  using parts = typename parts_of<Expr>::type;
  using product_mentions = mentions_in<parts>;

  struct place {
    std::size_t clause = nowhere, mention = nowhere;
  };

  static constexpr bool in_product(type_id part) {
    if (part == &anchor<the_whole>) return true;
    for (std::size_t i = 0; i < product_mentions::size; ++i)
      if (product_mentions::all[i].what == part) return true;
    return false;
  }

  template <class List>
  static constexpr std::size_t stranger_in() {
    using here = mentions_in<List>;
    for (std::size_t i = 0; i < here::size; ++i)
      if (here::all[i].part && !in_product(here::all[i].part)) return i;
    return nowhere;
  }

  static constexpr place first_stranger = [] {
    place p;
    std::size_t k = 0;
    ((p.clause == nowhere && (p.mention = stranger_in<typename Cs::mentioned>()) != nowhere
          ? void(p.clause = k)
          : void(),
      ++k),
     ...);
    return p;
  }();

  static constexpr std::size_t first_twice = [] {
    for (std::size_t i = 0; i < product_mentions::size; ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (product_mentions::all[i].what == product_mentions::all[j].what) return i;
    return nowhere;
  }();

  static constexpr std::size_t first_unordered = [] {
    std::size_t k = 0, found = nowhere;
    auto const look = [&]<class C>(std::type_identity<C>) {
      if constexpr (handoff_clause<C>)
        if (found == nowhere && !ordered_handoff<Expr, typename C::lupaus_handoff>::value)
          found = k;
      ++k;
    };
    (look(std::type_identity<Cs>{}), ...);
    return found;
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
    } else if constexpr (first_stranger.clause != nowhere) {
      using spoken = type_at_t<first_stranger.mention,
                               typename type_at_t<first_stranger.clause, types<Cs...>>::mentioned>;
      using part = typename part_spoken_of<spoken>::type;
      constexpr auto near = nearest<part>();
      if constexpr (near == nowhere)
        return the_product_has_no<part>{};
      else
        return the_product_has_no<part, did_you_mean<type_at_t<near, parts>>>{};
    } else if constexpr (first_unordered != nowhere) {
      return typename ordered_handoff<
          Expr, typename type_at_t<first_unordered, types<Cs...>>::lupaus_handoff>::fault{};
    } else {
      return nothing_is_wrong{};
    }
  }

 public:
  using type = decltype(find());
};

template <class T>
using clause_t = decltype(as_clause(std::declval<T const&>()));
template <class T>
concept happening_word = clause<T> ||(named_event<T>&& requires { T::name; });

// One row of values from several.
template <class... As, class... Bs>
constexpr values<As..., Bs...> joined(values<As...> const& a, values<Bs...> const& b) {
  if constexpr (sizeof...(As) == 0)
    return b;
  else
    return {a.head, joined(a.tail, b)};
}
constexpr values<> joined() { return {}; }
template <class... As>
constexpr values<As...> joined(values<As...> const& a) {
  return a;
}
template <class A, class B, class C, class... Rest>
constexpr auto joined(A const& a, B const& b, C const& c, Rest const&... rest) {
  return joined(joined(a, b), c, rest...);
}

}  // namespace detail

// ---- the layers --------------------------------------------------------------------------------

/// What the page says and lets her understand.
template <marketing_clause... Cs>
constexpr detail::group_of<Cs...> marketing(Cs const&... cs) {
  return {detail::values_of(cs...)};
}
/// What the seller takes on, and its rules for when things go wrong.
template <clause... Cs>
  requires(!Cs::is_claim && ...)
constexpr detail::group_of<Cs...> fulfilment(Cs const&... cs) { return {detail::values_of(cs...)}; }
/// What will be done, and by whom.
template <clause... Cs>
  requires(!Cs::is_claim && ...)
constexpr detail::group_of<Cs...> subcontracts(Cs const&... cs) {
  return {detail::values_of(cs...)};
}
/// The failure modes of the parts, and what else can happen to them.
template <detail::happening_word... Cs>
constexpr detail::group_of<detail::clause_t<Cs>...> may_happen(Cs const&... cs) {
  return {detail::values_of(detail::as_clause(cs)...)};
}

/// A promise. Made by `promise(…)`.
template <class Whole, class Product, class... Cs>
class promise_type {
 public:
  using lupaus_product = void;
  using whole_type = Whole;
  using product_type = Product;
  using lupaus_parts =
      typename detail::join<detail::types<Whole>, typename detail::parts_of<Product>::type>::type;
  using clause_types = detail::types<Cs...>;

  constexpr promise_type(std::string_view title, Product const& product,
                         detail::values<Cs...> const& clauses)
      : title_{title}, product_{product}, clauses_{clauses} {}

  constexpr std::string_view title() const { return title_; }
  constexpr Product const& made_of() const { return product_; }
  constexpr detail::values<Cs...> const& clauses() const { return clauses_; }

  /// Registers the customer and the seller before anybody else.
  template <class W>
  constexpr void name_principals(W& w) const {
    name_first<role::customer>(w);
    name_first<role::seller>(w);
    nested_principals(w, product_);
  }

 private:
  template <role R, class W>
  static constexpr void name_first(W& w) {
    (name_in<R>(w, typename Cs::mentioned{}), ...);
  }
  template <role R, class W, class... Ts>
  static constexpr void name_in(W& w, detail::types<Ts...>) {
    (name_one<R, Ts>(w), ...);
  }
  template <role R, class T, class W>
  static constexpr void name_one(W& w) {
    if constexpr (named_party<T>)
      if constexpr (T::is == R) w.party(T{});
  }
  template <class W, class A, class B>
  static constexpr void nested_principals(W& w, detail::then<A, B> const& x) {
    nested_principals(w, x.a);
    nested_principals(w, x.b);
  }
  template <class W, class A, class B>
  static constexpr void nested_principals(W& w, detail::together<A, B> const& x) {
    nested_principals(w, x.a);
    nested_principals(w, x.b);
  }
  template <class W, class P, class I>
  static constexpr void nested_principals(W& w, detail::holding<P, I> const& x) {
    nested_principals(w, x.inner);
  }
  template <class W, class Other>
  static constexpr void nested_principals(W& w, Other const& x) {
    if constexpr (requires { typename Other::lupaus_parts; }) x.name_principals(w);
  }

  std::string_view title_;
  Product product_;
  detail::values<Cs...> clauses_;
};

namespace detail {

template <class List, role R>
struct names_a;
template <class... Ts, role R>
struct names_a<types<Ts...>, R> {
  template <class T>
  static constexpr bool is_one() {
    if constexpr (named_party<T>)
      return T::is == R;
    else
      return false;
  }
  static constexpr bool value = (is_one<Ts>() || ...);
};
template <class Expr, role R>
struct nested_names_a : std::false_type {};
template <class A, class B, role R>
struct nested_names_a<then<A, B>, R>
    : std::bool_constant<nested_names_a<A, R>::value || nested_names_a<B, R>::value> {};
template <class A, class B, role R>
struct nested_names_a<together<A, B>, R>
    : std::bool_constant<nested_names_a<A, R>::value || nested_names_a<B, R>::value> {};
template <class P, class Inner, role R>
struct nested_names_a<holding<P, Inner>, R> : nested_names_a<Inner, R> {};
template <class W, class Product, class... Cs, role R>
struct nested_names_a<promise_type<W, Product, Cs...>, R>
    : std::bool_constant<(names_a<typename Cs::mentioned, R>::value || ...) ||
                         nested_names_a<Product, R>::value> {};

// The sentences that a message shows, with the user's types. All false.
template <class Part, class DidYouMean>
inline constexpr bool the_product_has = false;
template <class Before, class After>
inline constexpr bool the_first_comes_before_the_second_of = false;
template <class Part>
inline constexpr bool it_stands_in_the_product_once = false;
template <class Product>
inline constexpr bool a_clause_names_the_customer_of = false;
template <class Product>
inline constexpr bool a_clause_names_the_seller_of = false;

constexpr void explain(nothing_is_wrong*) {}
template <class Part, class DidYouMean>
constexpr void explain(the_product_has_no<Part, DidYouMean>*) {
  static_assert(the_product_has<Part, DidYouMean>,
                "lupaus: a clause speaks of a part, or of an event of a part, that is not in the "
                "product. To mend: add the part to the product, or speak of one that is in it.");
}
template <class Before, class After>
constexpr void explain(not_in_order<Before, After>*) {
  static_assert(
      the_first_comes_before_the_second_of<Before, After>,
      "lupaus: a handoff is from an earlier part to a later one. Here the product does "
      "not put them in that order. To mend: swap them, or join them by >> in the product.");
}
template <class Part>
constexpr void explain(twice_in_the_product<Part>*) {
  static_assert(it_stands_in_the_product_once<Part>,
                "lupaus: a part has one place in the product. To mend: write `2 * part` for a "
                "quantity, or a part of its own for each place.");
}
template <class Missing>
constexpr void explain(nobody_is_the_customer<Missing>*) {
  static_assert(a_clause_names_the_customer_of<Missing>,
                "lupaus: no clause names the customer. To mend: say whom she can reach, as in "
                "`customer.reaches(seller)`.");
}
template <class Missing>
constexpr void explain(nobody_is_the_seller<Missing>*) {
  static_assert(a_clause_names_the_seller_of<Missing>,
                "lupaus: no clause names the seller. To mend: say what the seller commits.");
}

template <class Whole, class Product, class... Cs>
constexpr promise_type<Whole, Product, Cs...> make_promise(std::string_view title,
                                                           Product const& product,
                                                           values<Cs...> const& clauses) {
  return {title, product, clauses};
}

template <class Whole, class Product, class Clauses>
struct fault_of;
template <class Whole, class Product, class... Cs>
struct fault_of<Whole, Product, values<Cs...>> {
  using inner = typename misfit<then<Whole, Product>, Cs...>::type;
  using here = promise_type<Whole, Product, Cs...>;
  // A promise that is to stand in another may leave the parties to it.
  static constexpr bool stands_alone = std::same_as<Whole, the_whole>;
  using type = std::conditional_t<
      !is_nothing_wrong<inner>, inner,
      std::conditional_t<
          stands_alone && !nested_names_a<here, role::customer>::value,
          nobody_is_the_customer<Product>,
          std::conditional_t<stands_alone && !nested_names_a<here, role::seller>::value,
                             nobody_is_the_seller<Product>, nothing_is_wrong>>>;
};

}  // namespace detail

/// What is wrong with a promise made of these, as a type; `nothing_is_wrong` when it fits.
template <class Whole, class Product, class... Groups>
using fault_in = typename detail::fault_of<
    Whole, Product,
    std::remove_cvref_t<decltype(detail::joined(std::declval<Groups const&>().clauses...))>>::type;

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
