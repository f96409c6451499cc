// SPDX-License-Identifier: BSL-1.0
//
// Events in JSON: "ordered", {"completed": "delivery"}, {"failed": ["delivery", "damaged"]},
// {"reported": EVENT}, {"not": EVENT, "within": "P30D"}, {"passed": "P14D", "after": EVENT}. What
// is written to mention an event is written to declare it, too.
#pragma once

#include "lupaus/io/reader/lengths.hpp"
#include "lupaus/io/reader/names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

struct event_word {
  std::string_view word;
  event_kind kind;
};
/// Of the order.
inline constexpr event_word order_words[] = {
    {"ordered", event_kind::ordered},
    {"cancel_requested", event_kind::cancel_requested},
    {"replacement_requested", event_kind::replacement_requested},
    {"cancelled", event_kind::cancelled},
    {"refunded", event_kind::refunded},
    {"kept", event_kind::kept},
};
/// Of a part.
inline constexpr event_word part_words[] = {
    {"completed", event_kind::completed}, {"started", event_kind::started},
    {"shipped", event_kind::started},     {"possession", event_kind::possession},
    {"late", event_kind::late},           {"failed", event_kind::failed},
    {"step", event_kind::step},           {"reported", event_kind::reported},
    {"not", event_kind::timed_out},       {"passed", event_kind::timed_out},
};

std::optional<event_id> event_in(reading& r, json_object& o, bool declares);

/// The event that is meant; a fault when there is none.
LUPAUS_NOINLINE inline std::optional<event_id> event_at(reading& r, json_place at) {
  if (r.node(at).kind == json_kind::text) {
    std::array<std::string_view, std::size(order_words)> words;
    std::transform(std::begin(order_words), std::end(order_words), words.begin(),
                   [](event_word const& w) { return w.word; });
    auto const i = word_of(r.source, at, words, "event of the order");
    if (!i) return {};
    auto const e = r.tables().event_of(order_words[*i].kind, whole, no_statement);
    r.take(at);
    return e;
  }
  json_object o{r.source, at, "an event"};
  if (!o) return {};
  auto const e = event_in(r, o, false);
  o.finish();
  return e;
}
/// The same for a member; none, without a fault, when it is not there.
LUPAUS_NOINLINE inline std::optional<event_id> event_in(reading& r, json_object& o,
                                                        std::string_view member, bool& is_right) {
  auto const at = o.find(member);
  if (at == no_place) return event_id{};
  auto const e = event_at(r, at);
  is_right = is_right && e;
  return e;
}
/// The same for a member that must be there.
LUPAUS_NOINLINE inline event_id required_event_in(reading& r, json_object& o,
                                                  std::string_view member, bool& is_right) {
  auto const at = o.require(member);
  auto const e = at == no_place ? std::nullopt : event_at(r, at);
  is_right = is_right && e;
  return e.value_or(event_id{});
}

LUPAUS_NOINLINE inline std::optional<event_id> meant_event(reading& r, json_place at,
                                                           event_ref const& meant) {
  auto const e = r.tables().find(meant, no_statement);
  r.take(at);
  if (!e) return {};
  return e;
}

LUPAUS_COLD inline void refuse_event_name(reading& r, json_place at, event_kind kind, part_id of,
                                          std::string_view name) {
  std::vector<std::string_view> names;
  for (auto const& e : r.columns().events)
    if (e.of == of && (e.kind == kind || (kind == event_kind::step && !e.name.empty())))
      names.push_back(e.name);
  r.fail(at, error_code::unknown_name,
         {"'", r.part_of(of).name, "' has no ",
          (kind == event_kind::failed ? "failure mode" : "step"), " named ", in_quotes(name)},
         r.source.nearest(name, names));
}

/// ["delivery", "damaged"]; of a declaration, also where it is.
inline std::optional<event_id> named_event_at(reading& r, json_place at, event_kind kind,
                                              json_place declared_at) {
  if (!expect(r.source, at, json_kind::array, "a list of a part and a name")) return {};
  if (r.node(at).count != 2) {
    r.fail(at, error_code::bad_value,
           {"a list of a part and a name is expected, and a list of ", decimal{r.node(at).count},
            " was found"});
    return {};
  }
  auto const first = r.node(at).first, second = r.node(first).next;
  auto const of = part_at(r, first);
  auto const name = text_of(r.source, second);
  if (!of || !name) return {};
  if (declared_at != no_place) {
    auto const e = r.writer.add_event(*of, kind, *name, {});
    r.take(declared_at);
    if (!e) return {};
    return e;
  }
  auto const e = r.tables().event_named(*of, *name);
  if (e && (kind == event_kind::step || r.columns().events[e.index()].kind == kind)) return e;
  refuse_event_name(r, second, kind, *of, *name);
  return {};
}

/// What `said` begins: {"not": EVENT, "within": LENGTH, "after": EVENT}, the last of them the order
/// where it is not said; or {"passed": LENGTH, "after": EVENT}.
inline std::optional<event_id> time_out_in(reading& r, json_object& o, std::string_view said,
                                           json_place at) {
  auto is_right = true;
  auto const since = event_in(r, o, "after", is_right);
  std::optional<event_id> what = event_id{};
  std::optional<bound> time;
  if (said == "passed") {
    time = length_at(r, at);
  } else {
    what = event_at(r, at);
    time = length_in(r, o, "within");
  }
  if (!is_right || !what || !time) return {};
  auto const e = r.writer.add_time_out(*what ? event_ref{*what} : event_ref{}, {{*time, nullptr}},
                                       *since ? event_ref{*since} : ordered, {});
  r.take(o.place());
  if (!e) return {};
  return e;
}

/// The event that an object says; with `declares`, a failure or step that it makes known.
inline std::optional<event_id> event_in(reading& r, json_object& o, bool declares) {
  event_word const* said = nullptr;
  auto at = no_place;
  for (auto const& w : part_words) {
    auto const found = o.find(w.word);
    if (found == no_place) continue;
    if (said) {
      r.fail(o.place(), error_code::contradiction,
             {"an object is one event, and this one is '", said->word, "' and '", w.word, "'"});
      return {};
    }
    said = &w, at = found;
  }
  if (!said) {
    std::string all;
    o.knows({"within", "after"});  // what else is wrong with it does not matter
    for (auto const& w : part_words) all += (all.empty() ? "'" : ", '") + std::string{w.word} + "'";
    r.fail(o.place(), error_code::missing, {"an event is expected: one of the members ", all});
    return {};
  }
  if (said->kind == event_kind::reported) {
    auto const subject = event_at(r, at);
    return subject ? meant_event(r, at, reported(event_ref{*subject})) : std::nullopt;
  }
  if (said->kind == event_kind::timed_out) return time_out_in(r, o, said->word, at);
  if (said->kind == event_kind::failed || said->kind == event_kind::step)
    return named_event_at(r, at, said->kind, declares ? o.place() : no_place);
  auto const of = part_at(r, at);
  if (!of) return {};
  if (said->kind == event_kind::late && declares && is_leaf(r.part_of(*of))) {
    auto const e = r.tables().event_of(said->kind, *of, no_statement);
    r.take(o.place());
    return e;
  }
  return meant_event(r, at, event_ref{said->kind, part_ref{*of}});
}

}  // namespace lupaus::inline v0::detail::io
