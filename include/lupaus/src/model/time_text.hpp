// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: times as text.
#pragma once

#include "lupaus/detail/joined_text.hpp"
#include "lupaus/model/terms/time_text.hpp"

#include <cstdint>
#include <string>

namespace lupaus::inline v0 {

namespace detail {

LUPAUS_DECL std::string clock_time(std::int64_t minutes) {
  auto const two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

LUPAUS_DECL std::string iso_date(std::int64_t days) {
  days += 719'468;
  auto const era = (days >= 0 ? days : days - 146'096) / 146'097;
  auto const doe = days - era * 146'097;
  auto const yoe = (doe - doe / 1'460 + doe / 36'524 - doe / 146'096) / 365;
  auto const doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  auto const mp = (5 * doy + 2) / 153;
  auto const dom = doy - (153 * mp + 2) / 5 + 1;
  auto const month = mp < 10 ? mp + 3 : mp - 9;
  auto const year = yoe + era * 400 + (month <= 2);
  auto const two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + "-" + two(month) + "-" + two(dom);
}

}  // namespace detail

LUPAUS_DECL std::string in_words(seconds_t s) {
  if (s != 0 && s % one_day == 0 && s > 4 * one_day)
    return detail::counted(s / one_day, " day", " days");
  if (s % 3'600 == 0) return std::to_string(s / 3'600) + " h";
  if (s > 7'200 && s % 60 == 0)
    return std::to_string(s / 3'600) + " h " + std::to_string(s / 60 % 60) + " min";
  if (s % 60 == 0) return std::to_string(s / 60) + " min";
  return std::to_string(s) + " s";
}

LUPAUS_DECL std::string in_words(business_days d) {
  auto text = detail::counted(d.count, " business day", " business days");
  if (d.days_per_week != 5) text += " of a " + std::to_string(d.days_per_week) + "-day week";
  if (d.holidays > 0)
    text += " with " + detail::counted(d.holidays, " holiday", " holidays") + " at most";
  return text;
}

LUPAUS_DECL std::string in_hours(seconds_t s) {
  return s % 3'600 == 0 ? std::to_string(s / 3'600) + " h" : in_words(s);
}
LUPAUS_DECL std::string in_hours(span_of_time const& t) {
  if (t.working.count == 0) return in_hours(t.elapsed);
  return (t.elapsed == 0 ? "" : in_hours(t.elapsed) + " and ") + in_words(t.working);
}

LUPAUS_DECL std::string in_words(span_of_time const& t) {
  if (t.working.count == 0) return in_words(t.elapsed);
  if (t.elapsed == 0) return in_words(t.working);
  return in_words(t.elapsed) + " and " + in_words(t.working);
}

}  // namespace lupaus::inline v0
