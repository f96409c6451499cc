// SPDX-License-Identifier: BSL-1.0
//
// What a host says of a foreign log, in JSON. What an event means is written as in a log of ours:
// {"failed": ["delivery", "damaged"]}. The format: docs/reference/epcis.md, docs/reference/ocel.md.
#pragma once

#include "lupaus/io/log/epcis_words.hpp"
#include "lupaus/io/log/log_mappings.hpp"
#include "lupaus/io/log/order_events.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

class mapping_reader {
 public:
  /// Both must outlive it.
  mapping_reader(model_view const& m, json_options const& options)
      : m_{&m}, events_{m, options}, source_{events_.source_} {}

  result<epcis_mapping> read_epcis(std::string_view json) {
    epcis_mapping made;
    read(json, "epcis", [&](json_object& o) {
      if (o.has("orders")) made.orders = texts_in(o, "orders");
      if (made.orders.empty())
        fail(o.look("orders"), "at least one type of transaction is expected");
      for (auto const& t : made.orders)
        check_word(o.look("orders"), t, transaction_words, epcis_transactions);
      made.without = texts_in(o, "without");
      made.uses_table = o.truth("table", true);
      read_count(o, made.most_objects);
      if (auto const list = o.find("tells"); list != no_place)
        for_each_in(source_, list, [&](json_place at) {
          if (auto const who = events_.party_at(at)) made.told.push_back(who);
        });
      each(o, "goods", [&](json_object& g) {
        made.goods.push_back({good_in(g), needed_in(g, "object")});
      });
      each(o, "events", [&](json_object& r) {
        epcis_rule rule;
        rule.type = text_in(r, "type");
        if (!rule.type.empty() && !is_foreign_word(rule.type))
          (void)word_of(source_, r.look("type"), epcis_types, "type of event");
        rule.action = text_in(r, "action");
        if (!rule.action.empty()) (void)word_of(source_, r.look("action"), epcis_actions, "action");
        rule.step = text_in(r, "step");
        check_word(r.look("step"), rule.step, step_words, epcis_steps);
        rule.disposition = text_in(r, "disposition");
        check_word(r.look("disposition"), rule.disposition, disposition_words, epcis_dispositions);
        rule.read_point = text_in(r, "read_point");
        rule.location = text_in(r, "location");
        rule.object = text_in(r, "object");
        rule.is = meaning_in(r);
        made.rules.push_back(std::move(rule));
      });
    });
    if (!source_.faults.empty()) return std::move(source_.faults);
    return made;
  }

  result<ocel_mapping> read_ocel(std::string_view json) {
    ocel_mapping made;
    read(json, "ocel", [&](json_object& o) {
      made.order = needed_in(o, "order");
      made.through = texts_in(o, "through");
      made.without = texts_in(o, "without");
      read_count(o, made.most_objects);
      each(o, "events", [&](json_object& r) {
        ocel_rule rule;
        rule.type = text_in(r, "type");
        rule.qualifier = text_in(r, "qualifier");
        if (auto const at = r.find("attributes"); at != no_place && expect_object(at))
          for (auto c = source_.tree[at].first; c != no_place; c = source_.tree[c].next)
            if (auto const value = text_of(source_, c))
              rule.attributes.emplace_back(source_.tree[c].key, *value);
        rule.is = meaning_in(r);
        made.rules.push_back(std::move(rule));
      });
    });
    if (!source_.faults.empty()) return std::move(source_.faults);
    return made;
  }

 private:
  template <class F>
  void read(std::string_view json, std::string_view log, F f) {
    source_.begin(json);
    if (!parse_json(source_)) return;
    json_object o{source_, 0, "a mapping"};
    if (!o) return;
    if (auto const at = o.require("lupaus_mapping"); at != no_place)
      (void)integer_of(source_, at, 1, 1);
    std::string_view const logs[] = {"epcis", "ocel"};
    if (auto const at = o.require("log"); at != no_place)
      if (auto const i = word_of(source_, at, logs, "kind of log"); i && logs[*i] != log)
        fail(at, "a mapping of " + std::string{log} + " is expected");
    f(o);
    o.finish();
  }
  template <class F>
  void each(json_object& o, std::string_view name, F f) {
    auto const list = o.find(name);
    if (list == no_place) return;
    for_each_in(source_, list, [&](json_place at) {
      json_object x{source_, at};
      if (!x) return;
      f(x);
      x.finish();
    });
  }
  std::string text_in(json_object& o, std::string_view name) { return std::string{o.text(name)}; }
  std::string needed_in(json_object& o, std::string_view name) {
    auto const at = o.require(name);
    if (at == no_place) return {};
    auto const text = text_of(source_, at).value_or("-");
    if (text.empty()) fail(at, "a text is expected, and this one is empty");
    return std::string{text};
  }
  std::vector<std::string> texts_in(json_object& o, std::string_view name) {
    std::vector<std::string> all;
    if (auto const list = o.find(name); list != no_place)
      for_each_in(source_, list, [&](json_place at) {
        if (auto const text = text_of(source_, at)) all.emplace_back(*text);
      });
    return all;
  }
  void read_count(json_object& o, std::size_t& most) {
    if (auto const at = o.find("most_objects"); at != no_place)
      if (auto const n = integer_of(source_, at, 0, 1'000'000'000))
        most = static_cast<std::size_t>(*n);
  }
  template <class Words>
  void check_word(json_place at, std::string_view text, epcis_vocabulary const& v,
                  Words const& known) {
    auto const bare = bare_word(text, v);
    if (bare.empty() || is_foreign_word(bare)) return;
    for (std::string_view k : known)
      if (k == bare) return;
    source_.fail(
        at, error_code::unknown_name,
        {in_quotes(text), " is no ", v.what, " of CBV; a word of another vocabulary is a URI"},
        source_.nearest(bare, known));
  }
  part_id good_in(json_object& o) {
    auto const at = o.require("good");
    if (at == no_place) return {};
    auto const part = events_.part_at(at);
    if (!part || m_->parts[part].kind == part_kind::good) return part;
    fail(at, "a good is expected, and '" + std::string{m_->parts[part].name} + "' is a service");
    return {};
  }
  bool expect_object(json_place at) { return expect(source_, at, json_kind::object); }
  // "nothing", or an event as in a log of ours.
  std::optional<order_event> meaning_in(json_object& rule) {
    auto const at = rule.require("is");
    if (at == no_place) return {};
    if (source_.tree[at].kind == json_kind::text && source_.tree[at].text == "nothing") return {};
    order_event e;
    events_.read_event(rule, at, e);
    return e;
  }
  void fail(json_place at, std::string const& message) {
    source_.fail(at == no_place ? 0 : at, error_code::bad_value, {message});
  }

  model_view const* m_;
  order_event_reader events_;
  json_source& source_;
};

}  // namespace lupaus::inline v0::detail::io
