// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: what a gap says of a finding.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/config.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// By an analysis of the model, which is asked for only where it is needed.
template <class Analysis>
void append_evidence(gap const& what, model_view const& m, Analysis const& analysis,
                     finding const& f, std::vector<element>& seen);

/// The finding in words, with its evidence.
template <class Analysis>
explanation explain_by(gap const& what, model_view const& m, Analysis const& analysis,
                       finding const& f) {
  auto x = what.words.needs_analysis() ? what.words(analysis(), f) : what.words(m, f);
  if (what.rests_on) {
    x.evidence.clear();
    append_evidence(what, m, analysis, f, x.evidence);
  }
  return x;
}

template <class Analysis>
void append_evidence(gap const& what, model_view const& m, Analysis const& analysis,
                     finding const& f, std::vector<element>& seen) {
  if (what.rests_on.needs_analysis()) return what.rests_on(analysis(), f, seen);
  if (what.rests_on) return what.rests_on(m, f, seen);
  auto const x = explain_by(what, m, analysis, f);
  seen.insert(seen.end(), x.evidence.begin(), x.evidence.end());
}

}  // namespace detail

LUPAUS_DECL explanation gap::explain(model_view const& m, finding const& f) const {
  detail::model_analysis a{m};
  return detail::explain_by(
      *this, m, [&]() -> detail::model_analysis& { return a; }, f);
}

LUPAUS_DECL void gap::evidence(model_view const& m, finding const& f,
                               std::vector<element>& seen) const {
  detail::model_analysis a{m};
  detail::append_evidence(
      *this, m, [&]() -> detail::model_analysis& { return a; }, f, seen);
}

}  // namespace lupaus::inline v0
