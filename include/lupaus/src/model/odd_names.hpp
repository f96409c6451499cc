// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: names that look like other names.
#pragma once

#include "lupaus/detail/visible_text.hpp"
#include "lupaus/model/odd_names.hpp"
#include "lupaus/src/model/odd_ranges.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The range that holds the code; null where none does.
inline odd_range const* odd_range_of(std::uint32_t code) {
  auto const* const after =
      std::upper_bound(std::begin(odd_ranges), std::end(odd_ranges), code,
                       [](std::uint32_t c, odd_range const& r) { return c < r.first; });
  if (after == std::begin(odd_ranges)) return nullptr;
  return code <= (after - 1)->last ? after - 1 : nullptr;
}

inline void add_odd_name(std::vector<odd_name>& all, element of, std::string_view name) {
  auto const is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(name.begin(), name.end(), is_ascii)) return;
  auto is_told = false;
  for_each_character(name, [&](std::string_view, std::uint32_t code) {
    if (is_told) return;
    auto const* const range = odd_range_of(code);
    if (!range) return;
    all.push_back({of, code, range->kind});
    is_told = true;
  });
}

inline std::string_view words_of(odd_kind k) {
  switch (k) {
    case odd_kind::combining: return "a combining mark";
    case odd_kind::ignorable: return "a character that is not shown";
    case odd_kind::direction: break;
  }
  return "a character that turns words around";
}

}  // namespace detail

LUPAUS_DECL std::vector<odd_name> find_odd_names(model_view const& m) {
  std::vector<odd_name> all;
  for (auto p : m.parties.ids()) detail::add_odd_name(all, p, m.parties[p].name);
  for (auto p : m.parts.ids()) detail::add_odd_name(all, p, m.parts[p].name);
  for (auto e : m.events.ids()) detail::add_odd_name(all, e, m.events[e].name);
  return all;
}

LUPAUS_DECL std::string to_string(model_view const& m, odd_name const& n) {
  std::string_view name, of;
  switch (n.of.kind) {
    case element_kind::party:
      name = m.parties[static_cast<party_id>(n.of)].name;
      of = "a party";
      break;
    case element_kind::part:
      name = m.parts[static_cast<part_id>(n.of)].name;
      of = "a part";
      break;
    default:
      name = m.events[static_cast<event_id>(n.of)].name;
      of = "an event";
      break;
  }
  std::string shown;
  detail::for_each_character(name, [&](std::string_view character, std::uint32_t code) {
    shown += detail::odd_range_of(code) ? detail::escaped(code) : std::string{character};
  });
  auto text = "the name '" + detail::visible(shown) + "' of ";
  text.append(of).append(" has ").append(detail::words_of(n.kind));
  return text + " (U+" + detail::hexadecimal(n.code) + "): it can look like another name";
}

}  // namespace lupaus::inline v0
