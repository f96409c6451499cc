// SPDX-License-Identifier: BSL-1.0
//
// A builder that is told a document: finds parties, parts, capabilities and qualities by their
// names, and gives every fault of the builder the place of the value that brought it.
#pragma once

#include "lupaus/io/json_positions.hpp"
#include "lupaus/io/reader/fields.hpp"
#include "lupaus/model/builder/builder.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

class json_names : protected builder {
 public:
  json_places places;

 protected:
  json_names(json_source& s, std::string_view title, json_place at) : builder{title}, source_{s} {
    take(at);
    part_names_.emplace(draft_.columns.parts[0].name, lupaus::whole);
    put(lupaus::whole, at);
    put(ordering, 0);
    // One of the user's own takes the place of the library's of that name: it is found first.
    for (auto const* q : s.options().qualities)
      if (q) quality_names_.emplace(q->name, q);
    for (auto const* q : shipped_qualities) quality_names_.emplace(q->name, q);
    for (auto const* q : s.options().qualities)
      if (q) qualities_.push_back(q->name);
    for (auto const* q : shipped_qualities) qualities_.push_back(q->name);
  }

  json_source& source() { return source_; }
  json_node const& node(json_place at) const { return source_.tree[at]; }
  void fail(json_place at, error_code code, std::string message, std::string_view nearest = {}) {
    source_.fail(at, code, std::move(message), nearest);
  }

  /// Faults that the builder has found since are the value's.
  void take(json_place at) {
    for (; taken_ < draft_.faults.size(); ++taken_) {
      auto const& f = draft_.faults[taken_];
      source_.fail(at, f.code, f.message, f.suggestion, f.where);
    }
    place_events(at);
  }
  void put(element e, json_place at) {
    if (e) places.put(e, source_.tree.pointer(at));
  }

  /// A list of so many elements at most.
  bool fits(json_place list, std::size_t limit, char const* what) {
    if (node(list).count <= limit) return true;
    fail(list, error_code::too_large,
         "a document has at most " + std::to_string(limit) + " " + what + ", and this " +
             std::to_string(node(list).count));
    return false;
  }

  // ---- names ---------------------------------------------------------------------------------

  std::optional<party_id> party(json_place at) {
    auto const name = text_of(source_, at, "a party's name");
    if (!name) return {};
    if (auto const i = party_names_.find(*name); i != party_names_.end()) return i->second;
    unknown(at, "party", *name, draft_.columns.parties);
    return {};
  }
  /// By its name; the whole by its title, or as 'whole' where no part has that name.
  std::optional<part_id> part(json_place at) {
    auto const name = text_of(source_, at, "a part's name");
    if (!name) return {};
    if (auto const i = part_names_.find(*name); i != part_names_.end()) return i->second;
    if (*name == "whole") return lupaus::whole;
    unknown(at, "part", *name, draft_.columns.parts);
    return {};
  }
  std::optional<capability_id> capability_at(json_place at) {
    auto const name = text_of(source_, at, "a capability's name");
    if (!name) return {};
    if (auto const i = capability_names_.find(*name); i != capability_names_.end())
      return i->second;
    unknown(at, "capability", *name, draft_.columns.capabilities);
    return {};
  }
  quality_type const* quality(json_place at) {
    auto const name = text_of(source_, at, "a quality's name");
    if (!name) return nullptr;
    if (auto const i = quality_names_.find(*name); i != quality_names_.end()) return i->second;
    fail(at, error_code::unknown_name, "there is no quality named " + quoted(*name),
         source_.nearest(*name, qualities_));
    return nullptr;
  }

  /// The party that a member names; `otherwise` when there is no such member.
  std::optional<party_id> party_in(json_object& o, std::string_view member,
                                   std::optional<party_id> otherwise) {
    auto const at = o.find(member);
    return at == no_place ? otherwise : party(at);
  }
  std::optional<party_id> party_in(json_object& o, std::string_view member) {
    auto const at = o.require(member);
    return at == no_place ? std::nullopt : party(at);
  }
  std::optional<part_id> part_in(json_object& o, std::string_view member) {
    auto const at = o.require(member);
    return at == no_place ? std::nullopt : part(at);
  }

  // The list that declares them is missing or is none, which has been told; whoever names one is
  // not to blame.
  bool lacks_parties_ = false, lacks_parts_ = false;

  std::unordered_map<std::string_view, party_id> party_names_;
  std::unordered_map<std::string_view, part_id> part_names_;
  std::unordered_map<std::string_view, capability_id> capability_names_;

 private:
  template <class Column>
  void unknown(json_place at, char const* kind, std::string_view name, Column const& column) {
    if (is_undeclared(column)) return;
    std::vector<std::string_view> names;
    names.reserve(column.size());
    for (auto const& x : column) names.push_back(x.name);
    fail(at, error_code::unknown_name,
         std::string{"there is no "} + kind + " named " + quoted(name),
         source_.nearest(name, names));
  }

  bool is_undeclared(std::vector<lupaus::party> const&) const { return lacks_parties_; }
  bool is_undeclared(std::vector<lupaus::part> const&) const { return lacks_parts_; }
  bool is_undeclared(std::vector<lupaus::capability> const&) const { return false; }

  // Events come into being on first mention. Those of a part are the part's.
  void place_events(json_place at) {
    for (; placed_events_ < draft_.columns.events.size(); ++placed_events_) {
      auto const& e = draft_.columns.events[placed_events_];
      event_id const id{placed_events_};
      if (id == ordering)
        put(id, 0);
      else if (is_of_order(e.kind) || e.kind == event_kind::reported || is_declared(e.kind))
        put(id, at);
      else
        places.put(id, places[e.of]);
    }
  }
  static bool is_declared(event_kind k) { return is_failure(k) || k == event_kind::step; }

  json_source& source_;
  std::size_t taken_ = 0, placed_events_ = 0;
  std::unordered_map<std::string_view, quality_type const*> quality_names_;
  std::vector<std::string_view> qualities_;
};

}  // namespace lupaus::inline v0::detail::io
