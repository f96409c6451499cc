// SPDX-License-Identifier: BSL-1.0
//
// A gap that stands on a handoff: the finding, and the handoff that a finding is of.
#pragma once

#include "lupaus/check/analysis/handoffs.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>

namespace lupaus::inline v0 {

namespace detail {

inline handoff handoff_of(model_view const& m, finding const& f) {
  if (f.where.kind == element_kind::party)
    return {{}, {}, static_cast<party_id>(f.where), static_cast<party_id>(f.other)};
  auto const a = static_cast<part_id>(f.where), b = static_cast<part_id>(f.other);
  return {a, b, m.parts[a].performer, m.parts[b].performer};
}

constexpr finding handoff_finding(gap const& g, model_view const& m, handoff const& h) {
  finding f{.what = &g, .part = h.after, .accountable = m.seller, .performing = h.taker};
  if (h.before) {
    f.where = h.before;
    f.other = h.after;
  } else {
    f.where = h.giver;
    f.other = h.taker;
  }
  return f;
}

inline std::string phrase(model_view const& m, handoff const& h) {
  if (!h.before) return name_of(m, h.giver) + " and " + name_of(m, h.taker);
  return name_of(m, h.before) + " -> " + name_of(m, h.after);
}

}  // namespace detail

}  // namespace lupaus::inline v0
