// SPDX-License-Identifier: BSL-1.0
//
// What the whole and its composites are made of, in JSON: a part's name, {"then": [...]} or
// {"together": [...]}; and what comes before what besides.
#pragma once

#include "lupaus/io/reader/names.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace lupaus::inline v0::detail::io {

/// Appends one product to another, after it or beside it.
inline bool append_product(reading& r, lupaus::product& out, lupaus::product const& one,
                           json_place at, bool in_order) {
  auto const move_to = [](auto& to, auto const& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  auto const is_first = out.parts.empty();
  auto const most = r.source.limits().elements;
  if (in_order && !is_first) {
    auto const steps = out.last.size() * one.first.size();
    if (r.steps + steps > most) {
      r.fail(at, error_code::too_large,
             {"a product has at most ", decimal{most}, " steps from part to part"});
      return false;
    }
    r.steps += steps;
    for (auto const& end : out.last)
      for (auto const& beginning : one.first) out.precedences.emplace_back(end, beginning);
  }
  move_to(out.parts, one.parts);
  move_to(out.precedences, one.precedences);
  if (is_first || !in_order) move_to(out.first, one.first);
  if (in_order) out.last.clear();
  move_to(out.last, one.last);
  return true;
}

/// The same for a part alone.
inline bool append_part(reading& r, lupaus::product& out, part_id p, json_place at, bool in_order) {
  if (in_order && !out.parts.empty()) return append_product(r, out, lupaus::product{p}, at, true);
  out.parts.emplace_back(p);
  out.first.emplace_back(p);
  out.last.emplace_back(p);
  return true;
}

inline bool read_product(reading& r, json_place at, lupaus::product& out) {
  json_object o{r.source, at, "a part's name, 'then' or 'together'"};
  if (!o) return false;
  auto const then = o.find("then"), together = o.find("together");
  o.finish();
  if ((then == no_place) == (together == no_place)) {
    r.fail(at, error_code::missing,
           {"either 'then' or 'together' is expected, with a list of parts"});
    return false;
  }
  auto const in_order = then != no_place;
  auto const list = in_order ? then : together;
  if (!expect(r.source, list, json_kind::array, "a list of parts")) return false;
  auto is_right = true;
  for_each_in(r.source, list, [&](json_place child) {
    if (r.node(child).kind == json_kind::text) {
      auto const p = part_at(r, child);
      is_right = p && is_right && append_part(r, out, *p, list, in_order);
      return;
    }
    lupaus::product one;
    is_right =
        read_product(r, child, one) && is_right && append_product(r, out, one, list, in_order);
  });
  if (is_right && out.parts.empty()) {
    r.fail(list, error_code::missing, {"a part is expected"});
    return false;
  }
  return is_right;
}

inline void read_product_of(reading& r, part_id outer, json_place at) {
  auto& made_of = r.made_of;
  for (auto* list : {&made_of.parts, &made_of.first, &made_of.last}) list->clear();
  made_of.precedences.clear();
  if (r.node(at).kind == json_kind::text) {
    auto const p = part_at(r, at);
    if (!p) return;
    append_part(r, made_of, *p, at, false);
  } else if (!read_product(r, at, made_of)) {
    return;
  }
  for (auto const& p : made_of.parts)
    if (p.id && r.tables().is_inside(outer, p.id)) {
      r.fail(at, error_code::contradiction,
             {"the part '", r.part_of(p.id).name, "' would hold itself"});
      return;
    }
  r.writer.compose(outer, made_of, {});
  r.take(at);
}

/// Without any product all parts are the whole's, side by side; with one, each has its place in it.
inline void find_unplaced(reading& r) {
  auto const& parts = r.columns().parts;
  auto const is_placed = [](part const& p) { return p.within == whole; };
  if (std::none_of(parts.begin(), parts.end(), is_placed) || !r.source.faults.empty()) return;
  for (auto const& p : r.parts)
    if (!r.part_of(p.id).within)
      r.fail(p.at, error_code::missing,
             {"the part '", r.part_of(p.id).name, "' is in no product; add it, or leave it out"});
}

inline void read_products(reading& r, json_object& document) {
  if (auto const at = document.find("product"); at != no_place) read_product_of(r, whole, at);
  for (auto const& c : r.composites) read_product_of(r, c.id, c.at);
  find_unplaced(r);
  for_each_of(r, document, "before", [&](json_place at) {
    if (auto const two = two_parts_at(r, at)) r.writer.add_precedence(two->first, two->second, {});
    r.take(at);
  });
}

}  // namespace lupaus::inline v0::detail::io
