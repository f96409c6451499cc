// SPDX-License-Identifier: BSL-1.0
//
// Times as ISO 8601 writes them: lengths "PT48H", days "2026-12-24", moments "2026-12-24T18:00",
// times of the day "08:30". Months and years are no length of time, and fractions are never exact.
#pragma once

#include "lupaus/model/terms/time.hpp"
#include "lupaus/model/terms/time_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail::io {

/// Reads the front of a text, piece by piece.
struct text_cursor {
  std::string_view left;

  bool take(char c) {
    if (left.empty() || left[0] != c) return false;
    left.remove_prefix(1);
    return true;
  }
  /// A number of at least and at most so many digits.
  std::optional<std::int64_t> digits(std::size_t least, std::size_t most) {
    std::int64_t n = 0;
    std::size_t i = 0;
    for (; i < left.size() && i < most && '0' <= left[i] && left[i] <= '9'; ++i)
      n = 10 * n + (left[i] - '0');
    if (i < least) return {};
    left.remove_prefix(i);
    return n;
  }
};

/// "PT48H", "P5D", "P1DT12H", "P2W": weeks alone, or days, hours, minutes and seconds, of which
/// the larger stand first, each once. None for anything else. In seconds.
inline std::optional<seconds_t> read_length(std::string_view text) {
  text_cursor c{text};
  if (!c.take('P')) return {};
  struct unit {
    char letter;
    seconds_t seconds;
  };
  constexpr unit dates[] = {{'W', 7 * one_day}, {'D', one_day}};
  constexpr unit times[] = {{'H', 3'600}, {'M', 60}, {'S', 1}};
  seconds_t sum = 0;
  auto some = false, weeks = false;
  auto const read = [&](auto const& units) {
    std::size_t next = 0;
    while (!c.left.empty() && c.left[0] != 'T') {
      auto const n = c.digits(1, 12);
      if (!n || c.left.empty()) return false;
      while (next < std::size(units) && units[next].letter != c.left[0]) ++next;
      if (next == std::size(units)) return false;
      if (*n > longest_duration / units[next].seconds + 1) sum = longest_duration + 1;
      if (sum <= longest_duration) sum += *n * units[next].seconds;
      weeks |= units[next].letter == 'W';
      some = true, ++next;
      c.left.remove_prefix(1);
    }
    return true;
  };
  if (!read(dates)) return {};
  if (weeks && text.back() != 'W') return {};
  if (weeks && text.find('D') != text.npos) return {};
  if (c.take('T')) {
    some = false;
    if (!read(times) || !c.left.empty()) return {};
  }
  if (!some) return {};
  return sum;
}

/// The largest units that lose nothing; hours up to four days, as in all texts of the library.
inline std::string write_length(seconds_t s) {
  if (s != 0 && s % one_day == 0 && s > 4 * one_day) return "P" + std::to_string(s / one_day) + "D";
  if (s == 0) return "PT0S";
  std::string text = "PT";
  if (s >= 3'600) text += std::to_string(s / 3'600) + "H";
  if (s / 60 % 60 != 0) text += std::to_string(s / 60 % 60) + "M";
  if (s % 60 != 0) text += std::to_string(s % 60) + "S";
  return text;
}

/// "2026-12-24" off the front; a day that `is_date` denies when there is no such day.
inline std::optional<calendar_day> take_day(text_cursor& c) {
  auto const y = c.digits(4, 4);
  if (!y || !c.take('-')) return {};
  auto const m = c.digits(2, 2);
  if (!m || !c.take('-')) return {};
  auto const d = c.digits(2, 2);
  if (!d) return {};
  return day(static_cast<int>(*y), static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}
inline std::string write_day(std::int64_t since_epoch) {
  auto text = iso_date(since_epoch);
  while (text.size() < 10) text.insert(0, 1, '0');
  return text;
}

/// "08:30" off the front, in minutes; up to 24:00.
inline std::optional<std::int64_t> take_clock(text_cursor& c) {
  auto const h = c.digits(2, 2);
  if (!h || !c.take(':')) return {};
  auto const m = c.digits(2, 2);
  if (!m || *m > 59 || 60 * *h + *m > 1'440) return {};
  return 60 * *h + *m;
}

/// "2026-12-24T18:00", with seconds if need be, on the promise's own clock: no zone.
inline std::optional<instant> read_instant(std::string_view text) {
  text_cursor c{text};
  auto const d = take_day(c);
  if (!d || !is_date(*d) || !c.take('T')) return {};
  auto const minutes = take_clock(c);
  if (!minutes || *minutes == 1'440) return {};
  std::int64_t seconds = 0;
  if (c.take(':')) {
    auto const s = c.digits(2, 2);
    if (!s || *s > 59) return {};
    seconds = *s;
  }
  if (!c.left.empty()) return {};
  return instant{seconds_t{d->since_epoch} * one_day + 60 * *minutes + seconds};
}
inline std::string write_instant(seconds_t t) {
  auto const date = t >= 0 ? t / one_day : (t - one_day + 1) / one_day;
  auto const rest = t - date * one_day;
  auto text = write_day(date) + "T" + clock_time(rest / 60);
  if (rest % 60 != 0) text += (rest % 60 < 10 ? ":0" : ":") + std::to_string(rest % 60);
  return text;
}

/// "2026-03-02T09:00:00Z", "2026-03-02T11:00+02:00" (RFC 3339, without fractions); a moment without
/// its zone is none. In seconds from 1970-01-01T00:00Z.
inline std::optional<seconds_t> read_moment(std::string_view text) {
  if (text.ends_with('Z')) {
    auto const t = read_instant(text.substr(0, text.size() - 1));
    if (!t) return {};
    return t->since_epoch;
  }
  if (text.size() < 6) return {};
  text_cursor offset{text.substr(text.size() - 6)};
  auto const is_ahead = offset.take('+');
  if (!is_ahead && !offset.take('-')) return {};
  auto const minutes = take_clock(offset);
  auto const local = read_instant(text.substr(0, text.size() - 6));
  if (!minutes || !offset.left.empty() || !local) return {};
  return local->since_epoch - (is_ahead ? 60 : -60) * *minutes;
}

}  // namespace lupaus::inline v0::detail::io
