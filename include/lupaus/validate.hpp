// SPDX-License-Identifier: BSL-1.0
//
// The checks, run. `validate(model)` gives a report: a range of findings, each cause once, with
// its consequences under it.
//
//   auto const report = validate(m);
//   for (finding const& f : report) std::cout << f.what->id << ": " << report.explain(f).what;
#pragma once

#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/over_fulfilment.hpp"
#include "lupaus/check/validate_limits.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/model.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace lupaus::inline v0 {

class report;

namespace detail {

/// A check, whatever its type. Refers to it.
class any_check {
 public:
  template <check C>
  explicit any_check(C const& c)
      : check_{std::addressof(c)},
        run_{[](void const* what, model_view const& m, model_analysis& a, finding_sink& to) {
          run_check(*static_cast<C const*>(what), m, a, to);
        }} {}
  void operator()(model_view const& m, model_analysis& a, finding_sink& to) const {
    run_(check_, m, a, to);
  }

 private:
  void const* check_;
  void (*run_)(void const*, model_view const&, model_analysis&, finding_sink&);
};

/// Implementation of `validate`; null stands for the checks of the library.
LUPAUS_DECL report validate_view(model_view const& m, std::optional<model> keep,
                                 any_check const* all, validate_options const& options);

}  // namespace detail

/// What validation found: a range of findings, none of which follows from another.
///
/// Where a limit ended it, the findings are those of the checks that were finished; `coverage()`
/// says which were not. What follows from what is then not sorted out.
///
/// Holds the model as long as it lives when it was given a `model`; a bare `model_view` must
/// outlive it.
class report {
 public:
  using const_iterator = std::vector<finding>::const_iterator;

  [[nodiscard]] const_iterator begin() const noexcept { return roots_.begin(); }
  [[nodiscard]] const_iterator end() const noexcept { return roots_.end(); }
  [[nodiscard]] std::size_t size() const noexcept { return roots_.size(); }
  [[nodiscard]] bool empty() const noexcept { return roots_.empty(); }
  /// Precondition: `i < size()`.
  [[nodiscard]] finding const& operator[](std::size_t i) const noexcept { return roots_[i]; }

  /// The model that was validated.
  [[nodiscard]] model_view const& model() const noexcept { return view_; }

  /// What follows from the i-th finding and is no gap of its own. Precondition: `i < size()`.
  [[nodiscard]] std::vector<finding> const& consequences(std::size_t i) const noexcept {
    return under_[i];
  }
  /// The same for a finding or a copy of it; empty when it is none of this report's.
  [[nodiscard]] LUPAUS_DECL std::vector<finding> const& consequences(finding const& f) const;

  /// How far it came.
  [[nodiscard]] validate_coverage const& coverage() const noexcept { return coverage_; }
  /// Every check was finished.
  [[nodiscard]] bool is_complete() const noexcept { return coverage_.is_complete(); }

  /// The finding in words, with its evidence; made when it is asked for. For many of them,
  /// `explainer` is quicker.
  [[nodiscard]] LUPAUS_DECL explanation explain(finding const& f) const;
  /// Its evidence alone, for which no words are made.
  [[nodiscard]] LUPAUS_DECL std::vector<element> evidence(finding const& f) const;

  /// How many findings there are of that severity, or of that gap.
  [[nodiscard]] LUPAUS_DECL std::size_t count(severity s) const noexcept;
  [[nodiscard]] LUPAUS_DECL std::size_t count(gap const& g) const noexcept;

  /// There is a gap of severity error, be it a consequence of a lesser one.
  [[nodiscard]] LUPAUS_DECL bool has_errors() const noexcept;
  /// Every check was finished, and no gap is of severity error, be it a consequence of a lesser
  /// one.
  [[nodiscard]] bool is_sound() const noexcept { return is_complete() && !has_errors(); }

 private:
  friend LUPAUS_DECL report detail::validate_view(model_view const&, std::optional<lupaus::model>,
                                                  detail::any_check const*,
                                                  validate_options const&);

  report() = default;

  std::optional<lupaus::model> keep_;
  model_view view_;
  std::vector<finding> roots_;
  std::vector<std::vector<finding>> under_;
  validate_coverage coverage_;
};

/// Findings of a model in words. What they ask of the model is found once, when the first of them
/// asks: for all of a report. Belongs to one thread; the model must outlive it.
///
/// Once the limits are over, the words say so and no more.
class explainer {
 public:
  LUPAUS_DECL explicit explainer(report const& r, validate_options const& limits = {});
  LUPAUS_DECL explicit explainer(model_view const& m, validate_options const& limits = {});
  explainer(explainer const&) = delete;
  explainer& operator=(explainer const&) = delete;
  LUPAUS_DECL ~explainer();

  /// The finding in words, with its evidence: as `report::explain`.
  [[nodiscard]] LUPAUS_DECL explanation operator()(finding const& f);
  /// Its evidence alone, for which no words are made.
  [[nodiscard]] LUPAUS_DECL std::vector<element> evidence(finding const& f);

 private:
  struct work;

  std::unique_ptr<work> work_;
};

/// Runs the checks over a model. The same model gives the same report, but for a limit of time or
/// memory. Time: that of the checks, and findings · log findings to sort out what follows from
/// what.
[[nodiscard]] LUPAUS_DECL report validate(model const& m, validate_options const& options = {});
/// The same over columns that somebody else keeps alive, such as `view_of<as_sold>`, the flat model
/// of a promise written as a type.
[[nodiscard]] LUPAUS_DECL report validate(model_view const& m,
                                          validate_options const& options = {});

/// Runs checks of one's own: `validate(m, standard_checks.with(mine))`, for which
/// `lupaus/check/standard_checks.hpp` is included. Work of one's own checks is not limited.
template <check C>
[[nodiscard]] report validate(model const& m, C const& all, validate_options const& options = {}) {
  detail::any_check const any{all};
  return detail::validate_view(m.view(), m, &any, options);
}
template <check C>
[[nodiscard]] report validate(model_view const& m, C const& all,
                              validate_options const& options = {}) {
  detail::any_check const any{all};
  return detail::validate_view(m, std::nullopt, &any, options);
}

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/validate.hpp"
#endif
