// SPDX-License-Identifier: BSL-1.0
//
// A model being written: finds what names mean, makes events on first mention, and keeps every
// fault with the place of the call that brought it. Used by `builder` and by readers of files.
#pragma once

#include "lupaus/model/error.hpp"
#include "lupaus/model/model.hpp"
#include "lupaus/model/suggest.hpp"
#include "lupaus/model/terms.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// What is being said, for the message when it is wrong: "a claim of website on delivery".
struct saying {
  char const* what = "";
  std::string subject;
  char const* link = "";
  std::string object;
  source_place at;

  std::string text() const {
    std::string t = what;
    if (!subject.empty()) t += " " + subject;
    if (!object.empty()) t += std::string{" "} + link + " " + object;
    return t;
  }
};

class draft {
 public:
  model_columns columns;
  errors faults;
  std::vector<quality_type const*> qualities{std::begin(shipped_qualities),
                                             std::end(shipped_qualities)};

  draft() = default;
  /// Goes on from a finished model: what `complete` derived is taken off again.
  explicit draft(model_columns written) : columns{std::move(written)} {
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

  /// After a thousand faults no more are kept: whoever reads them has enough.
  void fail(error_code code, saying const& s, std::string message, std::string_view nearest = {}) {
    if (faults.size() >= 1'000) return;
    faults.push_back(
        {code, s.text(), std::move(message), std::string{nearest}, s.at.file, s.at.line, 0});
  }

  /// A copy of the text that lives as long as the draft.
  std::string_view keep(std::string_view t) {
    if (t.empty()) return {};
    return texts_.emplace_back(t);
  }

  void remember(quality_type const* q) {
    if (!q) return;
    for (auto const* known : qualities)
      if (known == q) return;
    qualities.push_back(q);
  }

  std::string name_of(party_ref r) const { return name_in(columns.parties, r); }
  std::string name_of(part_ref r) const { return name_in(columns.parts, r); }
  std::string name_of(event_ref const& e) const {
    if (e.id && e.id.index() < columns.events.size()) {
      auto const& known = columns.events[e.id.index()];
      return name_of(event_ref{known.kind, part_ref{known.of}, known.name});
    }
    if (!e || e.id) return {};  // none was given, or one of another model
    if (!e.name.empty()) return std::string{e.name};
    if (is_of_order(e.kind)) return std::string{to_string(e.kind)};
    return name_of(e.of) + " " + std::string{to_string(e.kind)};
  }

  /// True when `p` is `outer` or, as far as has been said, within it.
  bool is_inside(part_id p, part_id outer) const {
    for (; p; p = columns.parts[p.index()].within)
      if (p == outer) return true;
    return false;
  }

  /// True for what happens to a good or a service: not to the order, not merely told or meant.
  bool is_in_a_life(event_id id) const {
    auto const& e = columns.events[id.index()];
    return !is_of_order(e.kind) && e.kind != event_kind::possession &&
           e.kind != event_kind::reported && is_leaf(columns.parts[e.of.index()]);
  }

  party_id find(party_ref r, saying const& s) {
    return find_in(columns.parties, r, s, "party", "a party");
  }
  part_id find(part_ref r, saying const& s) {
    return find_in(columns.parts, r, s, "part", "a part");
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
    auto const* q = t.quality;
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
    limit.text = keep(limit.text);
    auto anchor = find(t.anchor, s);
    // "After the order" is where a deadline begins anyway: one form, so that terms compare.
    if (anchor == ordering && q->from == "the order") anchor = {};
    if (anchor && !is_length(limit) && !t.limit.fault)
      fail(error_code::contradiction, s,
           std::string{q->name} + " is counted from an event, but its bound is no length of time");
    return {q, limit, anchor};
  }

  /// A name with a line feed could forge a line of a report.
  void refuse_control_characters(std::string_view text, saying const& s) {
    for (auto const c : text)
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
        fail(error_code::bad_value, s, "a name or text has no control characters in it");
        return;
      }
  }

  /// Appends, unless the table is full.
  template <class T>
  auto add(T value, std::vector<T>& column, saying const& s) -> lupaus::id<T> {
    if (column.size() >= lupaus::id<T>::limit) {
      fail(error_code::too_large, s,
           "a model holds at most " + std::to_string(lupaus::id<T>::limit) + " of a kind");
      return {};
    }
    column.push_back(value);
    return lupaus::id<T>{column.size() - 1};
  }

  /// Appends a named element; the name must be new.
  template <class T>
  auto add_named(T value, std::vector<T>& column, saying const& s) -> lupaus::id<T> {
    if (value.name.empty()) {
      fail(error_code::empty_name, s, "the name is empty; every element needs one");
    }
    refuse_control_characters(value.name, s);
    for (auto const& known : column)
      if (known.name == value.name && !value.name.empty()) {
        fail(error_code::duplicate_name, s,
             "the name '" + std::string{value.name} + "' is taken; names must differ");
        break;
      }
    value.name = keep(value.name);
    return add(value, column, s);
  }

  /// What a whole model must have. Faults are kept like any other.
  void check_whole() {
    saying const s{"the promise", "", "", "", {}};
    if (!columns.customer) fail(error_code::missing, s, "it has no customer; say who buys");
    if (!columns.seller) fail(error_code::missing, s, "it has no seller; say who answers to her");
    if (columns.parts.size() < 2)
      fail(error_code::missing, s, "it has no part; say what good or service she buys");
    check_duties();
    place_parts();
    check_currencies();
  }

  static std::string kind_name(bound_kind k) {
    constexpr char const* names[] = {"no bound", "a length of time",   "business days",
                                     "a day",    "an instant",         "a time window",
                                     "a number", "an amount of money", "a text"};
    return names[static_cast<std::size_t>(k)];
  }

 private:
  template <class T, class Id>
  static std::string name_in(std::vector<T> const& column, reference<Id> r) {
    if (r.id && r.id.index() < column.size()) return std::string{column[r.id.index()].name};
    return std::string{r.name};
  }

  template <class T, class Id>
  Id find_in(std::vector<T> const& column, reference<Id> r, saying const& s, char const* kind,
             char const* a_kind) {
    if (r.id) {
      if (r.id.index() < column.size()) return r.id;
      fail(error_code::foreign_id, s,
           std::string{a_kind} + " of another model was given; use one that this builder returned");
      return {};
    }
    if (r.name.empty()) {
      fail(error_code::missing, s, std::string{a_kind} + " is expected here, and none was given");
      return {};
    }
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < column.size(); ++i) {
      if (column[i].name == r.name) return Id{i};
      names.push_back(column[i].name);
    }
    fail(error_code::unknown_name, s,
         std::string{"there is no "} + kind + " named '" + std::string{r.name} + "'",
         nearest_name(r.name, names));
    return {};
  }

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

  void check_duties() {
    for (auto const& r : columns.rules)
      if (r.action == action_kind::act && r.words.empty())
        fail(error_code::missing, {"the rule on", name_of(event_ref{r.on}), "", "", {}},
             "it owes nothing; say who owes what");
    for (auto const& c : columns.commitments)
      if (c.debtor == c.creditor)
        fail(
            error_code::contradiction,
            {"a commitment of", name_of(party_ref{c.debtor}), "on", name_of(part_ref{c.about}), {}},
            "nobody can owe something to himself");
  }

  // Parts that no product mentions are the whole's, side by side, if no product was written.
  void place_parts() {
    auto placed = false;
    for (auto const& p : columns.parts) placed |= p.within == whole;
    for (std::size_t i = 1; i < columns.parts.size(); ++i) {
      auto& p = columns.parts[i];
      if (p.within) continue;
      if (!placed)
        p.within = whole;
      else
        fail(error_code::missing, {"the product", "", "", "", {}},
             "the part '" + std::string{p.name} +
                 "' was declared and is in no product; add it, or leave it out");
    }
  }

  void check_currencies() {
    bound const* first = nullptr;
    auto const check = [&](term const& t) {
      if (t.limit.kind != bound_kind::money) return;
      if (!first) first = &t.limit;
      if (first->b == t.limit.b) return;
      auto const code = [](bound const& b) {
        return std::string{bound_codec<money>::decode(b).in.view()};
      };
      fail(error_code::unit_mismatch, {"the promise", "", "", "", {}},
           "prices are in " + code(*first) + " and in " + code(t.limit) +
               "; one promise has one currency");
    };
    for (auto const& t : columns.terms) check(t);
    for (auto const& c : columns.commitments) check(c.consequent);
  }

  std::deque<std::string> texts_;  // a deque never moves its strings
};

}  // namespace lupaus::inline v0::detail
