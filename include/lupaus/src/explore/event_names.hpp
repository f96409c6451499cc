// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the names of events in stories.
#pragma once

#include "lupaus/explore/event_names.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <string_view>

namespace lupaus::inline v0 {

LUPAUS_DECL part_id part_called(model_view const& m, std::string_view name) {
  for (auto p : m.parts.ids())
    if (m.parts[p].name == name) return p;
  return {};
}

LUPAUS_DECL event_id event_called(model_view const& m, part_id p, std::string_view name) {
  if (!p) return {};
  auto const first = [&](auto&& is_called) {
    for (auto e : m.events.ids())
      if (m.events[e].of == p && !is_of_order(m.events[e].kind) && is_called(e)) return e;
    return event_id{};
  };
  auto e = first([&](event_id x) { return !name.empty() && m.events[x].name == name; });
  if (!e)
    e = first([&](event_id x) {
      auto const k = m.events[x].kind;
      return (k == event_kind::started || k == event_kind::completed || k == event_kind::late) &&
             to_string(k) == name;
    });
  return e ? e : first([&](event_id x) { return name_of(m, x) == name; });
}

LUPAUS_DECL std::string call_of(model_view const& m, event_id e) {
  auto const& x = m.events[e];
  auto told = name_of(m, e);
  if (event_called(m, x.of, told) == e) return told;
  return std::string{to_string(x.kind)};
}

}  // namespace lupaus::inline v0
