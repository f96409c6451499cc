// SPDX-License-Identifier: BSL-1.0
//
// Names of a model being written: what they mean, and what to say where they mean nothing.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/detail/utf8.hpp"
#include "lupaus/model/builder/completeness.hpp"
#include "lupaus/model/builder/derivation.hpp"
#include "lupaus/model/builder/model_tables.hpp"

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
  std::erase_if(columns.notices, [](notice const& n) { return n.derived; });
  for (auto& p : columns.parts)
    if (!p.performer_declared) p.performer = {};
  std::erase_if(columns.transitions,
                [](transition const& t) { return t.from_is_derived && t.by_is_derived; });
  for (auto& t : columns.transitions) {
    if (t.from_is_derived) t.from = {}, t.from_is_derived = false;
    if (t.by_is_derived) t.by = {}, t.by_is_derived = false;
  }
  for (auto const& t : columns.terms) remember(t.quality);
  for (auto const& c : columns.commitments) remember(c.consequent.quality);
}

LUPAUS_DECL void model_tables::clear() {
  columns.identity = columns.version = {};
  columns.paid = payment::ahead;
  columns.customer = columns.seller = {};
  for_each_column([](auto& column) { column.clear(); }, columns);
  faults.clear();
  qualities.assign(std::begin(shipped_qualities), std::end(shipped_qualities));
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

// ---- events ----------------------------------------------------------------------------------

// An event is known by its part and its name, if it has one; else by its part and its kind; a
// report, by what is reported.
LUPAUS_DECL std::size_t model_tables::find_event(event const& wanted) {
  auto const hash = [](event const& e) {
    auto const is_report = e.kind == event_kind::reported;
    auto const kind = e.name.empty() ? static_cast<std::uint64_t>(e.kind) : 0xff;
    auto const whose = std::uint64_t{is_report ? e.subject.value : e.of.value};
    return hash_of(e.name, whose << 8U | kind);
  };
  return events_.find(
      columns.events.size(), hash(wanted), [&](std::size_t i) { return hash(columns.events[i]); },
      [&](std::size_t i) {
        auto const& e = columns.events[i];
        if (!wanted.name.empty()) return e.of == wanted.of && is_same(e.name, wanted.name);
        return e.kind == wanted.kind &&
               (e.kind == event_kind::reported ? e.subject == wanted.subject
                                               : e.of == wanted.of && e.name.empty());
      });
}

LUPAUS_DECL event_id model_tables::event_named(part_id of, std::string_view name) {
  if (name.empty()) return {};
  auto const i = find_event({.of = of, .name = name});
  return i == row_index::none ? event_id{} : event_id{i};
}

LUPAUS_DECL event_id model_tables::event_of(event_kind kind, part_id of, statement const& s) {
  event e{.kind = kind, .of = of};
  auto const found = find_event(e);
  if (found != row_index::none) return event_id{found};
  if (kind == event_kind::possession) e.good = of;
  return add(e, columns.events, s);
}

LUPAUS_DECL event_id model_tables::report_of(event_id subject, statement const& s) {
  if (columns.events[subject.index()].kind == event_kind::reported) {
    fail(error_code::contradiction, s, {"a report is of what happens, not of another report"});
    return {};
  }
  event const report{
      .kind = event_kind::reported, .of = columns.events[subject.index()].of, .subject = subject};
  auto const found = find_event(report);
  return found != row_index::none ? event_id{found} : add(report, columns.events, s);
}

LUPAUS_DECL event_id model_tables::find(event_ref const& r, statement const& s) {
  if (!r) return {};
  auto const e = find_plain(r, s);
  return e && r.is_report ? report_of(e, s) : e;
}

LUPAUS_DECL event_id model_tables::find_required(event_ref const& r, statement const& s) {
  if (!r) fail(error_code::missing, s, {"an event is expected here, and none was given"});
  return find(r, s);
}

LUPAUS_DECL event_id model_tables::find_plain(event_ref const& r, statement const& s) {
  if (r.id) {
    if (r.id.index() < columns.events.size()) return r.id;
    fail(error_code::foreign_id, s,
         {"an event of another model was given; use one that this builder returned"});
    return {};
  }
  if (is_of_order(r.kind)) return event_of(r.kind, whole, s);
  auto const of = find(r.of, s);
  if (!of) return {};
  auto const& part = columns.parts[of.index()];
  if (r.kind == event_kind::possession && part.kind != part_kind::good) {
    fail(error_code::unit_mismatch, s, {"possession is of a good, and '", part.name, "' is none"});
    return {};
  }
  if (!is_leaf(part)) {
    fail(error_code::contradiction, s,
         {"events happen to goods and services, and '", part.name,
          "' is made of several; name the part of it that is meant, or `kept` for the whole"});
    return {};
  }
  if (r.kind != event_kind::failed && r.kind != event_kind::step && r.kind != event_kind::late)
    return event_of(r.kind, of, s);
  auto const i = find_event({.kind = r.kind, .of = of, .name = r.name});
  if (i != row_index::none && (r.kind == event_kind::step || columns.events[i].kind == r.kind))
    return event_id{i};
  std::vector<std::string_view> names;
  for (std::size_t at = 0; at < columns.events.size(); ++at) {
    auto const& e = columns.events[at];
    if (e.of != of || (e.kind != r.kind && r.kind != event_kind::step)) continue;
    if (e.name == r.name) return event_id{at};
    names.push_back(e.name);
  }
  auto const nearest = nearest_name(r.name, names);
  if (r.kind == event_kind::late)
    fail(error_code::unknown_name, s,
         {"'late' is not declared as a failure mode of '", part.name, "'"}, nearest);
  else
    fail(error_code::unknown_name, s, {"'", part.name, "' has no event named '", r.name, "'"},
         nearest);
  return {};
}

LUPAUS_DECL bool model_tables::is_in_a_life(event_id id) const {
  auto const& e = columns.events[id.index()];
  return !is_of_order(e.kind) && e.kind != event_kind::possession &&
         e.kind != event_kind::reported && is_leaf(columns.parts[e.of.index()]);
}

LUPAUS_DECL bool model_tables::is_inside(part_id p, part_id outer) const {
  for (; p; p = columns.parts[p.index()].within)
    if (p == outer) return true;
  return false;
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
  if (!faults.empty()) return faults;
  return model{columns};
}

LUPAUS_DECL result<model> model_tables::finished() const {
  model_tables copy{columns, faults};  // the texts stay here
  return copy.finish();
}

}  // namespace lupaus::inline v0::detail
