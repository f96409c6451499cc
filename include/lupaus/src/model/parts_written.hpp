// SPDX-License-Identifier: BSL-1.0
//
// What is said of who takes part, what is sold, and what can happen to it.
#pragma once

#include "lupaus/model/builder/model_writer.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail {

LUPAUS_DECL model_writer::model_writer(std::string_view title, here at) { begin(title, at); }

LUPAUS_DECL void model_writer::begin(std::string_view title, here at) {
  tables.clear();
  tables.add_named(part{.name = title, .kind = part_kind::composite},
                   {.what = "the promise", .at = at});
  tables.columns.events.push_back({.kind = event_kind::ordered, .of = whole});
}

// ---- parties ---------------------------------------------------------------------------------

LUPAUS_DECL void model_writer::set_identity(std::string_view id, std::string_view version,
                                            here at) {
  statement const s{"the identity of", std::string_view{"the promise"}, "", {}, at};
  tables.refuse_control_characters(id, s);
  tables.refuse_control_characters(version, s);
  tables.columns.identity = tables.keep(id);
  tables.columns.version = tables.keep(version);
}
LUPAUS_DECL void model_writer::set_identity(party_id of, std::string_view id, here at) {
  statement const s{"the identity of", party_ref{of}, "", {}, at};
  tables.refuse_control_characters(id, s);
  if (auto const p = tables.find(party_ref{of}, s))
    tables.columns.parties[p.index()].identity = tables.keep(id);
}
LUPAUS_DECL void model_writer::set_identity(part_id of, std::string_view id, here at) {
  statement const s{"the identity of", part_ref{of}, "", {}, at};
  tables.refuse_control_characters(id, s);
  if (auto const p = tables.find(part_ref{of}, s))
    tables.columns.parts[p.index()].identity = tables.keep(id);
}

LUPAUS_DECL party_id model_writer::add_party(std::string_view name, role is, here at) {
  statement const s{"the party", name, "", {}, at};
  if (is == role::customer) return add_only(tables.columns.customer, name, is, s);
  if (is == role::seller) return add_only(tables.columns.seller, name, is, s);
  return tables.add_named(party{name, is, is != role::subcontractor}, s);
}
LUPAUS_DECL party_id model_writer::add_only(party_id& slot, std::string_view name, role is,
                                            statement const& s) {
  if (slot)
    tables.fail(error_code::contradiction, s,
                {"a promise has one ", to_string(is), ", and '",
                 tables.columns.parties[slot.index()].name, "' is it already"});
  else
    slot = tables.add_named(party{name, is, true}, s);
  return slot;
}
LUPAUS_DECL void model_writer::set_mandate(party_ref who, bool has_mandate, here at) {
  if (auto const p = tables.find(who, {"the mandate of", who, "", {}, at}))
    tables.columns.parties[p.index()].has_mandate = has_mandate;
}

// ---- parts -----------------------------------------------------------------------------------

LUPAUS_DECL part_id model_writer::declare_part(std::string_view name, part_kind kind,
                                               std::int64_t quantity, std::string_view unit,
                                               here at) {
  statement const s{"the part", name, "", {}, at};
  if (quantity < 1 || quantity > 1'000'000)
    tables.fail(error_code::bad_value, s,
                {"a quantity of 1 to 1000000 is expected, and ", decimal{quantity}, " was given"});
  if (unit.empty()) tables.fail(error_code::empty_name, s, {"the unit is empty"});
  tables.refuse_control_characters(unit, s);
  auto const p = tables.add_named(
      part{.name = name, .kind = kind, .quantity = static_cast<std::uint32_t>(quantity)}, s);
  if (p && unit != "pcs") tables.columns.parts[p.index()].unit = tables.keep(unit);
  return p;
}
LUPAUS_DECL part_id model_writer::add_part(std::string_view name, part_kind kind,
                                           std::int64_t quantity, std::string_view unit, here at) {
  auto const p = declare_part(name, kind, quantity, unit, at);
  if (p && kind != part_kind::composite)
    tables.event_of(event_kind::completed, p, {"the part", name, "", {}, at});
  return p;
}
LUPAUS_DECL part_id model_writer::add_composite(std::string_view name,
                                                lupaus::product const& made_of, here at) {
  auto const p = add_part(name, part_kind::composite, 1, "pcs", at);
  if (p) compose(p, made_of, at);
  return p;
}

LUPAUS_DECL void model_writer::compose(part_id outer, lupaus::product const& made_of, here at) {
  if (outer == whole)
    put_inside(outer, made_of, statement{"the product", {}, "", {}, at});
  else
    put_inside(outer, made_of, statement{"the composite", part_ref{outer}, "", {}, at});
}
LUPAUS_DECL void model_writer::put_inside(part_id outer, lupaus::product const& made_of,
                                          statement const& s) {
  if (made_of.parts.empty()) tables.fail(error_code::missing, s, {"a part is expected"});
  for (auto const& ref : made_of.parts) {
    auto const p = tables.find(ref, s);
    if (!p) continue;
    auto& part = tables.columns.parts[p.index()];
    if (p == outer || p == whole || part.within)
      tables.fail(error_code::contradiction, s,
                  {"the part '", part.name, "' is in a product already; each part has one place"});
    else
      part.within = outer;
  }
  for (auto const& [x, y] : made_of.precedences) {
    auto const a = tables.find(x, s), b = tables.find(y, s);
    if (a && b) tables.add(precedence{a, b}, tables.columns.precedences, s);
  }
}

LUPAUS_DECL void model_writer::add_precedence(part_ref earlier, part_ref later, here at) {
  statement const s{"the precedence", earlier, "before", later, at};
  auto const a = tables.find(earlier, s), b = tables.find(later, s);
  if (a && a == b)
    tables.fail(error_code::contradiction, s, {"a part does not come before itself"});
  else if (a && b && (tables.is_inside(a, b) || tables.is_inside(b, a)))
    tables.fail(error_code::contradiction, s, {"one holds the other; neither comes before it"});
  else if (a && b)
    tables.add(precedence{a, b}, tables.columns.precedences, s);
}
LUPAUS_DECL void model_writer::add_carriage(part_ref service, part_ref good, here at) {
  statement const s{"the carriage", good, "by", service, at};
  auto const v = tables.find(service, s), g = tables.find(good, s);
  if (!v || !g) return;
  auto& parts = tables.columns.parts;
  if (parts[v.index()].kind != part_kind::service || parts[g.index()].kind != part_kind::good) {
    tables.fail(error_code::unit_mismatch, s, {"a service carries a good"});
    return;
  }
  if (parts[v.index()].carries && parts[v.index()].carries != g)
    tables.fail(error_code::contradiction, s, {"the service carries another good already"});
  parts[v.index()].carries = g;
  tables.event_of(event_kind::started, v, s);
  tables.event_of(event_kind::completed, v, s);
}
LUPAUS_DECL void model_writer::set_severable(part_ref what, here at) {
  statement const s{"the severable part", what, "", {}, at};
  auto const p = tables.find(what, s);
  if (!p) return;
  auto& part = tables.columns.parts[p.index()];
  if (p == whole)
    tables.fail(error_code::contradiction, s, {"the whole is left out of nothing"});
  else if (is_instalment(part))
    tables.fail(error_code::contradiction, s, {"an instalment is no part of what she buys"});
  else
    part.severable = true;
}
LUPAUS_DECL void model_writer::add_performer(part_ref what, party_ref who, here at) {
  statement const s{"the performer", who, "of", what, at};
  auto const p = tables.find(what, s);
  auto const q = tables.find(who, s);
  if (!p || !q) return;
  auto& part = tables.columns.parts[p.index()];
  if (!is_leaf(part))
    tables.fail(error_code::contradiction, s,
                {"a composite is performed by its parts' performers"});
  if (part.performer_declared && part.performer != q)
    tables.fail(error_code::contradiction, s, {"another performer was declared already"});
  part.performer = q;
  part.performer_declared = true;
}
LUPAUS_DECL void model_writer::add_answer(party_ref who, part_ref what, here at) {
  statement const s{"the answer", who, "for", what, at};
  auto const q = tables.find(who, s);
  auto const p = tables.find(what, s);
  if (!p || !q) return;
  auto& part = tables.columns.parts[p.index()];
  if (p == whole && q != tables.columns.seller)
    tables.fail(error_code::contradiction, s, {"the whole is always the seller's to answer for"});
  if (part.answerable && part.answerable != q)
    tables.fail(error_code::contradiction, s, {"another party was declared answerable already"});
  part.answerable = q;
}
LUPAUS_DECL void model_writer::add_ability(party_ref who, part_ref what,
                                           time_limit const& lead_time, here at) {
  statement const s{"the ability of", who, "for", what, at};
  auto const q = tables.find(who, s);
  auto const p = tables.find(what, s);
  auto const limit = checked(lead_time, s);
  if (p && q) tables.add(ability{q, p, limit}, tables.columns.abilities, s);
}

// ---- events ----------------------------------------------------------------------------------

LUPAUS_DECL event_id model_writer::add_event(part_ref what, event_kind kind, std::string_view name,
                                             here at) {
  statement const s{kind == event_kind::failed ? "the failure mode" : "the step", name, "of", what,
                    at};
  auto const p = tables.find(what, s);
  if (name.empty()) tables.fail(error_code::empty_name, s, {"the name is empty"});
  tables.refuse_control_characters(name, s);
  if (!p) return {};
  if (tables.columns.parts[p.index()].kind == part_kind::composite)
    tables.fail(error_code::contradiction, s,
                {"events happen to goods and services; name the part of it that is meant"});
  if (tables.event_named(p, name))
    tables.fail(error_code::duplicate_name, s,
                {"the part has an event named '", name, "' already"});
  event const e{.kind = kind, .of = p, .name = tables.keep(name)};
  return tables.add(e, tables.columns.events, s);
}
LUPAUS_DECL event_id model_writer::add_lateness(part_ref what, here at) {
  statement const s{"the failure mode", std::string_view{"late"}, "of", what, at};
  auto const p = tables.find(what, s);
  return p ? tables.event_of(event_kind::late, p, s) : event_id{};
}

LUPAUS_DECL event_id model_writer::add_time_out(event_ref what, time_limit const& within,
                                                event_ref since, here at) {
  statement const s{"the time-out", what ? named_element{what} : named_element{}, "since", since,
                    at};
  auto const x = tables.find(what, s), from = tables.find_required(since, s);
  auto const time = checked(within, s);
  if (!from || (what && !x) || !is_length(time)) return {};
  return tables.time_out_of(x, time, from, s);
}

LUPAUS_DECL event_id model_writer::add_turning_point(event_ref what, here at) {
  statement const s{"the way to", what, "", {}, at};
  auto const e = tables.find_required(what, s);
  if (!e) return {};
  auto const kind = tables.columns.events[e.index()].kind;
  if (kind == event_kind::started || kind == event_kind::completed) return e;
  tables.fail(error_code::contradiction, s,
              {"this is said of the start and of the completion of a part; declare a failure or a "
               "step by `fails`, `may_be_late` or `step`"});
  return {};
}

LUPAUS_DECL transition_id model_writer::add_way(event_id to, event_ref from, here at) {
  statement const s{"the way to", event_ref{to}, "", {}, at};
  auto const f = tables.find(from, s);
  if (f == to) {
    tables.fail(error_code::contradiction, s, {"an event cannot follow itself"});
    return {};
  }
  if (f && f != ordering && !tables.is_in_a_life(f)) {
    tables.fail(error_code::contradiction, s,
                {"a step follows an event in the life of a part, and '", tables.name_of(from),
                 "' is none; name the step that it means"});
    return {};
  }
  return tables.add(transition{f, to, {}}, tables.columns.transitions, s);
}
LUPAUS_DECL transition_id model_writer::set_actor(event_id to, transition_id way, party_ref who,
                                                  here at) {
  statement const s{"the actor of", event_ref{to}, "", {}, at};
  if (!way) way = tables.add(transition{{}, to, {}}, tables.columns.transitions, s);
  auto const p = tables.find(who, s);
  if (way) tables.columns.transitions[way.index()].by = p;
  return way;
}
LUPAUS_DECL void model_writer::set_goods(event_id in, part_ref good, party_ref holder, here at) {
  statement const s{"the goods in", event_ref{in}, "", {}, at};
  auto const g = tables.find(good, s);
  auto const h = tables.find(holder, s);
  if (g && tables.columns.parts[g.index()].kind != part_kind::good)
    tables.fail(error_code::unit_mismatch, s, {"only a good can change hands"});
  auto& e = tables.columns.events[in.index()];
  if (!is_failure(e.kind) && e.kind != event_kind::step)
    tables.fail(error_code::contradiction, s,
                {"what carries a good is said by `carries`; else a step hands it over"});
  e.good = g;
  e.holder = h;
}
LUPAUS_DECL void model_writer::set_end(event_id of, event_ref time_out, here at) {
  statement const s{"the end of", event_ref{of}, "", {}, at};
  auto const end = tables.find_required(time_out, s);
  if (!end) return;
  auto& e = tables.columns.events[of.index()];
  if (e.kind != event_kind::failed)
    tables.fail(error_code::contradiction, s,
                {"only a failure declared by `fails` counts until a time"});
  else if (!is_time_out(tables.columns.events[end.index()].kind))
    tables.fail(error_code::contradiction, s,
                {"a failure counts until a time has passed, and '", tables.name_of(time_out),
                 "' is none; say `passed`"});
  else
    e.until = end;
}

}  // namespace lupaus::inline v0::detail
