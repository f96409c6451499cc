// SPDX-License-Identifier: BSL-1.0
#include "breaches_json.hpp"

#include "promise_json.hpp"

#include "lupaus/detail/utf8.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <utility>

namespace json = boost::json;
using namespace lupaus;

namespace {

json::object event_json(model_view const& m, event_id e) {
  json::object o;
  o["part"] = name_of(m, m.events[e].of);
  o["name"] = name_of(m, e);
  return o;
}

char const* layer_name(layer l) {
  return l == layer::marketing ? "marketing" : l == layer::fulfilment ? "fulfilment" : "delivery";
}

/// Quantiles to one per cent, and the counts that they are taken of: of two scorecards these can be
/// added.
json::object spread_of(duration_sketch const& s) {
  json::object o;
  o["p50"] = s.quantile(0.5);
  o["p90"] = s.quantile(0.9);
  o["p95"] = s.quantile(0.95);
  o["p99"] = s.quantile(0.99);
  json::array buckets;
  for (auto const& b : s.buckets())
    buckets.push_back(json::array{duration_sketch::length_of(b.number), b.count});
  o["buckets"] = std::move(buckets);
  return o;
}

json::object counts_of(term_counts const& c) {
  json::object o;
  o["kept"] = c.kept;
  o["broken"] = c.broken;
  o["terminated"] = c.terminated;
  o["early"] = c.early;
  o["early_by_seconds"] = c.early_by;
  o["met_late"] = c.met_late;
  o["late_by_seconds"] = c.late_by;
  if (c.met_late != 0) o["lateness_seconds"] = spread_of(c.lateness);
  return o;
}

void name_promise(json::object& o, model_view const& m) {
  if (!m.identity.empty()) o["promise"] = as_json(m.identity);
  if (!m.version.empty()) o["version"] = as_json(m.version);
}

}  // namespace

std::string promise_begin(promise_read const& p) {
  return visible_json(begin_promise(p, p.document->model.view()));
}
std::string breaches_begin(promise_read const& p) {
  return "{\"lupaus_breaches\":1,\"promise\":" + promise_begin(p);
}

std::string breach_of(model_view const& m, breach const& b, bool names_promise) {
  json::object o;
  if (names_promise) name_promise(o, m);
  o["id"] = b.id();
  o["breach"] = id_of(b.key.kind);
  o["order"] = b.order;
  o["at"] = moment_text(b.at);
  o["part"] = name_of(m, b.part);
  if (b.key.of.kind == element_kind::claim || b.key.of.kind == element_kind::commitment) {
    o["layer"] = layer_name(b.where);
    o["term"] = describe(m, b.key.of);
  }
  if (b.key.of.kind == element_kind::part && b.key.kind == breach_kind::broken_term) {
    auto const& step = m.parts[b.part];
    o["layer"] = layer_name(b.where);
    o["step"] = as_json(step.gives->name);
    if (step.level != experience_level::unsaid) o["level"] = as_json(to_string(step.level));
    if (b.interrupted_at != 0) o["interrupted_at"] = moment_text(b.interrupted_at);
  }
  json::array steps;
  for (auto p : b.steps) steps.emplace_back(name_of(m, p));
  if (!steps.empty()) o["steps"] = std::move(steps);
  if (b.event) o["event"] = event_json(m, b.event);
  if (b.due != 0) o["due"] = moment_text(b.due);
  if (b.late_by != 0) o["late_by_seconds"] = b.late_by;
  if (b.of_units != 0) o["units"] = b.units, o["of_units"] = b.of_units;
  if (b.key.told) o["to"] = name_of(m, b.key.told);
  if (b.answers) o["answers"] = name_of(m, b.answers);
  if (b.caused_by) o["caused_by"] = name_of(m, b.caused_by);
  if (b.failed_to_tell) o["failed_to_tell"] = name_of(m, b.failed_to_tell);
  json::array recourse;
  for (auto const& r : recourse_of(m, b)) {
    json::object link;
    link["creditor"] = name_of(m, r.creditor);
    link["debtor"] = name_of(m, r.debtor);
    recourse.push_back(std::move(link));
  }
  if (!recourse.empty()) o["recourse"] = std::move(recourse);
  if (b.is_found_late) o["found_late"] = true;
  if (b.key.kind == breach_kind::revised) {
    auto earlier = b;
    earlier.key = b.revises;
    o["revises"] = earlier.id();
  }
  o["text"] = to_text(m, b);
  return visible_json(std::move(o));
}

std::string remark_of(model_view const& m, remark const& r, bool names_promise) {
  json::object o;
  if (names_promise) name_promise(o, m);
  o["remark"] = id_of(r.kind);
  o["order"] = r.order;
  o["at"] = moment_text(r.at);
  if (r.event) o["event"] = event_json(m, r.event);
  json::array wanted;
  for (auto e : r.wanted) wanted.push_back(event_json(m, e));
  if (!wanted.empty()) o["after"] = std::move(wanted);
  o["text"] = to_text(m, r);
  return visible_json(std::move(o));
}

std::string scorecard_of(model_view const& m, scorecard const& s) {
  json::object o, breaches, remarks;
  o["placed"] = s.placed;
  o["open"] = s.open;
  o["kept"] = s.kept;
  o["settled"] = s.settled;
  o["cancelled"] = s.cancelled;
  o["refunded"] = s.refunded;
  o["left"] = s.left;
  o["left_after_breach"] = s.left_after_breach;
  o["perfect"] = s.perfect;
  o["ended_in_failure"] = s.ended_in_failure;
  for (std::size_t i = 0; i < breach_kinds; ++i)
    breaches[id_of(static_cast<breach_kind>(i))] =
        static_cast<breach_kind>(i) == breach_kind::revised ? s.revised : s.breaches[i];
  for (std::size_t i = 0; i < remark_kinds; ++i)
    remarks[id_of(static_cast<remark_kind>(i))] = s.remarks[i];
  o["breaches"] = std::move(breaches);
  o["remarks"] = std::move(remarks);
  o["duplicates"] = s.duplicates;
  o["contacts"] = s.contacts;
  o["extra_steps"] = s.extra_steps;
  o["words_owed"] = s.words_owed;
  o["words_in_time"] = s.words_in_time;
  o["words_late"] = s.words_late;
  o["word_latency_seconds"] = s.word_latency;
  if (s.word_delays.count() != 0) o["word_delay_seconds"] = spread_of(s.word_delays);
  json::array terms;
  auto const add = [&](element e, char const* where, term_counts const& c) {
    if (c == term_counts{}) return;
    auto t = counts_of(c);
    t["layer"] = where;
    t["term"] = describe(m, e);
    terms.push_back(std::move(t));
  };
  for (std::size_t i = 0; i < s.claims.size(); ++i) add(claim_id{i}, "marketing", s.claims[i]);
  for (std::size_t i = 0; i < s.commitments.size(); ++i)
    add(commitment_id{i}, layer_name(layer_of(m, m.commitments[commitment_id{i}])),
        s.commitments[i]);
  o["terms"] = std::move(terms);
  return visible_json(std::move(o));
}

std::string foreign_logs_of(order_logs const& logs) {
  if (logs.foreign().empty()) return {};
  constexpr char const* ids[] = {"",          "no_order", "no_meaning", "not_promised",
                                 "set_aside", "unlinked", "other_type"};
  json::object skipped;
  json::array all;
  for (std::size_t i = 1; i < logs.skipped().size(); ++i)
    if (logs.skipped()[i] > 0) skipped[ids[i]] = logs.skipped()[i];
  for (auto const& log : logs.foreign()) {
    auto const& c = log.counts;
    json::object o;
    o["file"] = lupaus::as_utf8(log.file);
    o["format"] = log.as == log_format::ocel ? "ocel" : "epcis";
    o["events"] = c.events;
    o["read"] = c.read;
    o["refused"] = c.refused;
    o["records"] = c.records;
    if (log.as == log_format::ocel) {
      o["event_types"] = c.event_types;
      o["object_types"] = c.object_types;
      o["objects"] = c.objects;
      o["object_relationships"] = c.object_relationships;
      o["event_relationships"] = c.event_relationships;
    }
    all.push_back(std::move(o));
  }
  return ",\"skipped\":" + visible_json(std::move(skipped)) +
         ",\"logs\":" + visible_json(std::move(all));
}
