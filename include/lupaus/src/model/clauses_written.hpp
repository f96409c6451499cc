// SPDX-License-Identifier: BSL-1.0
//
// What is said of who owes whom what.
#pragma once

#include "lupaus/model/builder/model_writer.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail {

/// A handoff is between those who do the work: a composite has no performer of its own.
LUPAUS_DECL bool model_writer::refuse_composites(part_id a, part_id b, statement const& s) {
  for (auto p : {a, b})
    if (p && !is_leaf(tables.columns.parts[p.index()])) {
      tables.fail(error_code::contradiction, s,
                  {"'", tables.columns.parts[p.index()].name,
                   "' is made of several parts; name the good or service where the two meet"});
      return true;
    }
  return false;
}

LUPAUS_DECL bound model_writer::checked(time_limit const& t, statement const& s) {
  if (t.value.fault)
    tables.fail(error_code::bad_value, s, {t.value.fault, " is expected"});
  else if (!is_length(t.value.value))
    tables.fail(error_code::unit_mismatch, s, {"a length of time is expected, not a date"});
  return t.value.value;
}

// ---- steps of an encounter -------------------------------------------------------------------

LUPAUS_DECL void model_writer::set_step(part_ref step, term_spec const& quality,
                                        experience_level level, here at) {
  statement const s{"the step of an encounter", step, "", {}, at};
  auto const p = tables.find(step, s);
  auto const given = tables.resolve(quality, s);
  if (!p || !given.quality) return;
  auto& part = tables.columns.parts[p.index()];
  if (part.kind != part_kind::service)
    tables.fail(error_code::contradiction, s,
                {"a step is a service; '", part.name, "' is a ", to_string(part.kind)});
  else if (given.limit.kind != bound_kind::nothing)
    tables.fail(
        error_code::unit_mismatch, s,
        {"a step gives a quality without a bound, and '", given.quality->name, "' has one"});
  else if (is_step(part))
    tables.fail(error_code::contradiction, s,
                {"the part gives '", part.gives->name, "' already; it gives one quality"});
  else
    part.gives = given.quality, part.level = level;
}

// ---- claims and commitments ------------------------------------------------------------------

LUPAUS_DECL claim_id model_writer::add_claim(party_ref claimant, part_ref about,
                                             term_list const& terms, std::string_view words,
                                             bool implied, here at) {
  statement const s{"a claim of", claimant, "on", about, at};
  auto const who = tables.find(claimant, s);
  auto const what = tables.find(about, s);
  if (who && who == tables.columns.customer)
    tables.fail(error_code::contradiction, s, {"the customer claims nothing to herself"});
  tables.refuse_control_characters(words, s);
  claim c{who, what, term_id{tables.columns.terms.size()}, 0, implied, tables.keep(words)};
  for (auto const& t : terms.items) {
    auto const resolved = tables.resolve(t, s);
    if (resolved.quality && tables.add(resolved, tables.columns.terms, s)) ++c.terms;
  }
  return tables.add(c, tables.columns.claims, s);
}
LUPAUS_DECL claim_id model_writer::add_saying(party_ref claimant, part_ref about,
                                              std::string_view words, here at) {
  if (words.empty())
    tables.fail(error_code::missing, {"a claim of", claimant, "on", about, at},
                {"words or a term are expected"});
  return add_claim(claimant, about, {}, words, false, at);
}

LUPAUS_DECL commitment_range model_writer::add_commitments(party_ref debtor, party_id creditor,
                                                           part_ref about, term_list const& terms,
                                                           char const* call, here at) {
  statement const s{call, debtor, "on", about, at};
  auto& column = tables.columns.commitments;
  auto const first = column.size();
  auto const who = tables.find(debtor, s);
  auto const what = tables.find(about, s);
  if (!creditor)
    tables.fail(error_code::missing, s,
                {"declare the customer and the seller before what is owed to them"});
  auto const known = who && what && creditor;
  for (auto const& t : terms.items) {
    auto const resolved = tables.resolve(t, s);  // whoever owes it: all faults in one go
    if (resolved.quality && known)
      tables.add(commitment{who, creditor, what, {}, {}, resolved}, column, s);
  }
  if (terms.items.empty() && known)
    tables.add(commitment{who, creditor, what, {}, {}, {}}, column, s);
  return {first, column.size()};
}

LUPAUS_DECL void model_writer::add_recourse(party_ref debtor, event_ref failure,
                                            term_list const& within, party_ref creditor, here at) {
  statement const s{"the recourse against", debtor, "for", failure, at};
  auto const p = tables.find(debtor, s);
  auto const e = tables.find_required(failure, s);
  auto const c = creditor ? tables.find(creditor, s) : tables.columns.seller;
  auto const t = within.items.empty() ? term{} : tables.resolve(within.items.front(), s);
  if (!c && !creditor)
    tables.fail(error_code::missing, s, {"declare the seller before what is owed to it"});
  if (e && !is_failure(tables.columns.events[e.index()].kind))
    tables.fail(error_code::contradiction, s, {"recourse is for a failure mode of a part"});
  if (p && p == c)
    tables.fail(error_code::contradiction, s, {"nobody has recourse against himself"});
  if (p && e && c) tables.add(recourse{p, c, e, t}, tables.columns.recourses, s);
}

LUPAUS_DECL void model_writer::add_ends(party_ref debtor, std::initializer_list<event_ref> when,
                                        party_ref creditor, time_limit const& within, here at) {
  statement const s{"the end of the contract of", debtor, "", {}, at};
  auto const p = tables.find(debtor, s);
  auto const is_stated = within.value.fault || within.value.value.kind != bound_kind::nothing;
  auto const limit = is_stated ? checked(within, s) : bound{};
  auto const c = creditor ? tables.find(creditor, s) : tables.columns.seller;
  if (!c && !creditor)
    tables.fail(error_code::missing, s, {"declare the seller before what is owed to it"});
  for (auto const& w : when) {
    auto const e = tables.find_required(w, s);
    auto const kind = e ? tables.columns.events[e.index()].kind : event_kind::kept;
    if (kind != event_kind::kept && kind != event_kind::cancelled && kind != event_kind::refunded)
      tables.fail(error_code::contradiction, s,
                  {"an order ends by being kept, cancelled or refunded"});
    if (p && c && e) tables.add(contract_end{p, c, e, limit}, tables.columns.contract_ends, s);
  }
}

// ---- rules and words -------------------------------------------------------------------------

LUPAUS_DECL rule_id model_writer::add_rule(event_ref trigger, here at) {
  statement const s{"the rule on", trigger, "", {}, at};
  auto const e = tables.find_required(trigger, s);
  if (!tables.columns.customer || !tables.columns.seller)
    tables.fail(error_code::missing, s,
                {"declare the customer and the seller before what is owed to them"});
  if (e && is_time_out(tables.columns.events[e.index()].kind) &&
      tables.columns.events[e.index()].of == whole)
    tables.fail(error_code::contradiction, s,
                {"a rule is on what happens to a part, and this time-out is of the order as a "
                 "whole; name the part that is late by `not_by(completed(part), ...)`"});
  rule r{.on = e, .debtor = tables.columns.seller, .creditor = tables.columns.customer};
  return e ? tables.add(r, tables.columns.rules, s) : rule_id{};
}

LUPAUS_DECL void model_writer::add_notice(party_ref from, party_ref to, event_ref of,
                                          time_limit const& within, std::string_view words,
                                          here at) {
  statement const s{"the notice from", from, "to", to, at};
  auto const f = tables.find(from, s), t = tables.find(to, s);
  auto const e = tables.find_required(of, s);
  auto const limit = checked(within, s);
  tables.refuse_control_characters(words, s);
  if (f && f == t)
    tables.fail(error_code::contradiction, s, {"nobody owes notice to himself"});
  else if (f && t && e)
    tables.add(notice{f, t, e, limit, false, tables.keep(words)}, tables.columns.notices, s);
}
LUPAUS_DECL void model_writer::add_change_notice(party_ref from, party_ref to, part_ref of,
                                                 time_limit const& within, std::string_view words,
                                                 here at) {
  statement const s{"the notice from", from, "to", to, at};
  auto const f = tables.find(from, s), t = tables.find(to, s);
  auto const p = tables.find(of, s);
  auto const limit = checked(within, s);
  tables.refuse_control_characters(words, s);
  if (f && t && f == t)
    tables.fail(error_code::contradiction, s, {"nobody owes notice to himself"});
  else if (f && t && p)
    tables.columns.changes.push_back({f, t, p, limit, tables.keep(words)});
}

LUPAUS_DECL void model_writer::add_coordination(party_ref owner, part_ref before, part_ref after,
                                                here at) {
  statement const s{"the handoff of", before, "to", after, at};
  auto const o = tables.find(owner, s);
  auto const a = tables.find(before, s), b = tables.find(after, s);
  if (refuse_composites(a, b, s)) return;
  if (o && a && b) tables.add(coordination{o, a, b}, tables.columns.coordinations, s);
}
LUPAUS_DECL void model_writer::add_need(part_ref before, part_ref after, here at) {
  statement const s{"the handoff of", before, "to", after, at};
  auto const a = tables.find(before, s), b = tables.find(after, s);
  if (refuse_composites(a, b, s)) return;
  if (a && b) tables.add(coordination_need{a, b, {}, {}}, tables.columns.needs, s);
}
LUPAUS_DECL void model_writer::add_need(party_ref x, party_ref y, here at) {
  statement const s{"the handoff of", x, "to", y, at};
  auto const a = tables.find(x, s), b = tables.find(y, s);
  if (a && b) tables.add(coordination_need{{}, {}, a, b}, tables.columns.needs, s);
}
LUPAUS_DECL void model_writer::add_channel(party_ref x, party_ref y, here at) {
  statement const s{"the channel", x, "-", y, at};
  auto const a = tables.find(x, s), b = tables.find(y, s);
  if (a && a == b) tables.fail(error_code::contradiction, s, {"a channel joins two parties"});
  if (a && b) tables.add(channel{a, b}, tables.columns.channels, s);
}
LUPAUS_DECL void model_writer::add_sighting(party_ref who, event_ref what, here at) {
  statement const s{"the sighting of", what, "by", who, at};
  auto const p = tables.find(who, s);
  auto const e = tables.find(what, s);
  if (!p || !e) return;
  auto const kind = tables.columns.events[e.index()].kind;
  if (!detail::may_be_seen(kind))
    tables.fail(error_code::contradiction, s,
                {"somebody sees what happens to a part: that it starts, fails or is completed, "
                 "or a step of it"});
  else
    tables.add(sighting{p, e}, tables.columns.sightings, s);
}

// ---- qualities that a document declares ------------------------------------------------------

LUPAUS_DECL quality_type const* model_writer::add_quality(declared_quality const& q) {
  auto kept = q;
  for (auto* text : {&kept.name, &kept.unit, &kept.words}) *text = tables.keep(*text);
  tables.columns.qualities.push_back(kept);
  auto const* const made = tables.declared.add(kept);
  tables.remember(made);
  return made;
}

// ---- capabilities and risk -------------------------------------------------------------------

LUPAUS_DECL capability_id model_writer::add_capability(capability_name const& c, here at) {
  auto const* const kind = c.is_backstage ? "the backstage step" : "the capability";
  return tables.add_named(capability{c.name, c.is_backstage}, {kind, c.name, "", {}, at});
}
LUPAUS_DECL void model_writer::add_provision(party_ref who, std::string_view capability, here at) {
  statement const s{"the provision of", capability, "by", who, at};
  auto const p = tables.find(who, s);
  auto const c = tables.find_capability(capability, s);
  if (p && c) tables.add(provision{p, c}, tables.columns.provisions, s);
}
LUPAUS_DECL void model_writer::add_risk(party_ref bearer, part_ref of, event_ref from,
                                        event_ref until, party_ref covered, here at) {
  statement const s{"the risk of", of, "borne by", bearer, at};
  auto const b = tables.find(bearer, s);
  auto const p = tables.find(of, s);
  auto const f = tables.find(from, s), u = tables.find(until, s);
  auto const c = covered ? tables.find(covered, s) : party_id{};
  if (b && p) tables.add(risk{b, p, f, u, c}, tables.columns.risks, s);
}

}  // namespace lupaus::inline v0::detail
