// SPDX-License-Identifier: BSL-1.0
//
// Events in JSON: "ordered", {"completed": "delivery"}, {"failed": ["delivery", "damaged"]},
// {"reported": EVENT}. What is written to mention an event is written to declare it, too.
#pragma once

#include "lupaus/io/reader/names.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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
};

class json_events : public json_names {
 protected:
  using json_names::json_names;

  /// The event that is meant; a fault when there is none.
  std::optional<event_id> event(json_place at) {
    if (node(at).kind == json_kind::text) {
      std::array<std::string_view, std::size(order_words)> words;
      std::transform(std::begin(order_words), std::end(order_words), words.begin(),
                     [](event_word const& w) { return w.word; });
      auto const i = word_of(source(), at, words, "event of the order");
      if (!i) return {};
      auto const e = draft_.event_of(order_words[*i].kind, lupaus::whole, {});
      take(at);
      return e;
    }
    json_object o{source(), at, "an event"};
    if (!o) return {};
    auto const e = event_in(o, false);
    o.finish();
    return e;
  }
  /// The same for a member; none, without a fault, when it is not there.
  std::optional<event_id> event_in(json_object& o, std::string_view member, bool& is_right) {
    auto const at = o.find(member);
    if (at == no_place) return event_id{};
    auto const e = event(at);
    is_right = is_right && e;
    return e;
  }

  /// The event that an object says; with `declares`, a failure or step that it makes known.
  std::optional<event_id> event_in(json_object& o, bool declares) {
    event_word const* said = nullptr;
    auto at = no_place;
    for (auto const& w : part_words) {
      auto const found = o.find(w.word);
      if (found == no_place) continue;
      if (said) {
        fail(o.place(), error_code::contradiction,
             "an object is one event, and this one is '" + std::string{said->word} + "' and '" +
                 std::string{w.word} + "'");
        return {};
      }
      said = &w, at = found;
    }
    if (!said) {
      std::string all;
      for (auto const& w : part_words)
        all += (all.empty() ? "'" : ", '") + std::string{w.word} + "'";
      fail(o.place(), error_code::missing, "an event is expected: one of the members " + all);
      return {};
    }
    if (said->kind == event_kind::reported) return report_of(at);
    if (said->kind == event_kind::failed || said->kind == event_kind::step)
      return named(at, said->kind, declares ? o.place() : no_place);
    auto const of = part(at);
    if (!of) return {};
    if (said->kind == event_kind::late && declares && is_leaf(draft_.columns.parts[of->index()])) {
      auto const e = draft_.event_of(said->kind, *of, {});
      take(o.place());
      return e;
    }
    return found(at, event_ref{said->kind, part_ref{*of}});
  }

 private:
  std::optional<event_id> found(json_place at, event_ref const& r) {
    auto const e = draft_.find(r, {});
    take(at);
    if (!e) return {};
    return e;
  }
  std::optional<event_id> report_of(json_place at) {
    auto const subject = event(at);
    if (!subject) return {};
    return found(at, reported(event_ref{*subject}));
  }

  // ["delivery", "damaged"]; of a declaration, also where it is.
  std::optional<event_id> named(json_place at, event_kind kind, json_place declared_at) {
    if (!expect(source(), at, json_kind::array, "a list of a part and a name")) return {};
    if (node(at).count != 2) {
      fail(at, error_code::bad_value,
           "a list of a part and a name is expected, and a list of " +
               std::to_string(node(at).count) + " was found");
      return {};
    }
    auto const second = node(node(at).first).next;
    auto const of = part(node(at).first);
    auto const name = text_of(source(), second);
    if (!of || !name) return {};
    auto const key = std::to_string(of->index()) + '/' + std::string{*name};
    if (declared_at != no_place) {
      auto const call = kind == event_kind::failed ? "the failure mode" : "the step";
      auto const e = event_id{add_event(*of, kind, *name, call, {}).id()};
      take(declared_at);
      if (!e) return {};
      known_.emplace(key, e);
      return e;
    }
    auto const i = known_.find(key);
    if (i != known_.end() &&
        (kind == event_kind::step || draft_.columns.events[i->second.index()].kind == kind))
      return i->second;
    std::vector<std::string_view> names;
    for (auto const& e : draft_.columns.events)
      if (e.of == *of && (e.kind == kind || (kind == event_kind::step && !e.name.empty())))
        names.push_back(e.name);
    fail(second, error_code::unknown_name,
         "'" + std::string{draft_.columns.parts[of->index()].name} + "' has no " +
             (kind == event_kind::failed ? "failure mode" : "step") + " named " + quoted(*name),
         source().nearest(*name, names));
    return {};
  }

  std::unordered_map<std::string, event_id> known_;  // failure modes and steps, by part and name
};

}  // namespace lupaus::inline v0::detail::io
