// SPDX-License-Identifier: BSL-1.0
#include "journey_report.hpp"
#include "promise_json.hpp"

#include "lupaus/model/element_text.hpp"

#include <boost/json.hpp>

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace json = boost::json;
using namespace lupaus;

namespace {

json::value name_or_null(model_view const& m, party_id p) {
  return p ? json::value(name_of(m, p)) : json::value(nullptr);
}
/// Six decimals: what a computer has beyond them differs from machine to machine.
double rounded(double x) { return std::round(x * 1e6) / 1e6; }

json::object finding_of(journey_report const& r, journey_finding const& f) {
  auto const& m = *r.promise;
  json::object o;
  o["id"] = std::string{f.what.id};
  o["severity"] = std::string{to_string(f.what.severity)};
  o["boundary"] = std::string{to_string(f.what.between)};
  o["service_gap"] = static_cast<int>(f.what.service);
  o["step"] = r.document->journey.steps[f.step].name;
  if (f.part) o["part"] = name_of(m, f.part);
  if (!f.visit.empty()) o["visit"] = f.visit;
  o["accountable"] = name_or_null(m, f.accountable);
  o["performing"] = name_or_null(m, f.performing);
  o["what"] = f.words.what, o["where"] = f.words.where;
  o["why"] = f.words.why, o["mend"] = f.words.mend;
  return o;
}

json::object walk_of(journey_report const& r) {
  auto const& j = r.document->journey;
  json::array steps;
  for (std::size_t i = 0; i < r.walk.steps.size(); ++i) {
    auto const& s = r.walk.steps[i];
    steps.push_back(json::object{{"step", j.steps[i].name},
                                 {"rubbing", s.rubbing},
                                 {"carrying", s.carrying},
                                 {"friction", s.friction()},
                                 {"running", s.running}});
  }
  json::object o;
  o["scale"] = j.scale;
  o["steps"] = std::move(steps);
  o["worst"] = r.walk.worst ? json::value(j.steps[*r.walk.worst].name) : json::value(nullptr);
  o["owner"] = name_or_null(*r.promise, r.walk.owner);
  return o;
}

json::object visits_of(journey_report const& r) {
  auto const& j = r.document->journey;
  json::array steps, below, exceeded;
  for (std::size_t i = 0; i < r.by_step.size(); ++i) {
    auto const& d = r.by_step[i];
    json::object o{{"step", j.steps[i].name}, {"visits", d.visits}, {"missed", d.missed}};
    if (d.visits > 0) {
      o["least"] = d.least, o["lower_quartile"] = d.lower_quartile, o["median"] = d.median;
      o["upper_quartile"] = d.upper_quartile, o["most"] = d.most, o["sum"] = d.sum;
    }
    o["surprises"] = d.surprises;
    steps.push_back(std::move(o));
  }
  for (auto const& f : r.standards.below) below.push_back(finding_of(r, f));
  for (auto i : r.standards.exceeded) {
    auto const& v = r.logs->visits[i];
    json::object o{{"visit", v.visit}, {"step", j.steps[v.step].name}};
    if (!v.surprise.empty()) o["surprise"] = v.surprise;
    if (v.observed && j.steps[v.step].standard)
      o["observed"] = j.steps[v.step].standard->quality->phrase(*v.observed);
    exceeded.push_back(std::move(o));
  }
  return {{"records", r.logs->visits.size()},
          {"steps", std::move(steps)},
          {"below", std::move(below)},
          {"met", r.standards.met.size()},
          {"exceeded", std::move(exceeded)}};
}

json::value association_of(std::optional<association> const& a) {
  if (!a) return nullptr;
  return json::object{{"v", rounded(a->v)},
                      {"low", rounded(a->low)},
                      {"high", rounded(a->high)},
                      {"raw", rounded(a->raw)},
                      {"records", a->records},
                      {"rows", a->rows},
                      {"columns", a->columns},
                      {"confidence", a->confidence},
                      {"chi_squared", rounded(a->chi_squared)}};
}

json::object advice_of(journey_report const& r) {
  json::array inconsistent, misfits;
  for (auto const& f : r.inconsistent) {
    json::array advised;
    for (auto const& a : f.advised)
      advised.push_back(json::object{{"product", a.product}, {"times", a.times}});
    inconsistent.push_back(json::object{{"id", std::string{f.what.id}},
                                        {"severity", std::string{to_string(f.what.severity)}},
                                        {"need", f.need},
                                        {"advised", std::move(advised)},
                                        {"what", f.words.what},
                                        {"why", f.words.why},
                                        {"mend", f.words.mend}});
  }
  for (auto const& c : r.misfit_counts)
    misfits.push_back(json::object{{"need", c.need},
                                   {"advised", c.advised},
                                   {"times", c.times},
                                   {"unmet", json::value_from(c.unmet)}});
  auto const& x = *r.explained;
  return {
      {"records", r.logs->advice.size()},
      {"inconsistent", std::move(inconsistent)},
      {"misfits", std::move(misfits)},
      {"explained", json::object{{"need", association_of(x.by_need)},
                                 {"campaign", association_of(x.by_campaign)},
                                 {"seller", association_of(x.by_seller)},
                                 {"need_with_campaign", association_of(x.need_with_campaign)},
                                 {"need_with_seller", association_of(x.need_with_seller)},
                                 {"campaign_with_seller", association_of(x.campaign_with_seller)}}},
      {"decides", std::string{to_string(x.decides)}}};
}

json::array flows_of(journey_report const& r) {
  json::array flows;
  for (auto const& f : r.document->flows) {
    json::object o{{"name", f.name},       {"load", rounded(f.flow.load())},
                   {"on_duty", f.on_duty}, {"needed", sellers_for(f.flow, f.level)},
                   {"kept", is_kept(f)},   {"text", load_text(f.flow, f.on_duty, f.level)}};
    if (f.condition) o["condition"] = std::string{r.promise->capabilities[f.condition].name};
    if (f.flow.load() < f.on_duty) {
      auto const w = waiting_with(f.flow, f.on_duty);
      o["delayed"] = rounded(w.delayed), o["queue"] = rounded(w.queue);
      o["mean_seconds"] = rounded(w.mean.count());
      o["share_within"] = rounded(w.share_within(f.level.within));
    }
    flows.push_back(std::move(o));
  }
  return flows;
}

json::object amount(money const& m) {
  return {{"minor_units", m.minor_units}, {"currency", std::string{m.in.view()}}};
}

json::array receipt_of(receipt_model const& model) {
  json::array readings;
  for (auto const& x : receipt_readings(model))
    readings.push_back(
        json::object{{"combined", x.how == effects_combined::added ? "added" : "multiplied"},
                     {"with_either", x.with_either},
                     {"factor", json::object{{"num", x.factor.num()}, {"den", x.factor.den()}}},
                     {"receipt", amount(x.receipt)},
                     {"arithmetic", x.arithmetic}});
  return readings;
}

json::array exposure_of(journey_report const& r) {
  json::array ranking;
  for (auto const& e : r.exposures)
    ranking.push_back(json::object{{"finding", r.document->exposure->findings[e.finding].finding},
                                   {"exposure", amount(e.exposure)},
                                   {"arithmetic", e.arithmetic}});
  return ranking;
}

}  // namespace

std::string json_of(journey_report const& r) {
  json::array findings, gaps;
  for (auto const& f : r.findings) findings.push_back(finding_of(r, f));
  for (auto const& f : r.gaps) gaps.emplace_back(std::string{f.what->id});
  json::object o{{"lupaus_journey_report", 1},      {"journey", r.document->journey.title},
                 {"clean", r.is_clean()},           {"promise_gaps", std::move(gaps)},
                 {"findings", std::move(findings)}, {"walk", walk_of(r)}};
  if (!r.logs->visits.empty()) o["visits"] = visits_of(r);
  if (!r.logs->advice.empty()) o["advice"] = advice_of(r);
  if (!r.document->flows.empty()) o["flows"] = flows_of(r);
  if (r.document->receipt) o["receipt"] = receipt_of(*r.document->receipt);
  if (r.document->exposure) o["exposure"] = exposure_of(r);
  return visible_json(o) + "\n";
}
