// SPDX-License-Identifier: BSL-1.0
//
// The reader of OCEL 2.0 in JSON: types, objects and events, one at a time. Which object belongs to
// which order is known when all objects are read; events that stand before them are held.
#pragma once

#include "lupaus/io/log/log_mappings.hpp"
#include "lupaus/io/log/log_reading.hpp"
#include "lupaus/io/log/ocel_counts.hpp"
#include "lupaus/io/log/ocel_objects.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

class ocel_reader final : public log_listener {
 public:
  /// All must outlive it.
  ocel_reader(foreign_log const& log, ocel_mapping const& mapping, json_options const& options)
      : mapping_{&mapping},
        options_{&options},
        source_{options},
        teller_{log, options, counts_},
        objects_{mapping.most_objects} {}
  ocel_reader(ocel_reader const&) = delete;
  ocel_reader& operator=(ocel_reader const&) = delete;

  ocel_counts read() {
    teller_.read(lists, *this);
    if (!has_value_)
      teller_.fault({}, {}, error_code::missing, "the text is empty, and an OCEL log is expected");
    return std::move(counts_);
  }

  void element(log_element const& e) override {
    if (e.list != events) return read_declared(e);
    if (!has_objects_) return hold(e);
    settle();
    read_event(e);
  }
  void misplaced(std::size_t list, log_place at, char const* message) override {
    teller_.fault(at, lists[list].pointer, error_code::bad_value, message);
  }
  void end_value(log_rest const& rest) override {
    settle();
    for (auto const& h : held_) read_event({events, h.number, h.place, h.text, false});
    held_.clear();
    if (std::exchange(has_value_, true))
      return teller_.fault(rest.place_of({}), {}, error_code::bad_value,
                           "something follows the end of the log");
    if (rest.is_too_long)
      return teller_.fault(rest.place_of({}), {}, error_code::too_large,
                           "a log has at most " + std::to_string(options_->limits.bytes) +
                               " bytes besides its types, objects and events");
    source_.begin(rest.text);
    if (parse_json(source_)) {
      json_object o{source_, 0, "an OCEL log"};
      for (auto const* name : {"objectTypes", "eventTypes", "objects", "events"}) {
        auto const at = o.find(name);
        if (at != no_place)
          expect(source_, at, json_kind::array);
        else if (o)
          source_.fail(0, error_code::missing, {"the member '", name, "' is missing"});
      }
      find_undeclared(counts_.objects_of_type, object_type_names_, "object");
      find_undeclared(counts_.events_of_type, event_type_names_, "event");
    }
    if (!source_.faults.empty()) teller_.faults(rest, std::move(source_.faults));
  }

 private:
  enum list_number : std::size_t { object_types, event_types, objects, events };
  static constexpr list_path lists[] = {
      {{"objectTypes"}, 1, "/objectTypes"},
      {{"eventTypes"}, 1, "/eventTypes"},
      {{"objects"}, 1, "/objects"},
      {{"events"}, 1, "/events"},
  };
  using names = std::set<std::string, std::less<>>;

  // ---- types and objects

  void read_declared(log_element const& e) {
    auto& all = e.list == objects        ? counts_.objects
                : e.list == object_types ? counts_.object_types
                                         : counts_.event_types;
    ++all;
    has_objects_ = has_objects_ || e.list == objects;
    errors faults;
    if (e.is_too_long) {
      lupaus::error f;
      f.code = error_code::too_large;
      f.message = "an object has at most " + std::to_string(options_->limits.bytes) + " bytes";
      f.line = f.column = 1;
      faults.push_back(std::move(f));
    } else {
      source_.begin(e.text);
      if (parse_json(source_)) {
        json_object o{source_, 0, "an object"};
        if (o && e.list == objects) read_object(o);
        if (o && e.list != objects)
          read_type(o, e.list == object_types ? object_type_names_ : event_type_names_);
      }
      faults = std::move(source_.faults);
    }
    if (faults.empty()) return;
    if (e.list == objects) ++counts_.refused_objects;
    teller_.refuse_declared(e, std::move(faults), log_teller::pointer_of(lists, e));
  }
  void read_type(json_object& o, names& known) {
    auto const name = needed_text(source_, o, "name");
    if (!name) return;
    if (known.size() >= mapping_->most_objects) return too_many();
    if (!known.emplace(*name).second)
      source_.fail(o.look("name"), error_code::duplicate_name,
                   {"the type ", in_quotes(*name), " is there twice"});
  }
  void read_object(json_object& o) {
    auto const id = needed_text(source_, o, "id"), type = needed_text(source_, o, "type");
    if (!id || !type) return;
    auto const role = *type == mapping_->order ? ocel_objects::role::order
                      : is_through(*type)      ? ocel_objects::role::through
                                               : ocel_objects::role::other;
    if (objects_.is_declared(*id))
      return source_.fail(o.look("id"), error_code::duplicate_name,
                          {"the object ", in_quotes(*id), " is there twice"});
    if (!objects_.add(*id, role)) return too_many();
    auto const is_kept = role != ocel_objects::role::other && !mapping_->through.empty();
    for_each_related(o, [&](std::string_view other, std::string_view) {
      ++counts_.object_relationships;
      if (is_kept && source_.faults.empty() && !objects_.relate(*id, other)) too_many();
    });
    if (source_.faults.empty()) ++counts_.objects_of_type[std::string{*type}];
  }
  bool is_through(std::string_view type) const {
    auto const& all = mapping_->through;
    return std::find(all.begin(), all.end(), type) != all.end();
  }
  template <class F>
  void for_each_related(json_object& o, F f) {
    auto const list = o.find("relationships");
    if (list == no_place) return;
    for_each_in(source_, list, [&](json_place at) {
      json_object r{source_, at, "a relationship"};
      if (!r) return;
      auto const other = needed_text(source_, r, "objectId");
      auto const qualifier = r.text("qualifier");
      if (other) f(*other, qualifier);
    });
  }
  void find_undeclared(std::map<std::string, std::size_t> const& found, names const& known,
                       char const* what) {
    for (auto const& [type, n] : found)
      if (!known.contains(type))
        source_.fail(0, error_code::unknown_name,
                     {"the log does not declare the ", what, " type ", in_quotes(type),
                      ", of which ", decimal{n}, " are there"},
                     source_.nearest(type, known));
  }
  void too_many() {
    source_.fail(0, error_code::too_large,
                 {"objects, and relationships of those that lead to orders, are at most ",
                  decimal{mapping_->most_objects}, ", as the mapping says"});
  }
  // All objects are there.
  void settle() {
    if (std::exchange(is_settled_, true) || objects_.finish()) return;
    teller_.fault({}, "/objects", error_code::too_large,
                  "the orders of all objects are more than the mapping says");
  }

  // ---- events

  struct held_event {
    std::size_t number;
    log_place place;
    std::string text;
  };
  void hold(log_element const& e) {
    held_bytes_ += e.text.size() + sizeof(held_event);
    if (!e.is_too_long && held_bytes_ <= 16 * options_->limits.bytes)
      return held_.push_back({e.number, e.place, std::string{e.text}});
    if (e.is_too_long) return read_event(e);
    lupaus::error f;
    f.code = error_code::too_large;
    f.message = "it stands before the objects, and at most " +
                std::to_string(16 * options_->limits.bytes) + " bytes of such events are held";
    f.line = f.column = 1;
    teller_.refuse(e, {std::move(f)}, log_teller::pointer_of(lists, e));
  }
  void read_event(log_element const& e) {
    auto const pointer = log_teller::pointer_of(lists, e);
    if (e.is_too_long) return teller_.refuse_too_long(e, pointer);
    made_.clear();
    auto why = skip_reason::none;
    source_.begin(e.text);
    if (parse_json(source_)) {
      json_object o{source_, 0, "an event"};
      if (o) why = read_records(o);
    }
    if (source_.faults.empty()) return teller_.tell(e, made_, why);
    teller_.refuse(e, std::move(source_.faults), pointer);
  }
  skip_reason read_records(json_object& o) {
    auto const id = needed_text(source_, o, "id"), type = needed_text(source_, o, "type");
    auto const at = needed_moment(source_, o, "time");
    std::vector<std::string_view> qualifiers;
    std::set<std::uint32_t> orders;
    for_each_related(o, [&](std::string_view object, std::string_view qualifier) {
      ++counts_.event_relationships;
      qualifiers.push_back(qualifier);
      if (!objects_.is_declared(object))
        source_.fail(
            0, error_code::unknown_name,
            {"there is no object ", in_quotes(object), ", to which this event is related"});
      auto const& its = objects_.orders_of(object);
      orders.insert(its.begin(), its.end());
    });
    if (!id || !type || !at || !source_.faults.empty()) return skip_reason::none;
    ++counts_.events_of_type[std::string{*type}];
    auto const* const r = rule_of(o, *type, qualifiers);
    if (!r) return skip_reason::no_meaning;
    if (!r->is) return skip_reason::set_aside;
    if (orders.empty()) return skip_reason::no_order;
    for (auto const order : orders) {
      made_.push_back(*r->is);
      made_.back().order = order_number(objects_.id_of(order), mapping_->without);
      made_.back().at = *at;
      made_.back().id = *id;
    }
    return skip_reason::none;
  }
  ocel_rule const* rule_of(json_object& o, std::string_view type,
                           std::vector<std::string_view> const& qualifiers) {
    for (auto const& r : mapping_->rules) {
      auto is_it = r.type.empty() || r.type == type;
      is_it = is_it && (r.qualifier.empty() || std::find(qualifiers.begin(), qualifiers.end(),
                                                         r.qualifier) != qualifiers.end());
      for (auto const& [name, value] : r.attributes) is_it = is_it && has(o, name, value);
      if (is_it) return &r;
    }
    return nullptr;
  }
  // A number as it is written, and true and false by these words.
  bool has(json_object& o, std::string_view name, std::string_view value) const {
    auto const list = o.look("attributes");
    auto const& tree = source_.tree;
    if (list == no_place || tree[list].kind != json_kind::array) return false;
    for (auto c = tree[list].first; c != no_place; c = tree[c].next) {
      if (tree[c].kind != json_kind::object) continue;
      auto const its = tree.member(c, "name"), is = tree.member(c, "value");
      if (its == no_place || is == no_place || tree[its].text != name) continue;
      auto const is_truth = tree[is].kind == json_kind::boolean;
      if ((is_truth ? (tree[is].truth ? "true" : "false") : tree[is].text) == value) return true;
    }
    return false;
  }

  ocel_mapping const* mapping_;
  json_options const* options_;
  json_source source_;
  ocel_counts counts_;
  log_teller teller_;
  ocel_objects objects_;
  names object_type_names_, event_type_names_;
  bool has_value_ = false, has_objects_ = false, is_settled_ = false;
  std::vector<held_event> held_;
  std::size_t held_bytes_ = 0;
  std::vector<order_event> made_;
};

}  // namespace lupaus::inline v0::detail::io
