// SPDX-License-Identifier: BSL-1.0
#include "journey_report.hpp"

#include "lupaus/model/element_text.hpp"
#include "lupaus/report.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>

using namespace lupaus;

namespace {

/// Misfits by need and product, in the order of the log.
std::vector<misfit_count> counted(journey_document const& d, journey_logs const& logs,
                                  std::vector<advice_misfit> const& misfits) {
  std::vector<misfit_count> counts;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  for (auto const& misfit : misfits) {
    auto const& r = logs.advice[misfit.record];
    auto const [place, is_new] = places.try_emplace({r.need, r.advised}, counts.size());
    if (is_new) {
      misfit_count c{r.need, r.advised, 0, {}};
      auto const need = std::find_if(d.needs.begin(), d.needs.end(),
                                     [&](stated_need const& n) { return n.name == r.need; });
      for (auto i : misfit.unmet)
        c.unmet.push_back(need->asks[i].quality->phrase(need->asks[i].limit));
      counts.push_back(std::move(c));
    }
    ++counts[place->second].times;
  }
  return counts;
}

}  // namespace

journey_report made_report(model_view const& m, journey_document const& d,
                           journey_logs const& logs) {
  auto const& j = d.journey;
  journey_report r{.promise = &m,
                   .document = &d,
                   .logs = &logs,
                   .gaps = validate(m),
                   .findings = check_journey(m, j),
                   .walk = friction_walk(m, j)};
  if (!logs.visits.empty()) {
    r.by_step = friction_by_step(m, j, logs.visits);
    r.standards = observed_standards(m, j, logs.visits);
  }
  if (!logs.advice.empty()) {
    r.inconsistent = find_inconsistent_advice(logs.advice);
    r.explained = explain_advice(logs.advice);
    if (!d.needs.empty() || !d.products.empty()) {
      auto const misfits = advice_misfits(logs.advice, d.needs, d.products);
      r.misfits = misfits.size();
      r.misfit_counts = counted(d, logs, misfits);
    }
  }
  if (d.exposure)
    r.exposures =
        rank_exposures(d.exposure->parameters, d.exposure->findings, d.exposure->minor_digits);
  return r;
}

bool journey_report::is_clean() const {
  return !gaps.has_errors() && standards.below.empty() && inconsistent.empty() && misfits == 0 &&
         std::all_of(findings.begin(), findings.end(),
                     [](auto const& f) { return f.what.severity == severity::note; }) &&
         std::all_of(document->flows.begin(), document->flows.end(), is_kept);
}

namespace {

std::string visits_text(journey_report const& r) {
  auto const& j = r.document->journey;
  auto text = "\n" + to_text(j, r.by_step);
  for (auto const& f : r.standards.below) text += to_text(*r.promise, f) + "\n";
  if (r.standards.exceeded.empty()) return text;
  text += "More than was promised, worth no invented number:\n";
  for (auto i : r.standards.exceeded) {
    auto const& v = r.logs->visits[i];
    text += "  visit " + v.visit + ", " + j.steps[v.step].name + ": ";
    if (v.surprise.empty())
      text += j.steps[v.step].standard->quality->phrase(*v.observed);
    else
      text += v.surprise;
    text += "\n";
  }
  return text;
}

std::string advice_text(journey_report const& r) {
  auto text = "\nAdvice, " + std::to_string(r.logs->advice.size()) + " records:\n";
  for (auto const& f : r.inconsistent) text += to_text(f) + "\n";
  if (r.misfits > 0) text += std::to_string(r.misfits) + " do not meet the need:\n";
  for (auto const& c : r.misfit_counts)
    text += "  " + c.advised + " for '" + c.need + "', " +
            (c.times == 1 ? "once" : std::to_string(c.times) + " times") + ": not " +
            listed(c.unmet) + "\n";
  return text + to_text(*r.explained);
}

std::string flow_text(journey_report const& r, staffed_flow const& f) {
  auto const& m = *r.promise;
  auto text = "  " + f.name + ": " + load_text(f.flow, f.on_duty, f.level) + "\n";
  if (!f.condition || is_kept(f)) return text;
  std::vector<std::string> owed;
  for (auto const& on : m.requirements)
    if (on.on == f.condition) owed.push_back(describe(m, on.of));
  text += "    Then nobody provides '" + std::string{m.capabilities[f.condition].name} + "'";
  return text + (owed.empty() ? "" : ", on which rests: " + listed(owed, "; and ")) + ".\n";
}

}  // namespace

std::string text_of(journey_report const& r) {
  auto const& m = *r.promise;
  auto const& d = *r.document;
  auto text =
      to_text(m, d.journey) + "\n" + to_text(m, d.journey, r.walk) + "\n" + to_lines(r.gaps);
  for (auto const& f : r.findings) text += to_text(m, f) + "\n";
  if (r.gaps.empty() && r.findings.empty()) text += "No finding.\n";
  if (!r.logs->visits.empty()) text += visits_text(r);
  if (!r.logs->advice.empty()) text += advice_text(r);
  if (!d.flows.empty()) text += "\nStaffing:\n";
  for (auto const& f : d.flows) text += flow_text(r, f);
  if (d.receipt) text += "\n" + to_text(*d.receipt);
  if (d.exposure)
    text += "\n" + to_text(std::span{d.exposure->parameters}, std::span{d.exposure->findings},
                           d.exposure->minor_digits);
  return text;
}
