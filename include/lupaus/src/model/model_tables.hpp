// SPDX-License-Identifier: BSL-1.0
//
// Names of a model being written: what they mean, and what to say where they mean nothing.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/model/builder/completeness.hpp"
#include "lupaus/model/builder/derivation.hpp"
#include "lupaus/model/builder/model_tables.hpp"
#include "lupaus/model/builder/ways.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

LUPAUS_DECL model_tables::model_tables()
    : qualities{std::begin(shipped_qualities), std::end(shipped_qualities)} {}

LUPAUS_DECL model_tables::model_tables(model_view const& finished) : model_tables{} {
  columns.identity = finished.identity;
  columns.version = finished.version;
  columns.paid = finished.paid;
  columns.customer = finished.customer;
  columns.seller = finished.seller;
  for_each_column([](auto const& from, auto& to) { to.assign(from.begin(), from.end()); }, finished,
                  columns);
  for_each_text(columns, [&](std::string_view& t) { t = keep(t); });
  for (auto const& q : columns.qualities) declared.add(q);
  for_each_quality(columns, [&](quality_ref& q) {
    if (q == nullptr) return;
    if (auto const* mine = declared.named(q->name)) q = mine;
  });
  std::erase_if(columns.notices, [](notice const& n) { return n.derived; });
  for (auto& p : columns.parts)
    if (!p.performer_declared) p.performer = {};
  std::erase_if(columns.transitions,
                [](transition const& t) { return t.from_is_derived && t.by_is_derived; });
  for (auto& t : columns.transitions) {
    if (t.from_is_derived) t.from = {}, t.from_is_derived = false;
    if (t.by_is_derived) t.by = {}, t.by_is_derived = false;
  }
  for (auto const& p : columns.parts)
    if (is_step(p)) remember(p.gives);
  for (auto const& t : columns.terms) remember(t.quality);
  for (auto const& c : columns.commitments) remember(c.consequent.quality);
}

LUPAUS_DECL void model_tables::clear() {
  columns.identity = columns.version = {};
  columns.paid = payment::ahead;
  columns.customer = columns.seller = {};
  for_each_column([](auto& column) { column.clear(); }, columns);
  faults.clear();
  dead_ways.clear();
  qualities.assign(std::begin(shipped_qualities), std::end(shipped_qualities));
  declared.clear();
  texts_.clear();
  for (auto* index : {&party_names_, &part_names_, &capability_names_, &events_}) index->clear();
}

// ---- what is wrong ---------------------------------------------------------------------------

LUPAUS_COLD LUPAUS_DECL void model_tables::fail(error_code code, statement const& s, pieces message,
                                                std::string_view nearest) {
  if (faults.size() >= 1'000) return;
  std::string where = s.what;
  if (auto const subject = name_of(s.subject); !subject.empty()) where += " " + subject;
  if (auto const object = name_of(s.object); !object.empty())
    where += std::string{" "} + s.link + " " + object;
  faults.push_back({code, std::move(where), joined_text(message), std::string{nearest}, s.at.file,
                    s.at.line, 0});
}

LUPAUS_COLD LUPAUS_DECL void model_tables::fail_full(statement const& s) {
  fail(error_code::too_large, s, {"a model holds at most ", decimal{part_id::limit}, " of a kind"});
}

LUPAUS_COLD LUPAUS_DECL std::string model_tables::name_of(named_element const& m) const {
  switch (m.kind) {
    case named_element::of::nothing: break;
    case named_element::of::party: return name_of(m.party);
    case named_element::of::part: return name_of(m.event.of);
    case named_element::of::event: return name_of(m.event);
    case named_element::of::text: return std::string{m.text};
  }
  return {};
}

LUPAUS_COLD LUPAUS_DECL std::string model_tables::name_of(party_ref r) const {
  return std::string{
      r.id && r.id.index() < columns.parties.size() ? columns.parties[r.id.index()].name : r.name};
}
LUPAUS_COLD LUPAUS_DECL std::string model_tables::name_of(part_ref r) const {
  return std::string{r.id && r.id.index() < columns.parts.size() ? columns.parts[r.id.index()].name
                                                                 : r.name};
}
LUPAUS_COLD LUPAUS_DECL std::string model_tables::name_of(event_ref const& e) const {
  if (e.id && e.id.index() < columns.events.size()) {
    auto const& known = columns.events[e.id.index()];
    if (is_time_out(known.kind))
      return known.subject ? "no " + name_of(event_ref{known.subject}) + " in time"
                           : "time after " + name_of(event_ref{known.since});
    return name_of(event_ref{known.kind, part_ref{known.of}, known.name});
  }
  if (!e || e.id) return {};  // none was given, or one of another model
  if (!e.name.empty()) return std::string{e.name};
  if (is_of_order(e.kind)) return std::string{to_string(e.kind)};
  return name_of(e.of) + " " + std::string{to_string(e.kind)};
}

LUPAUS_DECL char const* name_of(bound_kind k) noexcept {
  constexpr char const* names[] = {"no bound", "a length of time",   "business days",
                                   "a day",    "an instant",         "a time window",
                                   "a number", "an amount of money", "a text"};
  return names[static_cast<std::size_t>(k)];
}

// ---- writing ---------------------------------------------------------------------------------

LUPAUS_DECL void model_tables::refuse_control_characters(std::string_view text,
                                                         statement const& s) {
  if (has_control_character(text))
    fail(error_code::bad_value, s, {"a name or text has no control characters in it"});
}

template <class Rows>
std::size_t find_name(Rows const& rows, row_index& index, std::string_view name) {
  return index.find(
      rows.size(), hash_of(name), [&](std::size_t i) { return hash_of(rows[i].name); },
      [&](std::size_t i) { return is_same(rows[i].name, name); });
}

template <class T>
lupaus::id<T> model_tables::add_named(T& value, std::vector<T>& column, row_index& index,
                                      statement const& s) {
  if (value.name.empty())
    fail(error_code::empty_name, s, {"the name is empty; every element needs one"});
  refuse_control_characters(value.name, s);
  if (!value.name.empty() && find_name(column, index, value.name) != row_index::none)
    fail(error_code::duplicate_name, s,
         {"the name '", value.name, "' is taken; names must differ"});
  value.name = keep(value.name);
  return add(value, column, s);
}

LUPAUS_DECL party_id model_tables::add_named(party value, statement const& s) {
  return add_named(value, columns.parties, party_names_, s);
}
LUPAUS_DECL part_id model_tables::add_named(part value, statement const& s) {
  return add_named(value, columns.parts, part_names_, s);
}
LUPAUS_DECL capability_id model_tables::add_named(capability value, statement const& s) {
  return add_named(value, columns.capabilities, capability_names_, s);
}

LUPAUS_DECL void model_tables::remember(quality_type const* q) {
  if (!q) return;
  for (auto const* known : qualities)
    if (quality_ref{known} == quality_ref{q}) return;
  qualities.push_back(q);
}

// ---- what names mean -------------------------------------------------------------------------

/// The nearest name of those in rows.
template <class Rows>
LUPAUS_COLD std::string_view nearest_of(std::string_view wanted, Rows const& rows) {
  std::vector<std::string_view> names;
  names.reserve(rows.size());
  for (auto const& x : rows) names.push_back(x.name);
  return nearest_name(wanted, names);
}

template <class T, class Id>
Id model_tables::find_in(std::vector<T> const& column, row_index& index, reference<Id> r,
                         statement const& s, char const* kind, char const* a_kind) {
  if (r.id) {
    if (r.id.index() < column.size()) return r.id;
    fail(error_code::foreign_id, s,
         {a_kind, " of another model was given; use one that this builder returned"});
    return {};
  }
  if (r.name.empty()) {
    fail(error_code::missing, s, {a_kind, " is expected here, and none was given"});
    return {};
  }
  auto const found = find_name(column, index, r.name);
  if (found != row_index::none) return Id{found};
  fail(error_code::unknown_name, s, {"there is no ", kind, " named '", r.name, "'"},
       nearest_of(r.name, column));
  return {};
}

LUPAUS_DECL party_id model_tables::find(party_ref r, statement const& s) {
  return find_in(columns.parties, party_names_, r, s, "party", "a party");
}
LUPAUS_DECL part_id model_tables::find(part_ref r, statement const& s) {
  return find_in(columns.parts, part_names_, r, s, "part", "a part");
}
LUPAUS_DECL capability_id model_tables::find_capability(std::string_view name, statement const& s) {
  auto const found = capability_named(name);
  if (!found)
    fail(error_code::unknown_name, s, {"there is no capability named '", name, "'"},
         nearest_of(name, columns.capabilities));
  return found;
}

LUPAUS_DECL party_id model_tables::party_named(std::string_view name) {
  auto const i = find_name(columns.parties, party_names_, name);
  return i == row_index::none ? party_id{} : party_id{i};
}
LUPAUS_DECL part_id model_tables::part_named(std::string_view name) {
  auto const i = find_name(columns.parts, part_names_, name);
  return i == row_index::none ? part_id{} : part_id{i};
}
LUPAUS_DECL capability_id model_tables::capability_named(std::string_view name) {
  auto const i = find_name(columns.capabilities, capability_names_, name);
  return i == row_index::none ? capability_id{} : capability_id{i};
}

// ---- terms -----------------------------------------------------------------------------------

LUPAUS_DECL term model_tables::resolve(term_spec const& t, statement const& s) {
  quality_ref q = t.quality;
  if (!q) {
    for (std::size_t i = qualities.size(); i-- > 0;)
      if (qualities[i]->name == t.quality_name) {  // the last of them that is known
        q = quality_ref{qualities[i]};
        break;
      }
    if (!q) {
      std::vector<std::string_view> names;
      for (auto const* known : qualities) names.push_back(known->name);
      fail(error_code::unknown_name, s, {"there is no quality named '", t.quality_name, "'"},
           nearest_name(t.quality_name, names));
      return {};
    }
  }
  remember(q);
  if (t.limit.fault)
    fail(error_code::bad_value, s,
         {q->name, " takes ", t.limit.fault, ", and was given something else"});
  else if (!q->accepts(t.limit.value))
    fail(error_code::unit_mismatch, s,
         {q->name, " was given ", detail::name_of(t.limit.value.kind),
          ", which is not a bound that it takes"});
  auto limit = t.limit.value;
  refuse_control_characters(limit.text, s);
  limit.text = keep(limit.text);
  auto anchor = find(t.anchor, s);
  // "After the order" is where a deadline begins anyway: one form, so that terms compare.
  if (anchor == ordering && q->from == "the order") anchor = {};
  if (anchor && !is_length(limit) && !t.limit.fault)
    fail(error_code::contradiction, s,
         {q->name, " is counted from an event, but its bound is no length of time"});
  return {q, limit, anchor};
}

// ---- the model -------------------------------------------------------------------------------

LUPAUS_DECL result<model> model_tables::finish() {
  if (faults.empty()) check_complete(*this);
  if (faults.empty() && !derivation{columns}.run()) fail_full({.what = "the promise"});
  if (faults.empty()) refuse_dead_ways();
  if (!faults.empty()) return faults;
  return model{columns};
}

LUPAUS_DECL void model_tables::refuse_dead_ways() {
  for_each_dead_way(columns, [&](transition_id i) {
    auto const& way = columns.transitions[i.index()];
    auto const& earlier = columns.events[way.from.index()];
    auto const is_named = !earlier.name.empty();
    dead_ways.push_back(i);
    fail(error_code::contradiction, {.what = "the way to", .subject = event_ref{way.to}},
         {"it follows '", name_of(event_ref{way.from}),
          is_named ? std::string_view{"' of '"} : std::string_view{},
          is_named ? columns.parts[earlier.of.index()].name : std::string_view{},
          "', and nothing leads there; say how that comes about, or leave this way out"});
  });
}

LUPAUS_DECL result<model> model_tables::finished() const {
  model_tables copy{columns, faults};  // the texts stay here
  return copy.finish();
}

}  // namespace lupaus::inline v0::detail
