// SPDX-License-Identifier: BSL-1.0
//
// What may happen to the parts of a promise, in JSON: declared events, the ways to them, and who
// holds the goods afterwards.
#pragma once

#include "lupaus/io/reader/parts.hpp"

#include <cstddef>
#include <vector>

namespace lupaus::inline v0::detail::io {

class json_lives : public json_parts {
 protected:
  using json_parts::json_parts;

  /// Failures and steps, and whatever else is said to happen, in that order.
  void read_events(json_object& whole_document) {
    each(whole_document, "events", [&](json_place at) {
      if (node(at).kind == json_kind::text) {
        event(at);
        return;
      }
      json_object o{source(), at, "an event"};
      if (!o) return;
      auto const e = json_events::event_in(o, true);
      o.knows({"ways", "hands"});
      o.finish();
      take(at);
      events_.push_back({at, e.value_or(event_id{})});
      if (!e) return;
      auto const kind = draft_.columns.events[e->index()].kind;
      if (!is_failure(kind) && kind != event_kind::step && (o.has("ways") || o.has("hands")))
        fail(at, error_code::contradiction,
             "'ways' and 'hands' are said of failures and steps; name the step that it means");
    });
    // What every part has, whether it was said or not.
    for (std::size_t i = 0; i < draft_.columns.parts.size(); ++i)
      if (is_leaf(draft_.columns.parts[i])) draft_.event_of(event_kind::completed, part_id{i}, {});
    take(0);
  }

  /// What is said of parts and events and names others of them.
  void read_lives() {
    for (auto const& p : parts_) {
      json_object o{source(), p.at};
      if (auto const at = o.find("carries"); at != no_place)
        if (auto const good = part(at)) carries(p.part, *good), take(at);
      if (auto const at = o.find("performed_by"); at != no_place)
        if (auto const who = party(at)) performs(*who, p.part), take(at);
      if (auto const at = o.find("answerable"); at != no_place)
        if (auto const who = party(at)) answers(*who, p.part), take(at);
    }
    for (auto const& e : events_) {
      json_object o{source(), e.at};
      if (auto const at = o.find("ways"); at != no_place)
        for_each_in(
            source(), at, [&](json_place way) { read_way(e.event, way); }, "a list of ways");
      if (auto const at = o.find("hands"); at != no_place) read_hands(e.event, at);
    }
  }

 private:
  // {"after": EVENT, "by": "carrier"}
  void read_way(event_id to, json_place at) {
    json_object o{source(), at, "a way"};
    if (!o) return;
    auto is_right = static_cast<bool>(to);
    auto const from = event_in(o, "after", is_right);
    auto const by = party_in(o, "by", party_id{});
    o.finish();
    if (o.find("after") == no_place && o.find("by") == no_place)
      fail(at, error_code::missing, "'after', 'by' or both are expected");
    if (!is_right || !by) return;
    step_clause way{draft_, to};
    if (*from) way.follows(event_ref{*from}, {});
    if (*by) way.by(*by, {});
    take(at);
  }

  // {"good": "machine", "to": "customer"}
  void read_hands(event_id e, json_place at) {
    json_object o{source(), at, "what changes hands"};
    if (!o) return;
    auto const good = part_in(o, "good");
    auto const to = party_in(o, "to");
    o.finish();
    if (!e || !good || !to) return;
    step_clause{draft_, e}.hands(*good, *to, {});
    take(at);
  }

  struct placed_event {
    json_place at;
    event_id event;
  };
  std::vector<placed_event> events_;
};

}  // namespace lupaus::inline v0::detail::io
