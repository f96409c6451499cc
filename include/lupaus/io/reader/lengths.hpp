// SPDX-License-Identifier: BSL-1.0
//
// Lengths of time in JSON: "PT48H", {"business_days": 2}.
#pragma once

#include "lupaus/io/reader/names.hpp"
#include "lupaus/io/time_text.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace lupaus::inline v0::detail::io {

LUPAUS_NOINLINE inline std::optional<std::int64_t> number_in(reading& r, json_object& o,
                                                             std::string_view member,
                                                             std::int64_t otherwise,
                                                             std::int64_t least,
                                                             std::int64_t most) {
  auto const at = o.find(member);
  return at == no_place ? otherwise : integer_of(r.source, at, least, most);
}

LUPAUS_COLD inline void refuse_length(reading& r, json_place at, bool is_too_long,
                                      std::string_view text) {
  if (is_too_long)
    r.fail(at, error_code::bad_value, {"a duration of at most 100 years is expected"});
  else
    r.fail(at, error_code::bad_value,
           {"a length of time is expected, as 'PT48H' or 'P5D' (ISO 8601, without months, years "
            "and fractions), and ",
            in_quotes(text), " was found"});
}

/// "PT48H", or {"business_days": 2, "holidays": 1, "days_per_week": 6}.
LUPAUS_NOINLINE inline std::optional<bound> length_at(reading& r, json_place at) {
  if (r.node(at).kind != json_kind::object) {
    auto const text = text_of(r.source, at, "a length of time");
    if (!text) return {};
    auto const s = read_length(*text);
    if (s && *s <= longest_duration) return bound{bound_kind::elapsed, *s, 0, {}};
    refuse_length(r, at, s.has_value(), *text);
    return {};
  }
  json_object o{r.source, at};
  auto const days = o.require("business_days");
  auto const count = days == no_place ? std::nullopt : integer_of(r.source, days, 0, 36'525);
  auto const holidays = number_in(r, o, "holidays", 0, 0, 366);
  auto const week = number_in(r, o, "days_per_week", 5, 1, 7);
  o.finish();
  if (!count || !holidays || !week) return {};
  return encode(business_days{*count, *holidays, static_cast<std::int32_t>(*week)});
}
LUPAUS_NOINLINE inline std::optional<bound> length_in(reading& r, json_object& o,
                                                      std::string_view member) {
  auto const at = o.require(member);
  return at == no_place ? std::nullopt : length_at(r, at);
}

}  // namespace lupaus::inline v0::detail::io
