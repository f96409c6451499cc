// SPDX-License-Identifier: BSL-1.0
//
// The qualities that come with the library. Each struct says its own order; a user's quality is
// written the same way and stands beside them.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/terms/quality.hpp"
#include "lupaus/model/terms/time_text.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0 {

namespace detail {

constexpr bound encode(business_days d) {
  return {bound_kind::working, d.count, d.holidays << 8 | d.days_per_week, {}};
}
constexpr business_days working(bound const& b) {
  return {b.a, b.b >> 8, static_cast<std::int32_t>(b.b & 0xff)};
}

}  // namespace detail

/// True when the bound is a length of time (and not a date).
constexpr bool is_length(bound const& b) {
  return b.kind == bound_kind::elapsed || b.kind == bound_kind::working;
}

/// The length of time that a bound allows. Precondition: `is_length(b)`.
constexpr span_of_time length_of(bound const& b) {
  if (b.kind == bound_kind::working) return {0, detail::working(b)};
  return {b.a, {}};
}

/// True when whoever keeps the limit `a` keeps `b`. A length and a date are never comparable:
/// what is counted from an order does not know the date of that order.
constexpr bool keeps(bound const& a, bound const& b) {
  if (is_length(a) && is_length(b)) return overrun(length_of(a), length_of(b)) == 0;
  if (is_length(a) || is_length(b)) return false;
  // A day is kept until its last second; the midnight after it belongs to the next.
  auto const last_second = [](bound const& x) {
    return x.kind == bound_kind::instant ? x.a : (x.a + 1) * one_day - 1;
  };
  return last_second(a) <= last_second(b);
}

/// "48 h", "2 business days", "2026-12-24".
[[nodiscard]] LUPAUS_DECL std::string phrase_limit(bound const& b);

/// Base of a quality that is there or is not.
struct presence {
  using bound_type = nothing;
  static constexpr bool entails(nothing, nothing) { return true; }
};

/// Performed within a time: shorter entails longer.
struct deadline {
  static constexpr std::string_view name = "deadline";
  static constexpr std::string_view from = "the order";
  using bound_type = time_limit;
  static constexpr auto order = value_order::less_entails_more;
  static constexpr bool entails(time_limit const& a, time_limit const& b) {
    return keeps(a.value.value, b.value.value);
  }
  static std::string phrase(time_limit const&);
};

/// Performed inside a window of the day: narrower entails wider.
struct time_window {
  static constexpr std::string_view name = "time-window";
  using bound_type = window;
  static constexpr bool entails(window a, window b) {
    return b.from <= a.from && a.until <= b.until;
  }
  static constexpr bool compatible(window a, window b) {
    return a.from < b.until && b.from < a.until;
  }
  static std::string phrase(window);
};

/// Where goods are handed over: nearer to where she wants them entails farther.
enum class place : std::uint8_t { pickup_point, kerb, doorstep, room_of_choice };

struct delivery_place {
  static constexpr std::string_view name = "place";
  using bound_type = place;
  static constexpr std::string_view words[] = {"pickup_point", "kerb", "doorstep",
                                               "room_of_choice"};
  static constexpr auto order = value_order::more_entails_less;
  static constexpr bool entails(place a, place b) { return a >= b; }
  static std::string phrase(place);
};

/// The state of goods: better entails worse.
enum class state_of_goods : std::uint8_t { as_described, working, undamaged, brand_new };

struct condition {
  static constexpr std::string_view name = "condition";
  using bound_type = state_of_goods;
  static constexpr std::string_view words[] = {"as_described", "working", "undamaged", "brand_new"};
  static constexpr auto order = value_order::more_entails_less;
  static constexpr bool entails(state_of_goods a, state_of_goods b) { return a >= b; }
  static std::string phrase(state_of_goods);
};

struct installed_and_tested : presence {
  static constexpr std::string_view name = "installed-and-tested";
  static std::string phrase(nothing);
};

/// Whoever depends on it is told of a change within a time: sooner entails later.
struct informed {
  static constexpr std::string_view name = "informed-within";
  static constexpr std::string_view from = "the change";
  static constexpr bool personal = true;
  using bound_type = time_limit;
  static constexpr auto order = value_order::less_entails_more;
  static constexpr bool entails(time_limit const& a, time_limit const& b) {
    return keeps(a.value.value, b.value.value);
  }
  static std::string phrase(time_limit const&);
};

/// One party to talk to, whatever happens.
struct one_contact : presence {
  static constexpr std::string_view name = "single-contact";
  static constexpr bool personal = true;
  static std::string phrase(nothing);
};

/// What is sold fits the need that the customer states.
struct need_fit : presence {
  static constexpr std::string_view name = "fits-need";
  static std::string phrase(nothing);
};

/// She may cancel until a time after the anchor: later entails sooner. A time of 0 is the event
/// itself. To cancel the whole is no way to cancel a piece of it.
struct cancellable {
  static constexpr std::string_view name = "cancel-until";
  static constexpr std::string_view from = "the order";
  static constexpr bool covers_parts = false;
  static constexpr bool personal = true;
  using bound_type = time_limit;
  static constexpr bool entails(time_limit const& a, time_limit const& b) {
    return keeps(b.value.value, a.value.value);
  }
  static std::string phrase(time_limit const&);
};

/// After a failure, put right within a time: sooner entails later.
struct recovery {
  static constexpr std::string_view name = "recovered-within";
  static constexpr std::string_view from = "the report of the failure";
  static constexpr bool personal = true;
  using bound_type = time_limit;
  static constexpr auto order = value_order::less_entails_more;
  static constexpr bool entails(time_limit const& a, time_limit const& b) {
    return keeps(a.value.value, b.value.value);
  }
  static std::string phrase(time_limit const&);
};

/// "599.00 EUR"
[[nodiscard]] LUPAUS_DECL std::string phrase(money const& m);

/// What she pays at most: less entails more, in one currency.
struct price {
  static constexpr std::string_view name = "price";
  static constexpr bool covers_parts = false;
  static constexpr bool personal = true;
  using bound_type = money;
  static constexpr bool entails(money const& a, money const& b) {
    return a.in == b.in && a.minor_units <= b.minor_units;
  }
  static std::string phrase(money const&);
};

/// Base of a step of an encounter: a service like any other, which its debtor performs in person.
struct encounter_step : presence {
  static constexpr bool personal = true;
};

struct greeting : encounter_step {
  static constexpr std::string_view name = "greeted";
  static std::string phrase(nothing);
};
struct attention : encounter_step {
  static constexpr std::string_view name = "undivided-attention";
  static std::string phrase(nothing);
};
struct needs_question : encounter_step {
  static constexpr std::string_view name = "needs-asked";
  static std::string phrase(nothing);
};
struct advice_given : encounter_step {
  static constexpr std::string_view name = "advised";
  static std::string phrase(nothing);
};
struct thanks : encounter_step {
  static constexpr std::string_view name = "thanked";
  static std::string phrase(nothing);
};

/// The qualities above, for looking one up by its name.
inline constexpr quality_type const* shipped_qualities[] = {&quality_of<deadline>,
                                                            &quality_of<time_window>,
                                                            &quality_of<delivery_place>,
                                                            &quality_of<condition>,
                                                            &quality_of<installed_and_tested>,
                                                            &quality_of<informed>,
                                                            &quality_of<one_contact>,
                                                            &quality_of<need_fit>,
                                                            &quality_of<cancellable>,
                                                            &quality_of<recovery>,
                                                            &quality_of<price>,
                                                            &quality_of<greeting>,
                                                            &quality_of<attention>,
                                                            &quality_of<needs_question>,
                                                            &quality_of<advice_given>,
                                                            &quality_of<thanks>};

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/qualities.hpp"
#endif
