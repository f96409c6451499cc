// SPDX-License-Identifier: BSL-1.0
//
// Parts, parties and events as named types, so that a compiler's message says the user's words:
//
//   inline constexpr struct delivery_ : service<delivery_> {} delivery;
//   inline constexpr struct carrier_  : subcontractor<carrier_> {} carrier;
//   inline constexpr struct lost_     : failure_of<lost_, delivery_> {} lost;
//
// Put them in a namespace of your own: `customer`, `seller` and the like are names of templates
// here, and at global scope after `using namespace lupaus` the two would be ambiguous.
//
// The name shown is the type's own ("gift_wrapping_" is "gift wrapping"), or a second argument:
// service<delivery_, "express delivery">.
#pragma once

#include "lupaus/model/builder/reference.hpp"
#include "lupaus/model/builder/term_spec.hpp"
#include "lupaus/model/event.hpp"
#include "lupaus/model/part.hpp"
#include "lupaus/model/party.hpp"
#include "lupaus/promise/declared_failures.hpp"
#include "lupaus/promise/type_list.hpp"

#include <concepts>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace lupaus::inline v0 {

namespace detail {

/// A named type that a clause speaks of, as a value.
struct mention {
  enum class kind : std::uint8_t { part, party, event };
  kind is;
  type_id what;
  type_id part;  ///< of an event: in whose life it happens
  std::string_view name;
  role plays = role::subcontractor;  ///< of a party
};

}  // namespace detail

template <class T>
concept named_part = requires {
  typename T::lupaus_part;
};
template <class T>
concept named_party = requires {
  typename T::lupaus_party;
};
/// A part made of parts, with a name.
template <class T>
concept named_composite = named_part<T> && T::kind == part_kind::composite;
/// An event of a part, as a type.
template <class T>
concept named_event = requires {
  typename T::lupaus_event;
};

/// A failure mode of a part: a type that derives from `failure_of`.
template <class T>
concept named_failure = named_event<T> && T::kind == event_kind::failed;

/// The whole promise in which a clause stands; written `whole`.
struct the_whole {
  using lupaus_part = the_whole;
  static constexpr part_kind kind = part_kind::composite;
  static constexpr std::string_view name = "the whole";
};

namespace detail {

template <class T>
constexpr mention mention_of() {
  if constexpr (named_part<T>)
    return {mention::kind::part, &address_of_type<T>, &address_of_type<T>, T::name};
  else if constexpr (named_party<T>)
    return {mention::kind::party, &address_of_type<T>, nullptr, T::name, T::is};
  else
    return {mention::kind::event, &address_of_type<T>, &address_of_type<typename T::of>, {}};
}

/// `whole` is an id in the run-time model; here it is the type `the_whole`.
template <named_part P>
constexpr P as_part(P p) {
  return p;
}
constexpr the_whole as_part(part_id) { return {}; }
template <class P>
concept part_word = named_part<P> || std::same_as<P, part_id>;
template <class P>
using part_t = decltype(as_part(P{}));

struct no_event {};
struct no_party {};

/// An event of the order: the same type whatever the kind, for it belongs to no part.
struct event_of_order {
  event_kind kind = event_kind::ordered;
};
template <named_event E>
constexpr E as_event(E e) {
  return e;
}
[[noreturn]] inline void an_event_of_a_part_is_named_by_its_type_here() { std::abort(); }
constexpr event_of_order as_event(event_ref const& e) {
  if (!is_of_order(e.kind) || e.id || e.is_report) an_event_of_a_part_is_named_by_its_type_here();
  return {e.kind};
}
/// So long after `since`, `what` has not happened; or is `no_event`: then that time has passed.
template <class What, class Since>
struct time_out {
  using lupaus_time_out = time_out;
  What what;
  Since since;
  checked_bound within;
};
template <class T>
concept named_time_out = requires {
  typename T::lupaus_time_out;
};
template <named_time_out T>
constexpr T as_event(T const& t) {
  return t;
}

template <class E>
concept event_word = named_event<E> || named_time_out<E> || std::same_as<E, event_ref>;
template <event_word E>
using event_t = decltype(as_event(std::declval<E>()));

}  // namespace detail

// ---- events ------------------------------------------------------------------------------------

// What can be said of a step in the life of a part; defined in event_clauses.hpp.
template <class Event, class Custody, class Until, class... Ways>
struct happening;

namespace detail {

template <class Self, event_kind Kind, class Part>
struct event_words {
  using lupaus_event = Self;
  using of = Part;
  static constexpr event_kind kind = Kind;

  /// It can follow that event; said again, it is another way in which it can come about.
  template <event_word E>
  constexpr auto follows(E e) const;
  /// Who brings it about.
  template <named_party P>
  constexpr auto by(P p) const;
  /// With it the good changes hands.
  template <named_part Good, named_party Holder>
    requires(Kind == event_kind::failed || Kind == event_kind::late || Kind == event_kind::step)
  constexpr auto hands(Good g, Holder h) const;
  /// Of a failure: only until that time has passed.
  template <named_time_out T>
    requires(Kind == event_kind::failed)
  constexpr auto until(T const& time_out) const;
};

}  // namespace detail

/// An event that every part has, or may have: event_of<event_kind::completed, delivery_>.
template <event_kind Kind, named_part Part>
struct event_of {
  using lupaus_event = event_of;
  using of = Part;
  static constexpr event_kind kind = Kind;
};
/// That a part is late is a failure mode: it can be said of it what can be said of a named one.
template <named_part Part>
struct event_of<event_kind::late, Part>
    : detail::event_words<event_of<event_kind::late, Part>, event_kind::late, Part> {};
/// In which ways a part is begun and completed can be said, too.
template <named_part Part>
struct event_of<event_kind::started, Part>
    : detail::event_words<event_of<event_kind::started, Part>, event_kind::started, Part> {};
template <named_part Part>
struct event_of<event_kind::completed, Part>
    : detail::event_words<event_of<event_kind::completed, Part>, event_kind::completed, Part> {};
template <named_part P>
using completed_ = event_of<event_kind::completed, P>;
template <named_part P>
using started_ = event_of<event_kind::started, P>;
template <named_part P>
using possession_ = event_of<event_kind::possession, P>;
template <named_part P>
using late_ = event_of<event_kind::late, P>;

/// The seller is told of an event.
template <named_event E>
struct report_of {
  using lupaus_event = report_of;
  using of = typename E::of;
  using subject = E;
  static constexpr event_kind kind = event_kind::reported;
};

template <named_part P>
  requires(P::kind != part_kind::composite)
constexpr completed_<P> completed(P) { return {}; }
template <named_part P>
  requires(P::kind != part_kind::composite)
constexpr started_<P> started(P) { return {}; }
template <named_part P>
  requires(P::kind != part_kind::composite)
constexpr started_<P> shipped(P) { return {}; }
template <named_part P>
  requires(P::kind == part_kind::good)
constexpr possession_<P> possession(P) { return {}; }
template <named_part P>
  requires(P::kind != part_kind::composite)
constexpr late_<P> late(P) { return {}; }
template <named_event E>
constexpr report_of<E> reported(E) {
  return {};
}
template <named_event E>
constexpr auto cancel_until(E e) {
  return term_of<cancellable>(time_limit{{{bound_kind::elapsed, 0, 0, {}}, nullptr}}).after(e);
}

/// That so long after an event, or after the order, another one has not happened.
template <detail::event_word E, length_or_date T, detail::event_word S = event_ref>
  requires(!detail::named_time_out<E> && !detail::named_time_out<S>)
constexpr auto not_by(E what, T within, S since = ordered) {
  return detail::time_out<detail::event_t<E>, detail::event_t<S>>{
      detail::as_event(what), detail::as_event(since), lasting(within).value};
}
/// That so long has passed since an event, or since the order.
template <length_or_date T, detail::event_word S = event_ref>
  requires(!detail::named_time_out<S>)
constexpr auto passed(T time, S since = ordered) {
  return detail::time_out<detail::no_event, detail::event_t<S>>{
      {}, detail::as_event(since), lasting(time).value};
}

/// A failure mode of a part. A promise of that part says that it may happen, or cannot.
template <class Self, named_part Part, fixed_string Name = "">
struct failure_of : detail::event_words<Self, event_kind::failed, Part>,
                    detail::declares_failure<Self, Part> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();
};
/// Any other step in the life of a part.
template <class Self, named_part Part, fixed_string Name = "">
struct step_of : detail::event_words<Self, event_kind::step, Part> {
  static constexpr std::string_view name = detail::name_of_type<Self, Name>();
};

// ---- parts; what can be said of them is in verbs.hpp -------------------------------------------

namespace detail {
template <class Self, part_kind Kind>
struct part_words;
template <class Self, role Role>
struct party_words;
}  // namespace detail

}  // namespace lupaus::inline v0
