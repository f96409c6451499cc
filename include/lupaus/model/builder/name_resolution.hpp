// SPDX-License-Identifier: BSL-1.0
//
// A model being written: makes events on first mention, and resolves terms. Every fault is kept
// with the place of the call that brought it. Used by `builder` and by readers of files.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/model/builder/model_tables.hpp"
#include "lupaus/model/terms/term_spec.hpp"

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

class draft : public ledger {
 public:
  using ledger::find;
  std::vector<quality_type const*> qualities{std::begin(shipped_qualities),
                                             std::end(shipped_qualities)};

  draft() = default;
  /// Goes on from a finished model: what `complete` derived is taken off again.
  explicit draft(model_columns written) : ledger{std::move(written)} {
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
    for (auto& t : columns.terms) remember(t.quality);
    for (auto& c : columns.commitments) remember(c.consequent.quality);
  }

  void remember(quality_type const* q) {
    if (!q) return;
    for (auto const* known : qualities)
      if (known == q) return;
    qualities.push_back(q);
  }

  /// True for what happens to a good or a service: not to the order, not merely told or meant.
  bool is_in_a_life(event_id id) const {
    auto const& e = columns.events[id.index()];
    return !is_of_order(e.kind) && e.kind != event_kind::possession &&
           e.kind != event_kind::reported && is_leaf(columns.parts[e.of.index()]);
  }

  /// The event that is meant. Events that every part or order has are made on first mention;
  /// failure modes and steps must have been declared.
  event_id find(event_ref const& r, saying const& s) {
    if (!r) return {};
    auto const e = find_plain(r, s);
    if (!e || !r.is_report) return e;
    if (columns.events[e.index()].kind == event_kind::reported) {
      fail(error_code::contradiction, s, "a report is of what happens, not of another report");
      return {};
    }
    for (std::size_t i = 0; i < columns.events.size(); ++i)
      if (columns.events[i].kind == event_kind::reported && columns.events[i].subject == e)
        return event_id{i};
    auto const part = columns.events[e.index()].of;
    return add({.kind = event_kind::reported, .of = part, .subject = e}, columns.events, s);
  }

  /// The same where an event must be given.
  event_id find_required(event_ref const& r, saying const& s) {
    if (!r) fail(error_code::missing, s, "an event is expected here, and none was given");
    return find(r, s);
  }

  /// The event of that kind in the life of a part; made when it is not there yet.
  event_id event_of(event_kind kind, part_id of, saying const& s) {
    for (std::size_t i = 0; i < columns.events.size(); ++i)
      if (columns.events[i].kind == kind && columns.events[i].of == of) return event_id{i};
    event e{.kind = kind, .of = of};
    if (kind == event_kind::possession) e.good = of;
    return add(e, columns.events, s);
  }

  term resolve(term_spec const& t, saying const& s) {
    auto q = t.quality;
    if (!q) {
      std::vector<std::string_view> names;
      for (auto const* known : qualities) {
        names.push_back(known->name);
        if (known->name == t.quality_name) q = known;
      }
      if (!q) {
        fail(error_code::unknown_name, s,
             "there is no quality named '" + std::string{t.quality_name} + "'",
             nearest_name(t.quality_name, names));
        return {};
      }
    }
    remember(q);
    if (t.limit.fault) {
      fail(error_code::bad_value, s,
           std::string{q->name} + " takes " + t.limit.fault + ", and was given something else");
    } else if (!q->accepts(t.limit.value)) {
      fail(error_code::unit_mismatch, s,
           std::string{q->name} + " was given " + kind_name(t.limit.value.kind) +
               ", which is not a bound that it takes");
    }
    auto limit = t.limit.value;
    refuse_control_characters(limit.text, s);
    limit.text = keep(limit.text);
    auto anchor = find(t.anchor, s);
    // "After the order" is where a deadline begins anyway: one form, so that terms compare.
    if (anchor == ordering && q->from == "the order") anchor = {};
    if (anchor && !is_length(limit) && !t.limit.fault)
      fail(error_code::contradiction, s,
           std::string{q->name} + " is counted from an event, but its bound is no length of time");
    return {q, limit, anchor};
  }

  static std::string kind_name(bound_kind k) {
    constexpr char const* names[] = {"no bound", "a length of time",   "business days",
                                     "a day",    "an instant",         "a time window",
                                     "a number", "an amount of money", "a text"};
    return names[static_cast<std::size_t>(k)];
  }

 private:
  event_id find_plain(event_ref const& r, saying const& s) {
    if (r.id) {
      if (r.id.index() < columns.events.size()) return r.id;
      fail(error_code::foreign_id, s,
           "an event of another model was given; use one that this builder returned");
      return {};
    }
    if (is_of_order(r.kind)) return event_of(r.kind, whole, s);
    auto const of = find(r.of, s);
    if (!of) return {};
    if (r.kind == event_kind::possession && columns.parts[of.index()].kind != part_kind::good) {
      fail(error_code::unit_mismatch, s,
           "possession is of a good, and '" + std::string{columns.parts[of.index()].name} +
               "' is none");
      return {};
    }
    if (!is_leaf(columns.parts[of.index()])) {
      fail(error_code::contradiction, s,
           "events happen to goods and services, and '" +
               std::string{columns.parts[of.index()].name} +
               "' is made of several; name the part of it that is meant, or `kept` for the whole");
      return {};
    }
    if (r.kind != event_kind::failed && r.kind != event_kind::step && r.kind != event_kind::late)
      return event_of(r.kind, of, s);
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < columns.events.size(); ++i) {
      auto const& e = columns.events[i];
      if (e.of != of || (e.kind != r.kind && r.kind != event_kind::step)) continue;
      if (e.name == r.name) return event_id{i};
      names.push_back(e.name);
    }
    auto const part = std::string{columns.parts[of.index()].name};
    fail(error_code::unknown_name, s,
         r.kind == event_kind::late
             ? "'late' is not declared as a failure mode of '" + part + "'"
             : "'" + part + "' has no event named '" + std::string{r.name} + "'",
         nearest_name(r.name, names));
    return {};
  }
};

}  // namespace lupaus::inline v0::detail
