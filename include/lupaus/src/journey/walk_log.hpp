// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: logs of journeys.
#pragma once

#include "lupaus/check/sentences.hpp"
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/journey/walk_log.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/src/journey/friction_walk.hpp"
#include "lupaus/src/journey/touchpoint.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

inline void require_records_of(customer_journey const& j, std::span<walk_record const> log) {
  for (std::size_t i = 0; i < log.size(); ++i)
    if (log[i].step >= j.steps.size() || log[i].visit.empty())
      refuse_journey({journey_fault(error_code::bad_value, "record " + std::to_string(i),
                                    "a record is of a visit and of a touchpoint of the journey")});
}

/// Of sorted values, by nearest rank: the least of which at least quarters/4 are no larger.
inline std::int64_t quantile(std::vector<std::int64_t> const& sorted, std::size_t quarters) {
  auto const rank = (sorted.size() * quarters + 3) / 4;
  return sorted[rank == 0 ? 0 : rank - 1];
}

inline step_distribution distribution_of(std::vector<std::int64_t> values) {
  step_distribution d;
  d.visits = values.size();
  if (values.empty()) return d;
  std::sort(values.begin(), values.end());
  for (auto v : values) d.sum += v;
  d.least = values.front(), d.most = values.back();
  d.lower_quartile = quantile(values, 1);
  d.median = quantile(values, 2);
  d.upper_quartile = quantile(values, 3);
  return d;
}

inline journey_finding below_standard_at(model_view const& m, customer_journey const& j,
                                         walk_record const& r) {
  auto const& t = j.steps[r.step];
  sentences say{m};
  say.with("step", t.name).with("seen", t.standard->quality->phrase(*r.observed));
  say.with("agreed", t.standard->quality->phrase(t.standard->level));
  std::vector<std::string> who;
  for (auto p : t.standard->agreed_by) who.push_back(the(m, p));
  say.with("all", listed(who)).with("staff", the(m, t.met_by ? t.met_by : m.seller));
  journey_finding f{.what = journey_gaps::below_standard,
                    .step = r.step,
                    .part = t.of,
                    .accountable = m.seller,
                    .performing = t.met_by,
                    .visit = r.visit};
  f.words.what = say("at the step '{step}' it was {seen}; agreed was {agreed}.");
  f.words.where = t.name;
  f.words.why = say("{all} agreed on that standard, and it was not kept.");
  f.words.mend = say("{staff} keeps to what was agreed; or {all} agree anew.");
  for (auto p : t.standard->agreed_by) f.words.evidence.push_back(p);
  return f;
}

}  // namespace detail

LUPAUS_DECL std::vector<step_distribution> friction_by_step(model_view const& m,
                                                            customer_journey const& j,
                                                            std::span<walk_record const> log) {
  detail::require_sound_journey(m, j);
  detail::require_records_of(j, log);
  std::set<std::string_view> visits;
  for (auto const& r : log) visits.insert(r.visit);
  std::vector<step_distribution> found(j.steps.size());
  std::vector<std::vector<std::pair<std::string_view, std::int64_t>>> at(j.steps.size());
  for (auto const& r : log) {
    at[r.step].push_back({r.visit, r.friction});
    if (!r.surprise.empty()) ++found[r.step].surprises;
  }
  for (std::size_t step = 0; step < at.size(); ++step) {
    std::sort(at[step].begin(), at[step].end());
    std::vector<std::int64_t> values;
    for (std::size_t i = 0; i < at[step].size(); ++i) {
      auto const is_new = i == 0 || at[step][i].first != at[step][i - 1].first;
      if (is_new) values.push_back(0);
      values.back() += at[step][i].second;
    }
    auto const surprises = found[step].surprises;
    found[step] = detail::distribution_of(std::move(values));
    found[step].surprises = surprises;
    found[step].missed = visits.size() - found[step].visits;
  }
  return found;
}

LUPAUS_DECL standards_seen observed_standards(model_view const& m, customer_journey const& j,
                                              std::span<walk_record const> log) {
  detail::require_sound_journey(m, j);
  detail::require_records_of(j, log);
  standards_seen seen;
  for (std::size_t i = 0; i < log.size(); ++i) {
    auto const& r = log[i];
    auto is_above = !r.surprise.empty();
    if (r.observed) {
      auto const& standard = j.steps[r.step].standard;
      if (!standard || !standard->quality->accepts(*r.observed))
        detail::refuse_journey({detail::journey_fault(
            error_code::unit_mismatch, "record " + std::to_string(i),
            "what was observed is a level of a standard that the step has")});
      auto const& q = *standard->quality;
      if (!q.entails(*r.observed, standard->level))
        seen.below.push_back(detail::below_standard_at(m, j, r));
      else if (!q.entails(standard->level, *r.observed))
        is_above = true;
      else if (!is_above)
        seen.met.push_back(i);
    }
    if (is_above) seen.exceeded.push_back(i);
  }
  return seen;
}

LUPAUS_DECL std::string to_text(customer_journey const& j,
                                std::span<step_distribution const> steps) {
  using detail::to_the_right, detail::with_sign;
  std::size_t width = 10;
  for (auto const& t : j.steps) width = (std::max)(width, t.name.size());
  auto text = "Friction by step, in " + j.scale + ":\n  " + std::string(width, ' ') +
              " visits missed  least     q1 median     q3   most    sum surprises\n";
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto const& d = steps[i];
    text += "  " + j.steps[i].name + std::string(width - j.steps[i].name.size(), ' ') +
            to_the_right(std::to_string(d.visits), 7) + to_the_right(std::to_string(d.missed), 7);
    for (auto v : {d.least, d.lower_quartile, d.median, d.upper_quartile, d.most, d.sum})
      text += to_the_right(d.visits == 0 ? "-" : with_sign(v), 7);
    text += to_the_right(std::to_string(d.surprises), 10) + "\n";
  }
  return detail::visible_lines(text);
}

}  // namespace lupaus::inline v0
