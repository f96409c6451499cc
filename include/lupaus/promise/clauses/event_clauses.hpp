// SPDX-License-Identifier: BSL-1.0
//
// Clauses of what may happen to a part.
#pragma once

#include "lupaus/promise/clauses/clause_base.hpp"

#include <concepts>
#include <cstddef>
#include <utility>

namespace lupaus::inline v0 {

// ---- what may happen ---------------------------------------------------------------------------

template <class From, class By>
struct way {
  From from;
};
template <class Good, class Holder>
struct custody {};
struct no_custody {};

namespace detail {

/// An event that can be said to happen: a failure or a step with a name, or that a part is late.
template <class T>
concept life_event = named_event<T> &&(requires { T::name; } || T::kind == event_kind::late);

template <class F, class B>
struct mentioned_by<way<F, B>> {
  using type = typename join<typename mentioned_by<F>::type, typename mentioned_by<B>::type>::type;
};
template <class G, class H>
struct mentioned_by<custody<G, H>> {
  using type = types<G, H>;
};
template <>
struct mentioned_by<no_custody> {
  using type = types<>;
};

}  // namespace detail

/// An event of a part, the ways in which it can come about, who holds the goods afterwards, and
/// until when it counts.
template <class Event, class Custody, class Until, class... Ways>
struct happening : detail::clause_on<detail::groups::may_happen, Event, Custody, Until, Ways...> {
  static constexpr int write_order = 1;
  detail::values<Ways...> ways;
  Until end;

  /// It can follow that event; said again, it is another way in which it can come about.
  template <detail::event_word E>
  constexpr auto follows(E e) const {
    using last = way<detail::event_t<E>, detail::no_party>;
    return with(joined(ways, detail::values_of(last{detail::as_event(e)})));
  }
  /// Who brings it about, after the event last named; if nobody is said, the part's performer.
  template <named_party P>
  constexpr auto by(P) const {
    if constexpr (sizeof...(Ways) == 0)
      return happening<Event, Custody, Until, way<detail::no_event, P>>{{}, {}, end};
    else
      return with_actor<P>(ways);
  }
  /// With it the good changes hands: afterwards that party holds it.
  template <named_part Good, named_party Holder>
    requires(Good::kind == part_kind::good && detail::life_event<Event>)
  constexpr auto hands(Good, Holder) const {
    return happening<Event, custody<Good, Holder>, Until, Ways...>{{}, ways, end};
  }
  /// Of a failure: only until that time has passed, as where a warranty ends. What shows later is
  /// nobody's failure.
  template <detail::named_time_out T>
    requires(Event::kind == event_kind::failed)
  constexpr auto until(T const& time_out) const {
    return happening<Event, Custody, T, Ways...>{{}, ways, time_out};
  }

  template <class W>
  constexpr void write(W& w) const {
    auto const e = w.event(Event{});
    if constexpr (!std::same_as<Custody, no_custody>) set_custody(w, e, Custody{});
    ways.for_each([&]<class F, class B>(way<F, B> const& x) {
      auto const from = w.event(x.from);
      if (from == e) w.reject(detail::value_error::contradiction);
      w.add_way({from, e, w.party_or_none(B{})});
    });
    auto const until = w.event(end);
    w.c.events[e.index()].until = until;
  }

 private:
  template <class W, class Good, class Holder>
  static constexpr void set_custody(W& w, event_id e, custody<Good, Holder>) {
    auto const good = w.part(Good{});
    auto const holder = w.party(Holder{});
    w.c.events[e.index()].good = good;
    w.c.events[e.index()].holder = holder;
  }
  template <class... Others>
  constexpr auto with(detail::values<Others...> const& others) const {
    return happening<Event, Custody, Until, Others...>{{}, others, end};
  }
  // The last way is that party's.
  template <class P, std::size_t... I, class... Ws>
  constexpr auto with_actor(
      detail::indexed_values<std::index_sequence<I...>, Ws...> const& all) const {
    return with(detail::values_of(acted<P, I + 1 == sizeof...(Ws)>(
        static_cast<detail::indexed_value<I, Ws> const&>(all).value)...));
  }
  template <class P, bool IsLast, class F, class B>
  static constexpr auto acted(way<F, B> const& w) {
    if constexpr (IsLast)
      return way<F, P>{w.from};
    else
      return w;
  }
};

namespace detail {

template <class Self, event_kind K, class Part>
template <event_word E>
constexpr auto event_words<Self, K, Part>::follows(E e) const {
  return happening<Self, no_custody, no_event>{}.follows(e);
}
template <class Self, event_kind K, class Part>
template <named_party P>
constexpr auto event_words<Self, K, Part>::by(P p) const {
  return happening<Self, no_custody, no_event>{}.by(p);
}
template <class Self, event_kind K, class Part>
template <named_part Good, named_party Holder>
  requires(K == event_kind::failed || K == event_kind::late || K == event_kind::step)
constexpr auto event_words<Self, K, Part>::hands(Good g, Holder h) const {
  return happening<Self, no_custody, no_event>{}.hands(g, h);
}

template <class Self, event_kind K, class Part>
template <named_time_out T>
  requires(K == event_kind::failed)
constexpr auto event_words<Self, K, Part>::until(T const& time_out) const {
  return happening<Self, no_custody, no_event>{}.until(time_out);
}

/// Such an event by itself is a clause, too. What is neither is told of later.
template <class T>
constexpr T const& as_clause(T const& t) {
  return t;
}
template <life_event T>
constexpr auto as_clause(T const&) {
  return happening<T, no_custody, no_event>{};
}

}  // namespace detail

/// A failure that this promise rules out, though a part of its product has it.
template <class Event>
struct ruled_out : detail::clause_on<detail::groups::may_happen, Event> {
  static constexpr int write_order = 3;  // after all that may happen
  template <class W>
  constexpr void write(W& w) const {
    if (w.knows(Event{})) w.reject(detail::value_error::contradiction);
  }
};

template <class Service, class Good>
struct carries_clause
    : detail::clause_on<detail::groups::fulfilment_or_subcontracts, Service, Good> {
  static constexpr int write_order = 0;
  template <class W>
  constexpr void write(W& w) const {
    auto const good = w.part(Good{});
    auto& p = w.c.parts[w.part(Service{}).index()];
    if (p.carries && p.carries != good) w.reject(detail::value_error::contradiction);
    p.carries = good;
    w.event(started_<Service>{});
  }
};

/// A step of an encounter.
template <class Service>
struct gives_clause : detail::clause_on<detail::groups::fulfilment_or_subcontracts, Service> {
  term_spec quality;
  experience_level level = {};
  template <class W>
  constexpr void write(W& w) const {
    auto& p = w.c.parts[w.part(Service{}).index()];
    if (is_step(p)) w.reject(detail::value_error::contradiction);
    if (w.resolve(quality).limit.kind != bound_kind::nothing) w.reject(detail::value_error::bound);
    p.gives = quality.quality;
    p.level = level;
  }
};

}  // namespace lupaus::inline v0
