// SPDX-License-Identifier: BSL-1.0
//
// A customer's journey in JSON. Names are those of the promise. The format:
// docs/reference/journey.md.
#pragma once

#include "lupaus/io/reader/fields.hpp"
#include "lupaus/io/reader/parse.hpp"
#include "lupaus/io/reader/terms.hpp"
#include "lupaus/journey/touchpoint.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// Reads one journey against one promise.
class journey_reader {
 public:
  /// Both must outlive it.
  journey_reader(model_view const& m, json_options const& options)
      : m_{&m}, reading_{options}, source_{reading_.source} {}

  result<customer_journey> read(std::string_view json) {
    source_.begin(json);
    customer_journey j;
    if (parse_json(source_)) read_document(j);
    // What each member cannot tell by itself is told of the whole.
    if (source_.faults.empty())
      for (auto const& f : faults_of(*m_, j))
        source_.fail(0, f.code, {f.message}, f.suggestion, f.where);
    if (!source_.faults.empty()) return std::move(source_.faults);
    return j;
  }

 private:
  void read_document(customer_journey& j) {
    json_object o{source_, 0, "an object"};
    if (!o) return;
    if (auto const at = o.require("lupaus_journey"); at != no_place)
      (void)integer_of(source_, at, 1, 1);
    o.knows({"promise"});
    if (auto const at = o.require("title"); at != no_place) j.title = text_at(at);
    j.scale = o.text("scale", j.scale);
    if (auto const at = o.require("steps"); at != no_place)
      each(at, [&](json_place step) { j.steps.push_back(step_at(step)); });
    if (auto const at = o.find("backstage"); at != no_place)
      each(at, [&](json_place step) { j.backstage.push_back(backstage_at(step)); });
    o.finish();
  }

  touchpoint step_at(json_place at) {
    touchpoint t;
    json_object o{source_, at, "a touchpoint"};
    if (!o) return t;
    if (auto const name = o.require("name"); name != no_place) t.name = text_at(name);
    if (auto const who = o.find("met_by"); who != no_place) t.met_by = party_at(who);
    if (auto const of = o.find("part"); of != no_place) t.of = part_at(of);
    if (auto const where = o.find("layer"); where != no_place) {
      constexpr std::string_view words[] = {"marketing", "fulfilment", "delivery"};
      if (auto const i = word_of(source_, where, words, "layer")) t.where = static_cast<layer>(*i);
    }
    if (auto const what = o.require("purpose"); what != no_place) {
      constexpr std::string_view words[] = {"sells", "delights", "informs", "recovers"};
      if (auto const i = word_of(source_, what, words, "purpose"))
        t.purpose = static_cast<step_purpose>(*i);
    }
    if (auto const list = o.find("friction"); list != no_place)
      each(list, [&](json_place note) { t.friction.push_back(friction_at(note)); });
    if (auto const next = o.find("next_move"); next != no_place) t.next = next_at(next);
    if (auto const list = o.find("sells"); list != no_place)
      each(list, [&](json_place good) { t.sells.push_back(part_at(good)); });
    if (auto const list = o.find("suggests"); list != no_place)
      each(list, [&](json_place add_on) { t.suggests.push_back(companion_at(add_on)); });
    if (auto const s = o.find("standard"); s != no_place) t.standard = standard_at(s);
    o.finish();
    return t;
  }

  friction_note friction_at(json_place at) {
    friction_note n;
    json_object o{source_, at, "a friction"};
    if (!o) return n;
    if (auto const what = o.require("what"); what != no_place) n.what = text_at(what);
    if (auto const amount = o.require("amount"); amount != no_place) {
      constexpr auto most = (std::numeric_limits<std::int32_t>::max)();
      if (auto const found = integer_of(source_, amount, -most, most)) {
        n.amount = static_cast<std::int32_t>(*found);
        if (*found == 0)
          source_.fail(amount, error_code::bad_value, {"a friction is above or below 0"});
      }
    }
    if (auto const who = o.find("owner"); who != no_place) n.owner = party_at(who);
    o.finish();
    return n;
  }
  next_move next_at(json_place at) {
    next_move n;
    json_object o{source_, at, "a move"};
    if (!o) return n;
    if (auto const who = o.require("by"); who != no_place) n.by = party_at(who);
    if (auto const words = o.require("words"); words != no_place) n.words = text_at(words);
    o.finish();
    return n;
  }
  companion companion_at(json_place at) {
    companion c;
    json_object o{source_, at, "an add-on"};
    if (!o) return c;
    if (auto const good = o.require("with"); good != no_place) c.of = part_at(good);
    if (auto const name = o.require("name"); name != no_place) c.name = text_at(name);
    if (auto const part = o.find("part"); part != no_place) c.part = part_at(part);
    o.finish();
    return c;
  }
  step_standard standard_at(json_place at) {
    step_standard s;
    json_object o{source_, at, "a standard"};
    if (!o) return s;
    if (auto const q = o.require("quality"); q != no_place) s.quality = quality_at(q);
    auto is_right = true;
    s.level = bound_in(reading_, o, s.quality, is_right);
    if (s.level.kind == bound_kind::text)
      source_.fail(at, error_code::unit_mismatch, {"a standard's level is no text"});
    if (auto const list = o.require("agreed_by"); list != no_place)
      each(list, [&](json_place who) { s.agreed_by.push_back(party_at(who)); });
    o.finish();
    return s;
  }
  backstage_step backstage_at(json_place at) {
    backstage_step b;
    json_object o{source_, at, "a step behind the curtain"};
    if (!o) return b;
    if (auto const name = o.require("name"); name != no_place) b.name = text_at(name);
    if (auto const who = o.require("by"); who != no_place) b.by = party_at(who);
    if (auto const what = o.require("provides"); what != no_place)
      b.provides = named<capability_id>(what, m_->capabilities, "capability");
    o.finish();
    return b;
  }

  // ---- names

  std::string text_at(json_place at) { return std::string{text_of(source_, at).value_or("")}; }
  party_id party_at(json_place at) { return named<party_id>(at, m_->parties, "party"); }
  part_id part_at(json_place at) { return named<part_id>(at, m_->parts, "part"); }

  template <class Id, class Table>
  Id named(json_place at, Table const& table, char const* what) {
    auto const name = text_of(source_, at);
    if (!name) return {};
    for (auto id : table.ids())
      if (table[id].name == *name) return id;
    std::vector<std::string_view> known;
    for (auto const& row : table) known.push_back(row.name);
    source_.fail(at, error_code::unknown_name,
                 {"there is no ", what, " named ", quoted(*name), " in the promise"},
                 source_.nearest(*name, known));
    return {};
  }
  quality_ref quality_at(json_place at) {
    auto const name = text_of(source_, at);
    if (!name) return nullptr;
    std::vector<std::string_view> known;
    for (auto const* q : reading_.qualities) {
      if (q->name == *name) return q;
      known.push_back(q->name);
    }
    source_.fail(at, error_code::unknown_name, {"there is no quality named ", quoted(*name)},
                 source_.nearest(*name, known));
    return nullptr;
  }

  /// Each element of a list, while there are not more than the limits allow.
  template <class F>
  void each(json_place list, F f) {
    if (!expect(source_, list, json_kind::array)) return;
    if (source_.tree[list].count > source_.limits().elements)
      return source_.fail(list, error_code::too_large, {"there are too many of a kind"});
    for_each_in(source_, list, f);
  }

  model_view const* m_;
  reading reading_;
  json_source& source_;
};

}  // namespace lupaus::inline v0::detail::io
