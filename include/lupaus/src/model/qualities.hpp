// SPDX-License-Identifier: BSL-1.0
//
// The bounds of the library's qualities in words.
#pragma once

#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/terms/time_text.hpp"

#include <string>

namespace lupaus::inline v0 {

LUPAUS_DECL std::string phrase_limit(bound const& b) {
  switch (b.kind) {
    case bound_kind::working: return in_words(detail::working(b));
    case bound_kind::calendar_day: return detail::iso_date(b.a);
    case bound_kind::instant: {
      auto const date = b.a >= 0 ? b.a / one_day : (b.a - one_day + 1) / one_day;
      return detail::iso_date(date) + " " + detail::clock_time((b.a - date * one_day) / 60);
    }
    default: return in_words(b.a);
  }
}

LUPAUS_DECL std::string deadline::phrase(time_limit const& t) {
  auto const& b = t.value.value;
  if (b.kind == bound_kind::calendar_day) return "on " + phrase_limit(b) + " at the latest";
  return (is_length(b) ? "within " : "by ") + phrase_limit(b);
}

LUPAUS_DECL std::string time_window::phrase(window w) {
  return "between " + detail::clock_time(w.from) + " and " + detail::clock_time(w.until);
}

LUPAUS_DECL std::string delivery_place::phrase(place p) {
  switch (p) {
    case place::pickup_point: return "at the pick-up point";
    case place::kerb: return "to the kerb";
    case place::doorstep: return "to the doorstep";
    case place::room_of_choice: return "to the room of choice";
  }
  return "to place " + std::to_string(static_cast<int>(p));
}

LUPAUS_DECL std::string condition::phrase(state_of_goods s) {
  switch (s) {
    case state_of_goods::as_described: return "as described";
    case state_of_goods::working: return "in working order";
    case state_of_goods::undamaged: return "undamaged";
    case state_of_goods::brand_new: return "brand new";
  }
  return "in state " + std::to_string(static_cast<int>(s));
}

LUPAUS_DECL std::string installed_and_tested::phrase(nothing) { return "installed and tested"; }

LUPAUS_DECL std::string informed::phrase(time_limit const& t) {
  return "kept informed within " + phrase_limit(t.value.value);
}

LUPAUS_DECL std::string one_contact::phrase(nothing) { return "a single contact"; }

LUPAUS_DECL std::string need_fit::phrase(nothing) { return "right for the customer's need"; }

LUPAUS_DECL std::string cancellable::phrase(time_limit const& t) {
  auto const& b = t.value.value;
  if (b.kind == bound_kind::elapsed && b.a == 0) return "free to cancel";
  return (is_length(b) ? "free to cancel within " : "free to cancel until ") + phrase_limit(b);
}

LUPAUS_DECL std::string recovery::phrase(time_limit const& t) {
  return "put right within " + phrase_limit(t.value.value);
}

LUPAUS_DECL std::string phrase(money const& m) {
  auto const cents = m.minor_units % 100;
  return std::to_string(m.minor_units / 100) + (cents < 10 ? ".0" : ".") + std::to_string(cents) +
         " " + std::string{m.in.view()};
}

LUPAUS_DECL std::string price::phrase(money const& m) { return "for at most " + lupaus::phrase(m); }

LUPAUS_DECL std::string greeting::phrase(nothing) { return "greeted"; }

LUPAUS_DECL std::string attention::phrase(nothing) { return "given undivided attention"; }

LUPAUS_DECL std::string needs_question::phrase(nothing) { return "asked for her needs"; }

LUPAUS_DECL std::string advice_given::phrase(nothing) { return "advised"; }

LUPAUS_DECL std::string thanks::phrase(nothing) { return "thanked"; }

}  // namespace lupaus::inline v0
