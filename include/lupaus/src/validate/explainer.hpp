// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the findings of a report in words.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/work_budget.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/src/check/gap.hpp"
#include "lupaus/validate.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Says no once the time is over.
class time_watch final : public work_watch {
 public:
  using clock = std::chrono::steady_clock;

  explicit time_watch(std::chrono::nanoseconds time)
      : ends_at_{time < (clock::time_point::max)() - clock::now() ? clock::now() + time
                                                                  : (clock::time_point::max)()} {}
  bool goes_on() override { return clock::now() < ends_at_; }

 private:
  clock::time_point ends_at_;
};

}  // namespace detail

/// The work of an explainer is counted, and never ends in the middle of a finding.
struct explainer::work {
  work(model_view const& m, validate_options const& given)
      : limits{given},
        watch{given.time},
        model_size{m.parties.size() + m.parts.size() + m.events.size() + m.transitions.size() +
                   m.claims.size() + m.commitments.size() + m.rules.size() + m.notices.size() +
                   m.risks.size()},
        analysis{m, &counter} {}

  /// One more finding: its evidence is looked for in all of the model.
  bool goes_on() {
    if (why != work_end::complete) return false;
    counter.spend(1 + model_size);
    if (counter.spent() > limits.work)
      why = work_end::work;
    else if (limits.time != (std::chrono::nanoseconds::max)() && !watch.goes_on())
      why = work_end::time;
    return why == work_end::complete;
  }

  validate_options limits;
  detail::time_watch watch;
  std::size_t model_size;
  detail::work_budget counter;
  detail::model_analysis analysis;
  work_end why = work_end::complete;
};

LUPAUS_DECL explainer::explainer(report const& r, validate_options const& limits)
    : explainer{r.model(), limits} {}
LUPAUS_DECL explainer::explainer(model_view const& m, validate_options const& limits)
    : work_{std::make_unique<work>(m, limits)} {}
LUPAUS_DECL explainer::~explainer() = default;

LUPAUS_DECL explanation explainer::operator()(finding const& f) {
  auto& a = work_->analysis;
  if (work_->goes_on())
    return detail::explain_by(
        *f.what, a.model(), [&]() -> auto& { return a; }, f);
  explanation x;
  x.what = "This was found, and is not told in words: " + std::string{to_string(work_->why)} + ".";
  x.where = describe(a.model(), f.where);
  x.why = "The words were to be made of more findings than the limit allows.";
  x.mend = "Ask about this promise with a higher limit.";
  x.evidence = {f.where};
  return x;
}

LUPAUS_DECL std::vector<element> explainer::evidence(finding const& f) {
  auto& a = work_->analysis;
  std::vector<element> seen;
  if (work_->goes_on())
    detail::append_evidence(
        *f.what, a.model(), [&]() -> auto& { return a; }, f, seen);
  else
    seen.push_back(f.where);
  return seen;
}

}  // namespace lupaus::inline v0
