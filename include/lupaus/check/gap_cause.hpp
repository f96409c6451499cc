// SPDX-License-Identifier: BSL-1.0
//
// Of which other gap a gap may be a mere consequence, and when it is. Each gap's header says it of
// its own gap.
#pragma once

#include "lupaus/check/gap.hpp"

namespace lupaus::inline v0 {

/// When a finding of one gap follows from a finding of `cause` in the same model. It can only where
/// both concern the same element.
struct gap_cause {
  gap const* cause;
  element (*of_cause)(model_view const&, finding const&);
  element (*of_effect)(model_view const&, finding const&);
  bool (*follows)(detail::model_analysis&, finding const& cause, finding const& effect);
};

namespace detail {

// What a finding concerns.
inline element anything(model_view const&, finding const&) { return {}; }
inline element its_place(model_view const&, finding const& f) { return f.where; }
inline element its_part(model_view const&, finding const& f) { return f.part; }

inline bool always(model_analysis&, finding const&, finding const&) { return true; }

}  // namespace detail

}  // namespace lupaus::inline v0
