// SPDX-License-Identifier: BSL-1.0
//
// Moments as foreign logs write them (RFC 3339): with their zone, and fractions of a second, which
// are left out, because the monitor counts seconds.
#pragma once

#include "lupaus/io/time_text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail::io {

/// "2005-04-03T20:33:31.116000-06:00", "2022-01-09T14:00:00Z"; none for what has no zone. In
/// seconds from 1970-01-01T00:00Z, rounded down.
inline std::optional<seconds_t> read_timestamp(std::string_view text) {
  auto const point = text.find('.');
  if (point == text.npos) return read_moment(text);
  auto const zone = text.find_first_not_of("0123456789", point + 1);
  if (zone == text.npos || zone == point + 1 || point != 19) return {};
  return read_moment(std::string{text.substr(0, point)} + std::string{text.substr(zone)});
}

/// "+02:00", as EPCIS writes the offset of the place of an event: at most 14 hours.
inline bool is_offset(std::string_view text) {
  text_cursor c{text};
  if (!c.take('+') && !c.take('-')) return false;
  auto const minutes = take_clock(c);
  return minutes && c.left.empty() && *minutes <= 840;  // 14 hours
}

}  // namespace lupaus::inline v0::detail::io
