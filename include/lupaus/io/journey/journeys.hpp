// SPDX-License-Identifier: BSL-1.0
//
// A customer's journey in JSON, and lines of its logs. Names are those of the promise. The format:
// docs/reference/journey.md.
#pragma once

#include "lupaus/io/journey/figures.hpp"
#include "lupaus/io/reader/declared_qualities.hpp"
#include "lupaus/io/reader/fields.hpp"
#include "lupaus/io/reader/parse.hpp"
#include "lupaus/io/reader/terms.hpp"
#include "lupaus/journey/journey_document.hpp"
#include "lupaus/model/model_columns.hpp"
#include "lupaus/model/terms/declared_types.hpp"
#include "lupaus/model/view.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// Qualities that a journey declares, with the texts that they refer to.
class owned_qualities {
 public:
  quality_type const* add(declared_quality const& q) {
    return types_.add({keep(q.name), q.scale, keep(q.unit), keep(q.words)});
  }

 private:
  std::string_view keep(std::string_view t) { return texts_.emplace_back(t); }

  std::deque<std::string> texts_;
  declared_types types_;
};

/// Reads one journey against one promise.
class journey_reader {
 public:
  /// Both must outlive it.
  journey_reader(model_view const& m, json_options const& options)
      : m_{&m}, reading_{options}, source_{reading_.source} {
    // Those that the promise speaks of are known by name too, whoever declared them.
    for_each_quality(m, [&](quality_ref const& q) {
      auto const is_same = [&](quality_type const* known) { return quality_ref{known} == q; };
      auto& known = reading_.qualities;
      if (q != nullptr && std::none_of(known.begin(), known.end(), is_same)) known.push_back(q);
    });
  }

  result<journey_document> read(std::string_view json) {
    source_.begin(json);
    journey_document d;
    if (parse_json(source_)) read_document(d);
    // What each member cannot tell by itself is told of the whole.
    if (source_.faults.empty()) {
      tell(faults_of(*m_, d.journey));
      if (d.receipt) tell(faults_of(*d.receipt));
      if (d.exposure)
        tell(faults_of(d.exposure->parameters, d.exposure->findings, d.exposure->minor_digits));
    }
    if (!source_.faults.empty()) return std::move(source_.faults);
    return d;
  }

 private:
  void tell(errors const& list) {
    for (auto const& f : list) source_.fail(0, f.code, {f.message}, f.suggestion, f.where);
  }

  void read_document(journey_document& d) {
    json_object o{source_, 0, "an object"};
    if (!o) return;
    if (auto const at = o.require("lupaus_journey"); at != no_place)
      (void)integer_of(source_, at, 1, 1);
    o.knows({"promise"});
    auto const own = std::make_shared<owned_qualities>();
    read_qualities(source_, o, reading_.qualities,
                   [&](declared_quality const& q) { return own->add(q); });
    d.qualities = own;
    auto& j = d.journey;
    if (auto const at = o.require("title"); at != no_place) j.title = text_at(at);
    j.scale = o.text("scale", j.scale);
    if (auto const at = o.require("steps"); at != no_place)
      each(at, [&](json_place step) { j.steps.push_back(step_at(step)); });
    if (auto const at = o.find("backstage"); at != no_place)
      each(at, [&](json_place step) { j.backstage.push_back(backstage_at(step)); });
    if (auto const at = o.find("receipt"); at != no_place) d.receipt = figures_.receipt_at(at);
    if (auto const at = o.find("flows"); at != no_place) {
      each(at, [&](json_place flow) { d.flows.push_back(flow_at(flow)); });
      check_work(at, d.flows);
    }
    std::set<std::string> needs, products;
    if (auto const at = o.find("needs"); at != no_place)
      each(at, [&](json_place need) {
        auto [name, asks] = properties_at(need, "a need", "asks", needs);
        d.needs.push_back({std::move(name), std::move(asks)});
      });
    if (auto const at = o.find("products"); at != no_place)
      each(at, [&](json_place product) {
        auto [name, facts] = properties_at(product, "a product", "has", products);
        d.products.push_back({std::move(name), std::move(facts)});
      });
    if (auto const at = o.find("exposure"); at != no_place) d.exposure = figures_.exposure_at(at);
    o.finish();
  }

  /// To staff a flow takes as many steps as it keeps sellers busy, up to a million.
  void check_work(json_place at, std::vector<staffed_flow> const& flows) {
    double work = 0;
    for (auto const& f : flows) work += f.on_duty + (std::min)(f.flow.load(), 1e6);
    if (work > static_cast<double>(source_.limits().work))
      source_.fail(at, error_code::too_large,
                   {"to staff these flows can take more than the limit of ",
                    decimal{source_.limits().work}, " steps"});
  }

  staffed_flow flow_at(json_place at) {
    auto f = figures_.flow_at(at);
    if (source_.tree[at].kind != json_kind::object) return f;
    if (auto const of = source_.tree.member(at, "condition"); of != no_place)
      f.condition = named<capability_id>(of, m_->capabilities, "capability");
    return f;
  }

  struct named_terms {
    std::string name;
    std::vector<term> terms;
  };
  /// A need, or a product, by its properties.
  named_terms properties_at(json_place at, char const* what, std::string_view member,
                            std::set<std::string>& taken) {
    named_terms n;
    json_object o{source_, at, what};
    if (!o) return n;
    if (auto const name = o.require("name"); name != no_place) {
      n.name = figures_.words_at(name);
      if (!taken.insert(n.name).second)
        source_.fail(name, error_code::duplicate_name, {"another one has the same name"});
    }
    if (auto const list = o.require(member); list != no_place)
      each(list, [&](json_place t) {
        if (auto const one = property_at(t)) n.terms.push_back(*one);
      });
    o.finish();
    return n;
  }
  /// A term without an event; its texts would not outlive the document.
  std::optional<term> property_at(json_place at) {
    if (source_.tree[at].kind == json_kind::object &&
        (source_.tree.member(at, "after") != no_place ||
         source_.tree.member(at, "until") != no_place)) {
      source_.fail(at, error_code::contradiction, {"a property is counted from no event"});
      return {};
    }
    auto const t = term_at(reading_, at);
    if (!t) return {};
    if (t->limit.value.kind == bound_kind::text) {
      source_.fail(at, error_code::unit_mismatch, {"a property is bound to no text"});
      return {};
    }
    return term{t->quality, t->limit.value, {}};
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
    if (auto const q = o.require("quality"); q != no_place) s.quality = quality_at(reading_, q);
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
                 {"there is no ", what, " named ", in_quotes(*name), " in the promise"},
                 source_.nearest(*name, known));
    return {};
  }
  template <class F>
  void each(json_place list, F f) {
    figures_.each(list, f);
  }

  model_view const* m_;
  reading reading_;
  json_source& source_;
  figure_reader figures_{reading_};
};

}  // namespace lupaus::inline v0::detail::io
