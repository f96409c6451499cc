// SPDX-License-Identifier: BSL-1.0
//
// The checks, run. `validate(model)` gives a report: a range of findings, each cause once, with
// its consequences under it.
//
//   auto const report = validate(m);
//   for (finding const& f : report) std::cout << f.what->id << ": " << report.explain(f).what;
#pragma once

#include "lupaus/check/consequence.hpp"
#include "lupaus/check/standard_checks.hpp"
#include "lupaus/model/model.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// What validation found: a range of findings, none of which follows from another.
///
/// Holds the model as long as it lives when it was given a `model`; a bare `model_view` must
/// outlive it.
class report {
 public:
  using const_iterator = std::vector<finding>::const_iterator;

  const_iterator begin() const { return roots_.begin(); }
  const_iterator end() const { return roots_.end(); }
  std::size_t size() const { return roots_.size(); }
  bool empty() const { return roots_.empty(); }
  finding const& operator[](std::size_t i) const { return roots_[i]; }

  /// The model that was validated.
  model_view const& model() const { return view_; }

  /// What follows from the i-th finding and is no gap of its own.
  std::vector<finding> const& consequences(std::size_t i) const { return under_[i]; }
  /// The same for a finding or a copy of it; empty when it is none of this report's.
  std::vector<finding> const& consequences(finding const& f) const {
    static std::vector<finding> const none;
    auto const at = std::find(begin(), end(), f);
    return at == end() ? none : under_[static_cast<std::size_t>(at - begin())];
  }

  /// The finding in words, with its evidence; made when it is asked for.
  explanation explain(finding const& f) const { return f.what->explain(view_, f); }
  /// Its evidence alone, for which no words are made.
  std::vector<element> evidence(finding const& f) const {
    std::vector<element> seen;
    f.what->evidence(view_, f, seen);
    return seen;
  }

  std::size_t count(severity s) const {
    return static_cast<std::size_t>(
        std::count_if(begin(), end(), [s](finding const& f) { return f.what->severity == s; }));
  }
  std::size_t count(gap const& g) const {
    return static_cast<std::size_t>(
        std::count_if(begin(), end(), [&](finding const& f) { return f.what == &g; }));
  }

  /// No gap of severity error, be it a consequence of a lesser one.
  bool is_sound() const {
    if (count(severity::error) > 0) return false;
    for (auto const& list : under_)
      for (auto const& f : list)
        if (f.what->severity == severity::error) return false;
    return true;
  }

 private:
  template <check C>
  friend report validate_view(model_view const&, std::optional<lupaus::model>, C const&);

  report() = default;

  std::optional<lupaus::model> keep_;
  model_view view_;
  std::vector<finding> roots_;
  std::vector<std::vector<finding>> under_;
};

/// Implementation of `validate`.
template <check C>
report validate_view(model_view const& m, std::optional<model> keep, C const& all) {
  std::vector<finding> found;
  all(m, [&](finding const& f) { found.push_back(f); });

  // A consequence may itself be a cause: what follows from it is listed under the first in line.
  auto const none = found.size();
  auto const cause = detail::causes_of(m, found);

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

/// Runs the checks over a model. The same model gives the same report. Time: that of the checks,
/// and findings · log findings to sort out what follows from what.
template <check C = std::remove_const_t<decltype(standard_checks)>>
report validate(model const& m, C const& all = standard_checks) {
  return validate_view(m.view(), m, all);
}
/// The same over columns that somebody else keeps alive, such as `view_of<as_sold>`, the flat model
/// of a promise written as a type.
template <check C = std::remove_const_t<decltype(standard_checks)>>
report validate(model_view const& m, C const& all = standard_checks) {
  return validate_view(m, std::nullopt, all);
}

}  // namespace lupaus::inline v0
