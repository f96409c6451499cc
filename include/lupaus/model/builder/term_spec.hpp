// SPDX-License-Identifier: BSL-1.0
//
// The words in which terms are written: within(48h).after(completed(delivery)), single_contact.
#pragma once

#include "lupaus/model/builder/reference.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

/// A term that is counted from an event given as a type (of a promise written as a template).
template <class Event>
struct anchored;

/// A term as written: its quality by type or by name, its anchor not yet resolved.
struct term_spec {
  quality_ref quality = nullptr;
  std::string_view quality_name;  ///< where `quality` is not given
  checked_bound limit;
  event_ref anchor;

  /// Counts the time from an event instead of from the quality's own beginning.
  constexpr term_spec after(event_ref e) const {
    auto t = *this;
    t.anchor = e;
    return t;
  }
  template <class Event>
    requires requires { typename Event::lupaus_event; }
  constexpr anchored<Event> after(Event e) const;
};

template <class Event>
struct anchored {
  term_spec base;
  Event event;
};

template <class Event>
  requires requires { typename Event::lupaus_event; }
constexpr anchored<Event> term_spec::after(Event e) const { return {*this, e}; }

/// A term of any quality, the library's or the user's.
template <quality Q>
constexpr term_spec term_of(typename Q::bound_type const& limit) {
  return {&quality_of<Q>, {}, bound_codec<typename Q::bound_type>::encode(limit), {}};
}
template <quality Q>
  requires std::same_as<typename Q::bound_type, nothing>
constexpr term_spec term_of() { return term_of<Q>(nothing{}); }
/// A term of a quality known by name to the builder.
constexpr term_spec named_term(std::string_view quality_name, checked_bound limit = {}) {
  return {nullptr, quality_name, limit, {}};
}

/// A length of time. A negative, fractional or overlong one is an error when it is used.
template <duration_like D>
constexpr time_limit lasting(D d) {
  auto const s = to_seconds(d);
  return {{{bound_kind::elapsed, s.value, 0, {}}, s.fault}};
}
constexpr time_limit lasting(business_days d) {
  auto const ok = 0 <= d.count && d.count <= 36'525 && 0 <= d.holidays && d.holidays <= 366 &&
                  1 <= d.days_per_week && d.days_per_week <= 7;
  return {{detail::encode(d),
           ok ? nullptr : "0 to 36525 business days, 0 to 366 holidays and a week of 1 to 7 days"}};
}
constexpr time_limit lasting(calendar_day d) {
  return {{{bound_kind::calendar_day, d.since_epoch, 0, {}},
           is_date(d) ? nullptr : "a day of the calendar, of the years 0 to 9999"}};
}
constexpr time_limit lasting(instant t) {
  auto const ok = first_day * one_day <= t.since_epoch && t.since_epoch < (last_day + 1) * one_day;
  return {{{bound_kind::instant, t.since_epoch, 0, {}},
           ok ? nullptr : "an instant of the years 0 to 9999"}};
}

template <class T>
concept length_or_date = requires(T t) {
  lasting(t);
};

/// Performed within 48 h, within 2 business days, …
template <length_or_date T>
constexpr term_spec within(T t) {
  return term_of<deadline>(lasting(t));
}
/// Performed on that day, or by that moment, at the latest.
constexpr term_spec by(calendar_day d) { return within(d); }
constexpr term_spec by(instant t) { return within(t); }

/// Performed between two times of the day.
template <duration_like A, duration_like B>
constexpr term_spec in_window(A from, B until) {
  auto const a = to_seconds(from), b = to_seconds(until);
  auto t = term_of<time_window>(window{a.value / 60, b.value / 60});
  if (a.fault || b.fault || a.value % 60 || b.value % 60)
    t.limit.fault = "times of the day in whole minutes";
  return t;
}
constexpr term_spec at(place p) { return term_of<delivery_place>(p); }
constexpr term_spec in_condition(state_of_goods s) { return term_of<condition>(s); }
inline constexpr term_spec undamaged = in_condition(state_of_goods::undamaged);
inline constexpr term_spec installed = term_of<installed_and_tested>();

/// Told of every change within a time after it.
template <length_or_date T>
constexpr term_spec informed_within(T t) {
  return term_of<informed>(lasting(t));
}
inline constexpr term_spec single_contact = term_of<one_contact>();
inline constexpr term_spec fits_need = term_of<need_fit>();

/// Free to cancel until an event, or for a time (after an event, with `.after`).
constexpr term_spec cancel_until(event_ref e) {
  term_spec t = term_of<cancellable>(time_limit{{{bound_kind::elapsed, 0, 0, {}}, nullptr}});
  return t.after(e);
}
template <length_or_date T>
constexpr term_spec cancel_until(T t) {
  return term_of<cancellable>(lasting(t));
}
/// Put right within a time after the report of the failure.
template <length_or_date T>
constexpr term_spec recovered_within(T t) {
  return term_of<recovery>(lasting(t));
}
constexpr term_spec priced_at(money m) { return term_of<price>(m); }

inline constexpr term_spec greeted = term_of<greeting>();
inline constexpr term_spec undivided_attention = term_of<attention>();
inline constexpr term_spec needs_asked = term_of<needs_question>();
inline constexpr term_spec advised = term_of<advice_given>();
inline constexpr term_spec thanked = term_of<thanks>();

/// One term or several: within(48h), or {advised, undivided_attention}.
struct term_list {
  std::vector<term_spec> items;

  term_list() = default;
  term_list(term_spec const& one) : items{one} {}
  term_list(std::initializer_list<term_spec> several) : items(several) {}
};

}  // namespace lupaus::inline v0
