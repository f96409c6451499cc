// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the events of a model that is being written, found by what they are of.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/model/builder/model_tables.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail {

// An event is known by its part and its name, if it has one; else by its part and its kind; a
// report, by what is reported; a time-out, by all that it says.
LUPAUS_DECL std::size_t model_tables::find_event(event const& wanted) {
  auto const hash = [](event const& e) {
    auto const is_report =
        e.kind == event_kind::reported || (is_time_out(e.kind) && static_cast<bool>(e.subject));
    auto const kind = e.name.empty() ? static_cast<std::uint64_t>(e.kind) : 0xff;
    auto const whose = std::uint64_t{is_report ? e.subject.value : e.of.value};
    return hash_of(e.name, whose << 8U | kind);
  };
  return events_.find(
      columns.events.size(), hash(wanted), [&](std::size_t i) { return hash(columns.events[i]); },
      [&](std::size_t i) {
        auto const& e = columns.events[i];
        if (!wanted.name.empty()) return e.of == wanted.of && is_same(e.name, wanted.name);
        return e.kind == wanted.kind && e.subject == wanted.subject && e.since == wanted.since &&
               e.within == wanted.within && (e.subject || (e.of == wanted.of && e.name.empty()));
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
  if (is_time_out(columns.events[subject.index()].kind)) {
    fail(error_code::contradiction, s, {"that time has passed is known to all, and not reported"});
    return {};
  }
  event const report{
      .kind = event_kind::reported, .of = columns.events[subject.index()].of, .subject = subject};
  auto const found = find_event(report);
  return found != row_index::none ? event_id{found} : add(report, columns.events, s);
}

LUPAUS_DECL event_id model_tables::time_out_of(event_id what, bound const& within, event_id since,
                                               statement const& s) {
  auto const kind_of = [&](event_id e) {
    auto const& x = columns.events[e.index()];
    return x.kind == event_kind::reported ? columns.events[x.subject.index()].kind : x.kind;
  };
  if (what && !may_be_missed(kind_of(what))) {
    fail(error_code::contradiction, s,
         {"a time-out waits for what may happen to a part, for a request to cancel, or for `kept`, "
          "and '",
          to_string(kind_of(what)), "' is none of them"});
    return {};
  }
  if (!starts_a_time(kind_of(since))) {
    fail(error_code::contradiction, s,
         {"a time-out counts from the order or from what happens to a part, and '",
          to_string(kind_of(since)), "' is neither"});
    return {};
  }
  if (what == since) {
    fail(error_code::contradiction, s, {"an event does not wait for itself"});
    return {};
  }
  event const e{.kind = event_kind::timed_out,
                .of = columns.events[(what ? what : since).index()].of,
                .subject = what,
                .since = since,
                .within = within};
  auto const found = find_event(e);
  return found != row_index::none ? event_id{found} : add(e, columns.events, s);
}

LUPAUS_DECL void model_tables::refuse_time_out(event_id e, statement const& s) {
  if (e && is_time_out(columns.events[e.index()].kind))
    fail(error_code::contradiction, s,
         {"time passes by itself, and nobody brings that about; name what has to happen by then"});
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

}  // namespace lupaus::inline v0::detail
