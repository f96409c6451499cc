// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the checks, their words, and the report.
#pragma once

#include "lupaus/check/consequence.hpp"
#include "lupaus/check/standard_checks.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/enough_memory.hpp"
#include "lupaus/detail/work_budget.hpp"
#include "lupaus/src/check/gap.hpp"
#include "lupaus/src/check/over_fulfilment.hpp"
#include "lupaus/src/validate/explainer.hpp"
#include "lupaus/validate.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace lupaus::inline v0 {

LUPAUS_DECL std::vector<finding> const& report::consequences(finding const& f) const {
  static std::vector<finding> const none;
  auto const at = std::find(begin(), end(), f);
  return at == end() ? none : under_[static_cast<std::size_t>(at - begin())];
}

LUPAUS_DECL explanation report::explain(finding const& f) const {
  return f.what->explain(view_, f);
}

LUPAUS_DECL std::vector<element> report::evidence(finding const& f) const {
  std::vector<element> seen;
  f.what->evidence(view_, f, seen);
  return seen;
}

LUPAUS_DECL std::size_t report::count(severity s) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(begin(), end(), [s](finding const& f) { return f.what->severity == s; }));
}
LUPAUS_DECL std::size_t report::count(gap const& g) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(begin(), end(), [&](finding const& f) { return f.is(g); }));
}

LUPAUS_DECL bool report::has_errors() const noexcept {
  if (count(severity::error) > 0) return true;
  for (auto const& list : under_)
    for (auto const& f : list)
      if (f.what->severity == severity::error) return true;
  return false;
}

namespace detail {

/// Those of the findings that a check which was finished has told.
inline void keep_finished(std::vector<finding>& found, gap const* left_off) {
  if (!left_off) return;
  found.erase(
      std::remove_if(found.begin(), found.end(), [&](finding const& f) { return f.is(*left_off); }),
      found.end());
}

/// The gaps of the library that stand after the one in whose check it ended.
inline void add_those_after(validate_coverage& seen) {
  auto is_after = false;
  for (auto const* g : standard_gaps) {
    if (is_after) seen.not_begun.push_back(g);
    is_after = is_after || (seen.left_off && *g == *seen.left_off);
  }
}

LUPAUS_DECL report validate_view(model_view const& m, std::optional<model> keep,
                                 any_check const* all, validate_options const& options) {
  auto const has_time = options.time != (std::chrono::nanoseconds::max)();
  time_watch watch{options.time};
  work_budget work{options.work, has_time ? &watch : nullptr};
  std::vector<finding> found;
  auto const add = [&](finding const& f) { found.push_back(f); };
  sink_to to{add};
  model_analysis analysis{m, &work};
  auto const has_memory = has_memory_for([&] {
    if (all)
      (*all)(m, analysis, to);
    else
      standard_checks.find(analysis, to);
  });

  report r;
  r.keep_ = std::move(keep);
  r.view_ = m;
  auto& seen = r.coverage_;
  seen.left_off = analysis.left_off();
  seen.not_begun.assign(analysis.not_begun().begin(), analysis.not_begun().end());
  if (!has_memory) {
    seen.why = work_end::memory;
    add_those_after(seen);
  }
  keep_finished(found, seen.left_off);

  // A consequence may itself be a cause: what follows from it is listed under the first in line.
  auto const none = found.size();
  auto cause = std::vector<std::size_t>(found.size(), none);
  if (has_memory && !work.is_over()) cause = causes_of(analysis, found);
  if (work.is_over()) cause.assign(found.size(), none);
  seen.work = work.spent();
  if (work.is_over()) seen.why = work.was_ended_by_watch() ? work_end::time : work_end::work;

  std::vector<std::size_t> place(found.size(), none);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (cause[i] != none) continue;
    place[i] = r.roots_.size();
    r.roots_.push_back(found[i]);
  }
  r.under_.resize(r.roots_.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto first = i;
    while (cause[first] != none) first = cause[first];  // the table has no cycles
    if (first != i) r.under_[place[first]].push_back(found[i]);
  }
  return r;
}

}  // namespace detail

LUPAUS_DECL report validate(model const& m, validate_options const& options) {
  return detail::validate_view(m.view(), m, nullptr, options);
}
LUPAUS_DECL report validate(model_view const& m, validate_options const& options) {
  return detail::validate_view(m, std::nullopt, nullptr, options);
}

}  // namespace lupaus::inline v0
