// SPDX-License-Identifier: BSL-1.0
//
// The tables of a model being written, with the texts that they refer to, and the faults found on
// the way: finds what names of parties and parts mean.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/model/builder/reference.hpp"
#include "lupaus/model/error.hpp"
#include "lupaus/model/model.hpp"

#include <cstddef>
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

/// The tables, the texts and the faults.
class ledger {
 public:
  model_columns columns;
  errors faults;

  /// After a thousand faults no more are kept: whoever reads them has enough.
  void fail(error_code code, saying const& s, std::string message, std::string_view nearest = {}) {
    if (faults.size() >= 1'000) return;
    faults.push_back(
        {code, s.text(), std::move(message), std::string{nearest}, s.at.file, s.at.line, 0});
  }

  /// A copy of the text that lives as long as the ledger.
  std::string_view keep(std::string_view t) {
    if (t.empty()) return {};
    return texts_.emplace_back(t);
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

  party_id find(party_ref r, saying const& s) {
    return find_in(columns.parties, r, s, "party", "a party");
  }
  part_id find(part_ref r, saying const& s) {
    return find_in(columns.parts, r, s, "part", "a part");
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

 protected:
  ledger() = default;
  explicit ledger(model_columns written) : columns{std::move(written)} {}

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

  std::deque<std::string> texts_;  // a deque never moves its strings
};

}  // namespace lupaus::inline v0::detail
