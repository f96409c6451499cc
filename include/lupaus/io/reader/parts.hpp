// SPDX-License-Identifier: BSL-1.0
//
// The parties of a promise in JSON, its capabilities and its parts.
#pragma once

#include "lupaus/io/reader/terms.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lupaus::inline v0::detail::io {

inline void read_party(reading& r, json_place at) {
  json_object o{r.source, at, "a party"};
  if (!o) return;
  auto const name_at = o.require("name");
  auto const name = name_at == no_place ? std::nullopt : text_of(r.source, name_at);
  constexpr std::string_view roles[] = {"customer", "seller", "department", "subcontractor"};
  auto const role_at = o.require("role");
  auto const said = role_at == no_place ? std::nullopt : word_of(r.source, role_at, roles, "role");
  auto const identity = o.text("id");
  auto const mandate_at = o.find("mandate");
  o.finish();
  if (!name) return;
  auto const p =
      r.writer.add_party(*name, said ? static_cast<role>(*said) : role::subcontractor, {});
  r.take(at);
  if (!p) return;
  if (mandate_at != no_place)
    if (auto const yes = truth_of(r.source, mandate_at)) r.writer.set_mandate(p, *yes, {});
  if (!identity.empty()) r.writer.set_identity(p, identity, {});
  r.put(p, at);
}

inline void read_parties(reading& r, json_object& document) {
  auto const list = document.require("parties");
  if (list == no_place || !expect(r.source, list, json_kind::array, "a list of parties") ||
      !fits(r, list, r.source.limits().parties, "parties")) {
    r.lacks_parties = true;
    return;
  }
  for_each_in(r.source, list, [&](json_place at) { read_party(r, at); });
  if (!r.columns().customer && r.source.faults.empty())
    r.fail(list, error_code::missing, {"there is no customer; say who buys"});
  if (!r.columns().seller && r.source.faults.empty())
    r.fail(list, error_code::missing, {"there is no seller; say who answers to her"});
}

inline void read_capabilities(reading& r, json_object& document) {
  for_each_of(r, document, "capabilities", [&](json_place at) {
    auto const is_step = r.node(at).kind == json_kind::object;
    std::optional<std::string_view> name;
    if (is_step) {
      json_object o{r.source, at};
      if (auto const step = o.require("backstage"); step != no_place)
        name = text_of(r.source, step, "a step's name");
      o.finish();
    } else {
      name = text_of(r.source, at, "a capability's name");
    }
    if (!name) return;
    r.put(r.writer.add_capability(is_step ? backstage(*name) : capability_name{*name}, {}), at);
    r.take(at);
  });
}

inline void read_part(reading& r, json_place at) {
  json_object o{r.source, at, "a part"};
  if (!o) return;
  auto const name_at = o.require("name");
  auto const name = name_at == no_place ? std::nullopt : text_of(r.source, name_at);
  constexpr std::string_view kinds[] = {"good", "service", "composite", "instalment"};
  auto const kind_at = o.require("kind");
  constexpr std::size_t unknown_kind = 4;  // an error has been told of
  auto const said = kind_at == no_place
                        ? unknown_kind
                        : word_of(r.source, kind_at, kinds, "kind of part").value_or(unknown_kind);
  auto const quantity = number_in(r, o, "quantity", 1, 1, 1'000'000);
  auto const unit = o.text("unit", "pcs");
  auto const identity = o.text("id");
  auto const is_severable = o.truth("severable", false);
  auto const product_at = said == 2U ? o.require("product") : o.find("product");
  o.knows({"price", "amount", "gives", "level", "carries", "performed_by", "answerable"});
  if (auto const level_at = o.look("level"); level_at != no_place && !o.has("gives"))
    r.fail(level_at, error_code::missing, {"a level is of what the part 'gives'"});
  o.finish();
  if (said != 2 && said != unknown_kind && product_at != no_place)
    r.fail(product_at, error_code::contradiction, {"only a composite is made of parts"});
  if (!name) return;
  auto const kind = said == unknown_kind ? part_kind::service : static_cast<part_kind>(said);
  auto const p = r.writer.declare_part(*name, kind, quantity.value_or(1), unit, {});
  r.take(at);
  if (!p) return;
  if (is_severable) r.writer.set_severable(p, {});
  if (!identity.empty()) r.writer.set_identity(p, identity, {});
  r.put(p, at);
  r.parts.push_back({at, p});
  if (kind == part_kind::composite && product_at != no_place)
    r.composites.push_back({product_at, p});
}

/// Declares all parts; composites are not yet filled.
inline void read_parts(reading& r, json_object& document) {
  auto const list = document.require("parts");
  if (list == no_place || !expect(r.source, list, json_kind::array, "a list of parts") ||
      !fits(r, list, r.source.limits().parts, "parts")) {
    r.lacks_parts = true;
    return;
  }
  for_each_in(r.source, list, [&](json_place at) { read_part(r, at); });
}

}  // namespace lupaus::inline v0::detail::io
