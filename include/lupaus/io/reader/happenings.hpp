// SPDX-License-Identifier: BSL-1.0
//
// What may happen to the parts of a promise, in JSON: declared events, the ways to them, and who
// holds the goods afterwards.
#pragma once

#include "lupaus/io/reader/events.hpp"
#include "lupaus/io/reader/terms.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail::io {

/// Failures and steps, and whatever else is said to happen, in that order.
inline void read_events(reading& r, json_object& document) {
  for_each_of(r, document, "events", [&](json_place at) {
    if (r.node(at).kind == json_kind::text) {
      event_at(r, at);
      return;
    }
    json_object o{r.source, at, "an event"};
    if (!o) return;
    auto const e = event_in(r, o, true);
    o.knows({"ways", "hands", "until"});
    o.finish();
    r.take(at);
    auto const has_more = o.has("ways") || o.has("hands") || o.has("until");
    if (has_more) r.events.push_back({at, e.value_or(event_id{})});
    if (!e || !has_more) return;
    auto const kind = r.columns().events[e->index()].kind;
    auto const is_declared = is_failure(kind) || kind == event_kind::step;
    if (auto const end = o.look("until"); end != no_place && kind != event_kind::failed)
      r.fail(end, error_code::contradiction, {"'until' is said of what has failed"});
    else if (!is_declared && o.has("hands"))
      r.fail(at, error_code::contradiction,
             {"'hands' is said of failures and steps; name the step that it means"});
    else if (!is_declared && kind != event_kind::started && kind != event_kind::completed)
      r.fail(at, error_code::contradiction,
             {"'ways' are said of what happens to a part: failures, steps, 'started' and "
              "'completed'; name the step that it means"});
  });
  // What every part has, whether it was said or not.
  for (std::size_t i = 0; i < r.columns().parts.size(); ++i)
    if (is_leaf(r.columns().parts[i]))
      r.tables().event_of(event_kind::completed, part_id{i}, no_statement);
  r.take(0);
}

// {"after": EVENT, "by": "carrier"}
inline void read_way(reading& r, event_id to, json_place at) {
  json_object o{r.source, at, "a way"};
  if (!o) return;
  auto is_right = static_cast<bool>(to);
  auto const from = event_in(r, o, "after", is_right);
  auto const by = party_in(r, o, "by", party_id{});
  o.finish();
  if (!o.has("after") && !o.has("by"))
    r.fail(at, error_code::missing, {"'after', 'by' or both are expected"});
  if (!is_right || !by) return;
  transition_id way;
  if (*from) way = r.writer.add_way(to, event_ref{*from}, {});
  if (*by) way = r.writer.set_actor(to, way, *by, {});
  if (way) r.ways.push_back({at, to});
  r.take(at);
}

// {"good": "machine", "to": "customer"}
inline void read_hands(reading& r, event_id e, json_place at) {
  json_object o{r.source, at, "what changes hands"};
  if (!o) return;
  auto const good = part_in(r, o, "good");
  auto const to = party_in(r, o, "to");
  o.finish();
  if (!e || !good || !to) return;
  r.writer.set_goods(e, *good, *to, {});
  r.take(at);
}

// {"passed": "P730D", "after": {"completed": "delivery"}}
inline void read_end(reading& r, event_id of, json_place at) {
  if (!expect(r.source, at, json_kind::object, "an object as {\"passed\": \"P730D\"}")) return;
  auto const end = event_at(r, at);
  if (!of || !end || r.columns().events[of.index()].kind != event_kind::failed) return;
  if (!is_time_out(r.columns().events[end->index()].kind))
    return r.fail(at, error_code::contradiction,
                  {"a failure counts until a time has passed, and '",
                   r.tables().name_of(event_ref{*end}), "' is none; say 'passed'"});
  r.writer.set_end(of, event_ref{*end}, {});
  r.take(at);
}

// {"minor_units": 4900, "currency": "EUR"}
inline void read_price(reading& r, json_place at, part_id of) {
  if (auto const price = amount_at(r, at)) {
    r.writer.set_price(r.columns().seller, of, bound_codec<money>::decode(*price), {});
    r.take(at);
  }
}

// {"minor_units": 30000, "currency": "EUR"}, of an instalment
inline void read_amount(reading& r, json_place at, part_id of) {
  if (auto const amount = amount_at(r, at)) {
    r.writer.set_amount(r.columns().customer, of, bound_codec<money>::decode(*amount), {});
    r.take(at);
  }
}

// "greeted", with the level of the part beside it
inline void read_step(reading& r, json_object& part, json_place at, part_id of) {
  auto const* const q = quality_at(r, at);
  constexpr std::string_view words[] = {"action", "emotion", "meaning"};
  auto const level_at = part.find("level");
  auto const i = level_at == no_place ? std::optional<std::size_t>{}
                                      : word_of(r.source, level_at, words, "level");
  if (!q) return;
  auto const level = i ? static_cast<experience_level>(*i + 1) : experience_level::unsaid;
  r.writer.set_step(of, {q, {}, {}, {}}, level, {});
  r.take(at);
}

/// What is said of parts and events and names others of them.
inline void read_lives(reading& r) {
  for (auto const& p : r.parts) {
    json_object o{r.source, p.at};
    if (auto const at = o.find("price"); at != no_place) read_price(r, at, p.id);
    if (auto const at = o.find("amount"); at != no_place) read_amount(r, at, p.id);
    if (auto const at = o.find("gives"); at != no_place) read_step(r, o, at, p.id);
    if (auto const at = o.find("carries"); at != no_place)
      if (auto const good = part_at(r, at)) r.writer.add_carriage(p.id, *good, {}), r.take(at);
    if (auto const at = o.find("performed_by"); at != no_place)
      if (auto const who = party_at(r, at)) r.writer.add_performer(p.id, *who, {}), r.take(at);
    if (auto const at = o.find("answerable"); at != no_place)
      if (auto const who = party_at(r, at)) r.writer.add_answer(*who, p.id, {}), r.take(at);
  }
  for (auto const& e : r.events) {
    json_object o{r.source, e.at};
    if (auto const at = o.find("ways"); at != no_place)
      for_each_in(
          r.source, at, [&](json_place way) { read_way(r, e.id, way); }, "a list of ways");
    if (auto const at = o.find("hands"); at != no_place) read_hands(r, e.id, at);
    if (auto const at = o.find("until"); at != no_place) read_end(r, e.id, at);
  }
}

}  // namespace lupaus::inline v0::detail::io
