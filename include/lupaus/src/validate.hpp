// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the checks, their words, and the report.
#pragma once

#include "lupaus/check/consequence.hpp"
#include "lupaus/check/standard_checks.hpp"
#include "lupaus/config.hpp"
#include "lupaus/validate.hpp"

#include <algorithm>
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

LUPAUS_DECL bool report::is_sound() const noexcept {
  if (count(severity::error) > 0) return false;
  for (auto const& list : under_)
    for (auto const& f : list)
      if (f.what->severity == severity::error) return false;
  return true;
}

namespace detail {

LUPAUS_DECL report validate_view(model_view const& m, std::optional<model> keep,
                                 any_check const* all) {
  std::vector<finding> found;
  auto const add = [&](finding const& f) { found.push_back(f); };
  sink_to to{add};
  model_analysis analysis{m};
  if (all)
    (*all)(m, analysis, to);
  else
    standard_checks.find(analysis, to);

  // A consequence may itself be a cause: what follows from it is listed under the first in line.
  auto const none = found.size();
  auto const cause = causes_of(analysis, found);

  report r;
  r.keep_ = std::move(keep);
  r.view_ = m;
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

LUPAUS_DECL report validate(model const& m) { return detail::validate_view(m.view(), m, nullptr); }
LUPAUS_DECL report validate(model_view const& m) {
  return detail::validate_view(m, std::nullopt, nullptr);
}

}  // namespace lupaus::inline v0
