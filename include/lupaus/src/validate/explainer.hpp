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

/// Once the work has ended, what was under way is of no use.
struct explainer::work {
  work(model_view const& m, validate_options const& limits)
      : watch{limits.time},
        counter{limits.work, limits.time == (std::chrono::nanoseconds::max)() ? nullptr : &watch},
        model_size{m.parties.size() + m.parts.size() + m.events.size() + m.transitions.size() +
                   m.claims.size() + m.commitments.size() + m.rules.size() + m.notices.size() +
                   m.risks.size()},
        analysis{m, &counter} {}

  /// One more finding: its evidence is looked for in all of the model. The clock is asked each
  /// time.
  bool goes_on() { return watch_goes_on() && counter.spend(1 + model_size); }
  bool has_ended() const { return is_late || counter.is_over(); }
  work_end why() const {
    return is_late || counter.was_ended_by_watch() ? work_end::time : work_end::work;
  }

  detail::time_watch watch;
  detail::work_budget counter;
  std::size_t model_size;
  detail::model_analysis analysis;
  bool is_late = false;

 private:
  bool watch_goes_on() {
    is_late = is_late || !watch.goes_on();
    return !is_late;
  }
};

LUPAUS_DECL explainer::explainer(report const& r, validate_options const& limits)
    : explainer{r.model(), limits} {}
LUPAUS_DECL explainer::explainer(model_view const& m, validate_options const& limits)
    : work_{std::make_unique<work>(m, limits)} {}
LUPAUS_DECL explainer::~explainer() = default;

LUPAUS_DECL explanation explainer::operator()(finding const& f) {
  auto& a = work_->analysis;
  if (work_->goes_on()) {
    auto x = detail::explain_by(
        *f.what, a.model(), [&]() -> auto& { return a; }, f);
    if (!work_->has_ended()) return x;
  }
  explanation x;
  x.what =
      "This was found, and is not told in words: " + std::string{to_string(work_->why())} + ".";
  x.where = describe(a.model(), f.where);
  x.why = "To tell it takes more than the limit allows.";
  x.mend = "Ask about this promise with a higher limit.";
  x.evidence = {f.where};
  return x;
}

LUPAUS_DECL std::vector<element> explainer::evidence(finding const& f) {
  auto& a = work_->analysis;
  std::vector<element> seen;
  if (work_->goes_on()) {
    detail::append_evidence(
        *f.what, a.model(), [&]() -> auto& { return a; }, f, seen);
    if (!work_->has_ended()) return seen;
  }
  return {f.where};
}

}  // namespace lupaus::inline v0
